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

/** The plugin, in ESLint's form. */
export default {
  meta: { name: 'old-browsers' },
  rules: { 'no-new-event': noNewEvent, 'no-for-in': noForIn },
};
