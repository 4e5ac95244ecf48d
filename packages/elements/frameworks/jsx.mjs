import { banner, docOf, importsOf, keyOf } from './model.mjs';

/** Names that React and Vue keep for themselves: `key` says which of many an element is, and never reaches it. */
export const reserved = new Set(['key']);

/** What an attribute takes when it is written as an attribute: numbers also as digits. */
const written = (valueType) => (valueType === 'number' ? 'number | `${number}`' : valueType);

/** The lines of all that can be set on an element: its properties, and its attributes where they are called otherwise. */
function settingLines({ settings }, skip = reserved) {
  return settings.flatMap(({ property, attribute, type, valueType, told }) => {
    const names = [
      ...(property ? [[property, type]] : []),
      ...(attribute && attribute !== property ? [[attribute, written(valueType)]] : []),
    ];
    return names
      .filter(([name]) => !skip.has(name))
      .map(([name, text]) => `${docOf(told)}  ${keyOf(name)}?: ${text} | undefined;\n`);
  });
}

/** The lines of what an element tells, each named by `nameOf`. */
export const eventLines = ({ className, events }, nameOf) =>
  events.map(
    ({ name, type, told }) =>
      `${docOf(told)}  ${keyOf(nameOf(name))}?: ((event: ${type} & { readonly currentTarget: ${className} }) => void) | undefined;\n`,
  );

/** One interface with its doc comment. */
export const interfaceOf = (element, name, base, lines) =>
  `${docOf(element.summary, 0)}export interface ${name} extends ${base} {\n${lines.join('')}}\n`;

const mapOf = (elements, suffix) =>
  elements.map(({ tag, className }) => `      '${tag}': ${className}${suffix};\n`).join('');

/** `react.d.ts`: React 19 sets properties where an element has them and listens to `onfl-submitted` under that very name. */
export function reactTypes(elements) {
  const interfaces = elements.map((element) =>
    interfaceOf(
      element,
      `${element.className}Props`,
      `DetailedHTMLProps<HTMLAttributes<${element.className}>, ${element.className}>`,
      [...settingLines(element), ...eventLines(element, (name) => `on${name}`)],
    ),
  );
  return `${banner}
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${importsOf(elements)}

${interfaces.join('\n')}
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${mapOf(elements, 'Props')}    }
  }
}
`;
}

/** `svelte.d.ts`: Svelte 5 sets properties where an element has a setter and listens to `onfl-submitted`. */
export function svelteTypes(elements) {
  const interfaces = elements.map((element) =>
    interfaceOf(element, `${element.className}Attributes`, `HTMLAttributes<${element.className}>`, [
      ...settingLines(element, new Set()),
      ...eventLines(element, (name) => `on${name}`),
    ]),
  );
  return `${banner}
import type { HTMLAttributes } from 'svelte/elements';
${importsOf(elements)}

${interfaces.join('\n')}
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${mapOf(elements, 'Attributes').replace(/^ {2}/gm, '')}  }
}
`;
}
