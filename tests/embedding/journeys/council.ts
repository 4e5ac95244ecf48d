import type { Guest } from './guest.js';
import { indexOf, wordsOf } from './pristine.js';
import type { Facts } from './report.js';

/** The item of the open list that says `words`. */
function itemWith(one: Guest, words: string): string | undefined {
  const items = one.all('[part=item]');
  for (let at = 0; at < items.length; at++) {
    const said = wordsOf(items[at]!);
    if (indexOf(said, words) >= 0) return said;
  }
  return undefined;
}

const itemSays = (one: Guest, item: string, words: string) =>
  one.until(() => indexOf(itemWith(one, item) ?? '', words) >= 0, `'${words}' at '${item}'`);

/** Topics and resolutions, the card, a second, a word in a discussion, a proposal. */
export async function walkCouncil(one: Guest, { card }: Facts): Promise<void> {
  await one.there('#panel');
  await itemSays(one, '村口的路灯坏了', '附议');
  // What is to be voted on now stands above it, and comes by a request of its own.
  await one.there('[part=now]');
  one.step('topics');
  await one.picture('topics');
  await one.press('#tab-resolutions');
  await itemSays(one, '清理河道', '村委会');
  one.step('resolutions');
  await one.press('#tab-topics');
  await one.press('#member-in');
  await one.type('code', card);
  await one.press('#sign-in-go');
  await one.there('#sign-out');
  // Her lists are read anew now; what she does before they are here may be shown as it was.
  await one.there('[part=roll]');
  await one.until(() => indexOf(one.words('#panel'), '正在打开') < 0, 'the list');
  await itemSays(one, '广场舞音量', '我也附议');
  one.step('signed in');
  await one.press('[id^=second-]:not([aria-disabled])');
  await one.pressWords('不附议了', '[part=item]');
  await one.until(() => indexOf(one.words('#panel'), '不附议了') < 0, 'the second taken back');
  one.step('second');
  await one.press('#propose');
  await one.type('title', '桥栏杆松了');
  await one.type('words', '老桥西边的栏杆一碰就晃。');
  await one.picture('proposal');
  await one.press('#propose-go');
  await itemSays(one, '桥栏杆松了', '您提的');
  one.step('proposal');
}
