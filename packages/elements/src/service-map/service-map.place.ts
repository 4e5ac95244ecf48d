import { adoptStyles } from 'lit';
import type { Language } from '../base/language.js';
import { words } from '../locales/zh-CN/service-map-place.js';
import { photoStyles } from './service-map.photos.styles.js';
import { addWords } from './service-map.words.js';

export { placeBody } from './service-map.detail.js';

addWords('zh-CN', words);

/** Puts the styles of the panel beside those that a map has already. */
export function dress(root: HTMLElement | DocumentFragment): void {
  const shadow = root as ShadowRoot;
  const { styleSheet } = photoStyles;
  if (!styleSheet) adoptStyles(shadow, [photoStyles]);
  else if (!shadow.adoptedStyleSheets.includes(styleSheet))
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, styleSheet];
}

/** Fetches the words of the panel in `language`. Rejects where they cannot be loaded. */
export async function loadPlaceWords(language: Language): Promise<void> {
  if (language === 'en') addWords('en', (await import('../locales/en/service-map-place.js')).words);
}
