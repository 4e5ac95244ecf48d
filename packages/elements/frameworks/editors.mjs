/**
 * What editors read: VS Code by `html.customData` and `css.customData` in a project's settings, JetBrains' by `web-types` in
 * our package.json, which they find by themselves.
 */
export function editorFiles({ modules }, { name, version }) {
  const elements = modules.flatMap(({ declarations }) => declarations);
  return {
    'html-custom-data.json': { version: 1.1, tags: elements.map(tagOf) },
    'css-custom-data.json': {
      version: 1.1,
      properties: cssProperties(elements),
      pseudoElements: [{ name: '::part', description: 'A part of an element, by the name that it is described by.' }],
    },
    'web-types.json': {
      $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
      name,
      version,
      'description-markup': 'markdown',
      contributions: {
        html: { elements: elements.map(webTypeOf) },
        css: { properties: cssProperties(elements) },
      },
    },
  };
}

const told = ({ summary, description }) => [summary, description].filter(Boolean).join('\n\n');

/** The words that an attribute takes, where its type lists them. */
const wordsOf = ({ type }) => [...(type?.text ?? '').matchAll(/'([^']+)'/g)].map(([, word]) => word);
const isBoolean = ({ type }) => type?.text === 'boolean';

/** Each name once: several elements have some custom properties in common. */
function cssProperties(elements) {
  const all = elements.flatMap(({ cssProperties: own = [] }) => own);
  return all
    .filter((one, at) => all.findIndex(({ name }) => name === one.name) === at)
    .map(({ name, description }) => ({ name, description }));
}

function tagOf(element) {
  return {
    name: element.tagName,
    description: { kind: 'markdown', value: `${told(element)}\n\n${listsOf(element)}`.trim() },
    attributes: (element.attributes ?? []).map((attribute) => ({
      name: attribute.name,
      description: attribute.description,
      // A boolean attribute takes no value.
      ...(isBoolean(attribute) ? { valueSet: 'v' } : {}),
      ...(wordsOf(attribute).length > 0 ? { values: wordsOf(attribute).map((name) => ({ name })) } : {}),
    })),
  };
}

/** What VS Code has no field of its own for. */
function listsOf({ events = [], slots = [], cssParts = [] }) {
  const list = (title, ones) =>
    ones.length === 0
      ? []
      : [`**${title}**`, ones.map(({ name, description }) => `- \`${name || 'default'}\`: ${description}`).join('\n')];
  return [...list('Events', events), ...list('Slots', slots), ...list('Parts', cssParts)].join('\n\n');
}

function webTypeOf(element) {
  const plain = (list = []) => list.map(({ name, description }) => ({ name, description }));
  const typed = (list = []) => list.map(({ name, description, type }) => ({ name, description, type: type?.text }));
  return {
    name: element.tagName,
    description: told(element),
    attributes: (element.attributes ?? []).map((attribute) => ({
      name: attribute.name,
      description: attribute.description,
      value: isBoolean(attribute) ? { kind: 'no-value', type: 'boolean' } : { type: attribute.type?.text },
      ...(attribute.default === undefined ? {} : { default: attribute.default }),
    })),
    slots: plain(element.slots),
    js: {
      properties: typed(element.members.filter(({ kind }) => kind === 'field')),
      events: typed(element.events),
    },
    css: { parts: plain(element.cssParts), properties: plain(element.cssProperties) },
  };
}
