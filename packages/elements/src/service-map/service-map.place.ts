import type { Language } from '../base/language.js';
import { words } from '../locales/zh-CN/service-map-place.js';
import { addWords } from './service-map.words.js';

export { placeBody } from './service-map.detail.js';

addWords('zh-CN', words);

/** Fetches the words of the panel in `language`. Rejects where they cannot be loaded. */
export async function loadPlaceWords(language: Language): Promise<void> {
  if (language === 'en') addWords('en', (await import('../locales/en/service-map-place.js')).words);
}
