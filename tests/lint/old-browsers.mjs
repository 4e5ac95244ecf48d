/**
 * Lint rules for code that ships to a stranger's page: what old WebViews do not know and what old page libraries break.
 * A plugin of our own because oxlint has no `no-restricted-syntax`.
 */

/** `new Event()` throws on pages that replace the constructor (MooTools); `new CustomEvent()` works everywhere. */
const noNewEvent = {
  create: (context) => ({
    NewExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Event')
        context.report({ node, message: '`new Event` throws on pages with MooTools: use CustomEvent.' });
    },
  }),
};

/** Old libraries extend `Array.prototype` and `Object.prototype`; `for…in` walks over what they added. */
const noForIn = {
  create: (context) => ({
    ForInStatement(node) {
      context.report({ node, message: 'A host page may have extended the prototypes: use for…of with Object.keys.' });
    },
  }),
};

/** MooTools More has a `Date.parse` of its own, which answers with a date and does not know all that ISO 8601 allows. */
const noDateParse = {
  create: (context) => ({
    MemberExpression(node) {
      const { object, property } = node;
      if (object.type === 'Identifier' && object.name === 'Date' && property.name === 'parse')
        context.report({ node, message: '`Date.parse` is another one on pages with MooTools: use `+new Date(…)`.' });
    },
  }),
};

/** Prototype 1.6 has a `reduce` of its own, which takes nothing and answers with the list or its only entry. */
const noReduce = {
  create: (context) => ({
    CallExpression({ callee, arguments: given }) {
      if (callee.type === 'MemberExpression' && callee.property.name === 'reduce' && given.length > 0)
        context.report({ node: callee, message: '`reduce` is another one on pages with Prototype 1.6: use a loop.' });
    },
  }),
};

/** The plugin, in ESLint's form. */
export default {
  meta: { name: 'old-browsers' },
  rules: { 'no-new-event': noNewEvent, 'no-for-in': noForIn, 'no-date-parse': noDateParse, 'no-reduce': noReduce },
};
