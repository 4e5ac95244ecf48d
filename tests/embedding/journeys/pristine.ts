/**
 * Built-ins as they were before the page's own scripts ran: the driver is the first script of the page. Old libraries replace
 * `Array.from`, `JSON`, `Promise`, `fetch`, `document.querySelector`; the driver must measure that and not stumble over it. So
 * nothing here calls a method of an array, a string or a node by its name after this file has run.
 */
const { call } = Function.prototype;
const bind = call.bind as (this: typeof call, method: unknown) => unknown;

/** `uncurry(String.prototype.trim)(' a ')`. */
const uncurry = <Self, Args extends unknown[], Result>(
  method: (this: Self, ...args: Args) => Result,
): ((self: Self, ...args: Args) => Result) => bind.call(call, method) as (self: Self, ...args: Args) => Result;

/** A getter or setter of a prototype, for any instance. */
function accessor<Value>(prototype: object, name: string): (self: object) => Value {
  return uncurry(Object.getOwnPropertyDescriptor(prototype, name)!.get as (this: object) => Value);
}

export const { getOwnPropertyNames, getOwnPropertySymbols, getOwnPropertyDescriptor, getPrototypeOf, defineProperty } =
  Object;
export const { isArray } = Array;
export const { stringify, parse } = JSON;
export const { max, round } = Math;
export const PristineMap = Map;
export const mapGet = uncurry(Map.prototype.get) as <Key, Value>(map: Map<Key, Value>, key: Key) => Value | undefined;
export const mapSet = uncurry(Map.prototype.set) as <Key, Value>(map: Map<Key, Value>, key: Key, value: Value) => void;
export const mapSize = accessor<number>(Map.prototype, 'size');
export const mapEach = uncurry(Map.prototype.forEach) as <Key, Value>(
  map: Map<Key, Value>,
  run: (value: Value, key: Key) => void,
) => void;
export const now = performance.now.bind(performance);
export const later = window.setTimeout.bind(window) as (run: () => void, milliseconds?: number) => number;
export const nextFrame = window.requestAnimationFrame.bind(window);
export const styleOf = window.getComputedStyle.bind(window);
export const PristinePromise = Promise;
export const {
  XMLHttpRequest: Request,
  InputEvent,
  CustomEvent,
  KeyboardEvent,
  DataTransfer,
  File,
  MutationObserver,
} = window;
export const openRequest = uncurry(Request.prototype.open as (method: string, url: string, async: boolean) => void);
export const sendRequest = uncurry(Request.prototype.send);
export const observe = uncurry(MutationObserver.prototype.observe);

export const query = uncurry(Element.prototype.querySelector) as (root: ParentNode, selector: string) => Element | null;
const fragmentQuery = uncurry(DocumentFragment.prototype.querySelector) as typeof query;
const fragmentQueryAll = uncurry(DocumentFragment.prototype.querySelectorAll) as (
  root: ParentNode,
  selector: string,
) => NodeListOf<HTMLElement>;
const elementQueryAll = uncurry(Element.prototype.querySelectorAll) as typeof fragmentQueryAll;
export const shadowOf = accessor<ShadowRoot | null>(Element.prototype, 'shadowRoot');
export const textOf = accessor<string | null>(Node.prototype, 'textContent');
export const closest = uncurry(Element.prototype.closest) as (element: Element, selector: string) => HTMLElement | null;
export const boxOf = uncurry(Element.prototype.getBoundingClientRect);
export const setAttribute = uncurry(Element.prototype.setAttribute);
export const getAttribute = uncurry(Element.prototype.getAttribute);
export const append = uncurry(Node.prototype.appendChild as (child: Node) => Node);
export const removeChild = uncurry(Node.prototype.removeChild as (child: Node) => Node);
export const firstChildOf = accessor<ChildNode | null>(Node.prototype, 'firstChild');
export const childrenOf = accessor<HTMLCollection>(Element.prototype, 'children');
export const createElement = document.createElement.bind(document);
export const clickOn = uncurry(HTMLElement.prototype.click);
export const focusOn = uncurry(HTMLElement.prototype.focus);
export const dispatch = uncurry(EventTarget.prototype.dispatchEvent);
export const listen = uncurry(EventTarget.prototype.addEventListener);
export const setStyle = uncurry(CSSStyleDeclaration.prototype.setProperty);

export const indexOf = uncurry(String.prototype.indexOf);
export const trim = uncurry(String.prototype.trim);
export const slice = uncurry(String.prototype.slice);
const test = uncurry(RegExp.prototype.test);
export const matches = (pattern: RegExp, text: string): boolean => test(pattern, text);
const replaceIn = uncurry(String.prototype.replace as (pattern: RegExp, by: string) => string);

/** All of a shadow root's or element's that match. */
export function all(root: ParentNode, selector: string): HTMLElement[] {
  const found = (root as Node).nodeType === 11 ? fragmentQueryAll(root, selector) : elementQueryAll(root, selector);
  const list: HTMLElement[] = [];
  for (let at = 0; at < found.length; at++) add(list, found[at]!);
  return list;
}

/** The first of a shadow root's that matches. */
export const first = (root: ShadowRoot, selector: string): HTMLElement | null =>
  fragmentQuery(root, selector) as HTMLElement | null;

/** What is to be read, on one line. */
export const wordsOf = (node: Node): string => trim(replaceIn(textOf(node) ?? '', /\s+/g, ' '));

const exec = uncurry(RegExp.prototype.exec);

/** The number that stands in the first group of a pattern; NaN where it does not fit. */
export function numberIn(pattern: RegExp, text: string): number {
  const found = exec(pattern, text);
  return found ? Number(found[1]) : NaN;
}

/** Puts one more at the end, also where `push` is somebody else's or the page listens to it. */
export function add<Item>(list: Item[], item: Item): void {
  defineProperty(list, list.length, { value: item, writable: true, enumerable: true, configurable: true });
}

/** JSON, also where somebody taught arrays or strings another `toJSON`. */
export function toJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return stringify(value) ?? 'null';
  let text = '';
  if (isArray(value)) {
    for (let at = 0; at < value.length; at++) text += (at > 0 ? ',' : '') + toJson(value[at]);
    return `[${text}]`;
  }
  const names = getOwnPropertyNames(value);
  for (let at = 0; at < names.length; at++) {
    const one = (value as Record<string, unknown>)[names[at]!];
    if (one !== undefined) text += `${text && ','}${stringify(names[at])}:${toJson(one)}`;
  }
  return `{${text}}`;
}

/** Some time later; never a measure of anything. */
export const turn = (milliseconds = 10): Promise<void> =>
  new PristinePromise((resolve) => void later(() => resolve(), milliseconds));
