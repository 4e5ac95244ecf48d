import { pinyin } from 'pinyin-pro';

/** A name in pinyin for searching: syllables without tones and without spaces, `ü` as `v`, everything in lower case. */
export function pinyinOf(name: string): string {
  return pinyin(name, { toneType: 'none', v: true, separator: '', nonZh: 'consecutive' })
    .replaceAll(/\s/g, '')
    .toLowerCase();
}
