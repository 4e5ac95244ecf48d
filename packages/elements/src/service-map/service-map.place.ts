import type { Language } from '../base/language.js';
import { words } from '../locales/zh-CN/service-map-place.js';
import { catalogue } from './service-map.words.js';

export { placeBody } from './service-map.detail.js';

catalogue.add('zh-CN', words);

/** Fetches the words of the panel in `language`. Rejects where they cannot be loaded. */
export async function loadWords(language: Language): Promise<void> {
  if (language === 'en') catalogue.add('en', (await import('../locales/en/service-map-place.js')).words);
}
