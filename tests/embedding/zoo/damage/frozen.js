/* A portal that has had trouble with changed built-ins, and lets nobody change them any more. */
(function () {
  var names = [
    'Object',
    'Function',
    'Array',
    'String',
    'Number',
    'Boolean',
    'Symbol',
    'Date',
    'Promise',
    'RegExp',
    'Error',
    'TypeError',
    'RangeError',
    'SyntaxError',
    'Map',
    'Set',
    'WeakMap',
    'WeakSet',
    'ArrayBuffer',
    'DataView',
    'Uint8Array',
    'Float64Array',
    'EventTarget',
    'Node',
    'Element',
    'HTMLElement',
    'Document',
    'DocumentFragment',
    'ShadowRoot',
    'Event',
    'CustomEvent',
    'CSSStyleSheet',
    'CSSStyleDeclaration',
    'NodeList',
    'HTMLCollection',
    'DOMTokenList',
    'Response',
    'Request',
    'Headers',
    'AbortController',
    'AbortSignal',
    'URL',
    'URLSearchParams',
    'HTMLInputElement',
    'HTMLTextAreaElement',
    'HTMLTemplateElement',
    'CustomElementRegistry',
    'MutationObserver',
    'ResizeObserver',
  ];
  var freeze = Object.freeze;
  for (var at = 0; at < names.length; at++) {
    var one = window[names[at]];
    if (!one) continue;
    freeze(one);
    if (one.prototype) freeze(one.prototype);
  }
  freeze(Object.getPrototypeOf([][Symbol.iterator]()));
  freeze(Object.getPrototypeOf(Uint8Array));
  freeze(Object.getPrototypeOf(Uint8Array.prototype));
  freeze(Math);
  freeze(JSON);
  freeze(Reflect);
})();
