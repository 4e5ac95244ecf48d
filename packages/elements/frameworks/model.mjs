/**
 * What frameworks and editors need to know of our elements, read from the Custom Elements Manifest: one list that all the
 * writers beside this file share, so that they cannot disagree.
 */

const packageName = '@fulian/elements';

/** Names in a type's text that TypeScript knows by itself. */
const builtIn = new Set(['CustomEvent', 'Promise', 'Record', 'Partial', 'Readonly', 'ReadonlyArray', 'Array', 'Date']);

/**
 * The elements in the order of their tags: `tag`, `className`, `module` (what a page imports), `summary`,
 * `settings` (what can be set, by property or attribute), `events`, and `types` (names that events use, exported by the module).
 */
export function readElements({ modules }) {
  return modules
    .flatMap(({ declarations }) => declarations)
    .map(elementOf)
    .sort((one, other) => (one.tag < other.tag ? -1 : 1));
}

function elementOf({ tagName, name, summary, members, attributes, events = [] }) {
  const fields = members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
  const byField = new Map(attributes.filter(({ fieldName }) => fieldName).map((one) => [one.fieldName, one]));
  const settings = [
    ...fields.map((field) => settingOf(name, field, byField.get(field.name))),
    ...attributes
      .filter(({ fieldName }) => !fieldName)
      .map(({ name: attribute, type, description: told }) => ({
        attribute,
        type: type.text,
        valueType: type.text,
        told,
      })),
  ];
  const typed = events.map(({ name: event, type, description: told }) => ({ name: event, type: type.text, told }));
  const types = new Set(
    typed.flatMap(({ type }) => type.match(/\b[A-Z]\w+/g) ?? []).filter((one) => !builtIn.has(one)),
  );
  return {
    tag: tagName,
    className: name,
    module: `${packageName}/${tagName.slice(3)}`,
    summary,
    settings,
    events: typed,
    types: [...types],
  };
}

/**
 * A property, with its attribute where it has one. `type` is TypeScript for the property; `valueType` for the attribute, which
 * says more where words of a list are meant.
 */
function settingOf(className, { name, type, description, default: initial }, attribute) {
  const isList = attribute && attribute.type.text !== type.text;
  return {
    property: name,
    attribute: attribute?.name,
    type: isList ? `${attribute.type.text} | null` : `${className}['${name}']`,
    valueType: attribute?.type.text,
    isBoolean: type.text === 'boolean',
    told: description,
    initial,
  };
}

/** A doc comment, indented by `indent` spaces; ends with a new line. Empty where there is nothing to tell. */
export function docOf(told, indent = 2) {
  const text = told
    ?.trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\*\//g, '* /');
  return text ? `${' '.repeat(indent)}/** ${text} */\n` : '';
}

/** `exit-href` as a property or a Vue template calls it. */
export const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** A property's name as it is written in a type. */
export const keyOf = (name) => (/^\w+$/.test(name) ? name : `'${name}'`);

/** Imports of all classes and of the types that their events use. */
export function importsOf(elements) {
  return elements
    .map(({ className, types, module }) => `import type { ${[className, ...types].join(', ')} } from '${module}';`)
    .join('\n');
}

/** First line of all that is written. */
export const banner = '// Written by `npm run build:manifest` from custom-elements.json; a change here is lost.';
