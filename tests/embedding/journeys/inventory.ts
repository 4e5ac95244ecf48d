/**
 * What a page has: the names on `window`, and every property of every built-in and every interface of the document. Taken
 * before our scripts run and again at the end; the difference is what we did to the page.
 */
import * as pristine from './pristine.js';

type Key = string | symbol;
type Properties = Map<Key, PropertyDescriptor>;

interface Holder {
  readonly path: string;
  readonly object: object;
  readonly properties: Properties;
}

export interface Inventory {
  readonly holders: readonly Holder[];
  /** How many properties there are in all. */
  readonly count: number;
}

/** What our scripts did to the page. */
export interface Changes {
  /** Names on `window` that were not there. */
  readonly globals: readonly string[];
  readonly changes: readonly string[];
}

/** Names of frames on `window`. */
const frame = /^\d+$/;

function keysOf(object: object): Key[] {
  const keys: Key[] = [];
  const names = pristine.getOwnPropertyNames(object);
  for (let at = 0; at < names.length; at++) if (!pristine.matches(frame, names[at]!)) pristine.add(keys, names[at]!);
  const symbols = pristine.getOwnPropertySymbols(object);
  for (let at = 0; at < symbols.length; at++) pristine.add(keys, symbols[at]!);
  return keys;
}

function propertiesOf(object: object): Properties {
  const found: Properties = new pristine.PristineMap();
  const keys = keysOf(object);
  for (let at = 0; at < keys.length; at++) {
    const descriptor = pristine.getOwnPropertyDescriptor(object, keys[at]!);
    if (descriptor) pristine.mapSet(found, keys[at]!, descriptor);
  }
  return found;
}

/** What hangs on `window` with a capital letter before the page's own scripts add to it. */
const builtIns: Map<string, boolean> = new pristine.PristineMap();
for (const name of pristine.getOwnPropertyNames(window)) if (/^[A-Z]/.test(name)) pristine.mapSet(builtIns, name, true);

/** `window`, and every built-in and interface by its name, whatever the page has made of it: constructors with their prototypes, and namespaces. */
export function takeInventory(): Inventory {
  const holders: Holder[] = [];
  const seen: Map<object, boolean> = new pristine.PristineMap();
  let count = 0;
  const take = (path: string, object: unknown): void => {
    if ((typeof object !== 'object' && typeof object !== 'function') || object === null) return;
    if (pristine.mapGet(seen, object)) return;
    pristine.mapSet(seen, object, true);
    const properties = propertiesOf(object);
    count += pristine.mapSize(properties);
    pristine.add(holders, { path, object, properties });
  };
  take('window', window);
  const keys = keysOf(window);
  for (let at = 0; at < keys.length; at++) {
    const name = keys[at]!;
    if (typeof name !== 'string' || !pristine.mapGet(builtIns, name)) continue;
    const value: unknown = pristine.getOwnPropertyDescriptor(window, name)?.value;
    take(name, value);
    if (typeof value === 'function') take(`${name}.prototype`, (value as { prototype?: unknown }).prototype);
  }
  const { customElements, crypto, navigator, document, history, location } = window;
  const instances = { customElements, crypto, navigator, document, history, location };
  for (const name in instances) take(name, instances[name as keyof typeof instances]);
  const iterator: object = pristine.getPrototypeOf([][Symbol.iterator]());
  take('%ArrayIterator%', iterator);
  take('%Iterator%', pristine.getPrototypeOf(iterator));
  return { holders, count };
}

/** What is another thing now than it was. Values that are no functions may change: counters, the page's own state. */
export function changesSince({ holders }: Inventory): Changes {
  const globals: string[] = [];
  const changes: string[] = [];
  for (let at = 0; at < holders.length; at++) {
    const { path, object, properties } = holders[at]!;
    const say = (key: Key, how: string) =>
      path === 'window' && how === 'new'
        ? pristine.add(globals, String(key))
        : pristine.add(changes, `${path}.${String(key)} is ${how}`);
    const now = propertiesOf(object);
    const keys = keysOf(object);
    for (let n = 0; n < keys.length; n++) {
      const was = pristine.mapGet(properties, keys[n]!);
      if (!was) say(keys[n]!, 'new');
      else if (!isSame(was, pristine.mapGet(now, keys[n]!)!)) say(keys[n]!, 'changed');
    }
    pristine.mapEach(properties, (_, key) => {
      if (!pristine.mapGet(now, key)) say(key, 'gone');
    });
  }
  return { globals, changes };
}

function isSame(was: PropertyDescriptor, is: PropertyDescriptor): boolean {
  const value = typeof was.value === 'function' || typeof is.value === 'function' ? was.value === is.value : true;
  return (
    value &&
    was.get === is.get &&
    was.set === is.set &&
    was.writable === is.writable &&
    was.enumerable === is.enumerable &&
    was.configurable === is.configurable
  );
}
