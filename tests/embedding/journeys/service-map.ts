import type { Guest } from './guest.js';
import { getAttribute, indexOf, numberIn, slice, wordsOf } from './pristine.js';

/** How many places the markers on the map stand for; a number at the beginning of a marker's words is that of a cluster. */
function marked(one: Guest): number {
  const markers = one.all('.marker:not([hidden])');
  let sum = 0;
  for (let at = 0; at < markers.length; at++) sum += Number(wordsOf(markers[at]!)) || 1;
  return sum;
}

/** The list and the drawn map beside it, conditions, a place, and a rating of it. */
export async function walkServiceMap(one: Guest): Promise<void> {
  const listed = () => {
    const names = one.all('.point-name');
    for (let at = 0; at < names.length; at++) if (wordsOf(names[at]!) === '') return false;
    return names.length > 0;
  };
  await one.until(listed, 'the list');
  // Until the names are here, a place is called after its kind.
  await one.until(() => indexOf(one.words('.point-kind'), one.words('.point-name')) < 0, 'the names');
  one.step('list');
  const all = numberIn(/共 (\d+) 处/, one.words('#count'));
  await one.until(() => marked(one) === all, 'all places on the map');
  const canvas = one.find('canvas.base-lines') as HTMLCanvasElement;
  if (canvas.width === 0) throw new Error('the map is not drawn');
  one.step('drawn map');
  await one.picture('map');
  await one.press('[part=category]');
  await one.until(() => getAttribute(one.find('[part=category]'), 'aria-pressed') === 'true', 'the filter');
  const fewer = numberIn(/符合的有 (\d+) 处/, one.words('#count'));
  await one.until(() => marked(one) === fewer, 'the filtered places on the map');
  one.step('filter by kind');
  await one.type('text', 'donghu');
  const named = () => {
    const names = one.all('.point-name');
    for (let at = 0; at < names.length; at++) if (slice(wordsOf(names[at]!), 0, 2) !== '东湖') return false;
    return names.length > 0;
  };
  await one.until(named, 'the places of that name');
  one.step('find by pinyin');
  await one.type('text', '');
  await one.until(() => indexOf(one.words('#count'), String(fewer)) >= 0, 'the list without the name');
  await one.press('[part=point]');
  await one.there('[part=week]');
  await one.there('#rate');
  one.step('a place');
  await one.picture('place');
  await one.press('#rate');
  await one.press('.feedback-choices label:last-child input');
  await one.press('[part=send]');
  await one.there('#feedback-said');
  one.step('rating');
}
