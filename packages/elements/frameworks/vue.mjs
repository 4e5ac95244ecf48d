import { eventLines, interfaceOf, reserved } from './jsx.mjs';
import { banner, camel, docOf, importsOf, keyOf } from './model.mjs';

/** `vue.d.ts`: Vue writes attributes and events of a template in camel case before it looks for their types. */
export function vueTypes(elements) {
  const interfaces = elements.map((element) => {
    const settings = element.settings
      .filter(({ property, attribute }) => !reserved.has(property ?? attribute))
      .map(({ property, attribute, type, valueType, told }) => {
        const text = valueType === 'number' ? `${type} | \`\${number}\`` : type;
        return `${docOf(told)}  ${keyOf(property ?? camel(attribute))}?: ${text} | undefined;\n`;
      });
    const events = eventLines(element, (name) => `on${camel(`-${name}`)}`);
    return interfaceOf(element, `${element.className}Props`, 'HTMLAttributes, PublicProps', [...settings, ...events]);
  });
  const globals = elements.map(({ tag, className }) => `    '${tag}': Tag<${className}, ${className}Props>;\n`);
  return `${banner}
import type { HTMLAttributes, PublicProps } from 'vue';
${importsOf(elements)}

${interfaces.join('\n')}
/** How a template's checker finds what a tag takes; no element really has a \`$props\`. */
type Tag<Element, Props> = new () => Element & { readonly $props: Props };

declare module 'vue' {
  interface GlobalComponents {
${globals.join('')}  }
}
`;
}
