import { banner, camel, docOf, importsOf, keyOf } from './model.mjs';

/**
 * Directives, one a tag, because Angular's templates know no other types: without them a page allows every tag and every
 * property by `CUSTOM_ELEMENTS_SCHEMA`. Written in the partial form that Angular's packages are published in, which its
 * linker finishes with whatever version the page has; `minVersion` names the oldest that can.
 */
const form = { minVersion: '14.0.0', version: '19.0.0' };

const classOf = ({ className }) => `${className}Directive`;
/** What a template calls a setting: its property, else the attribute. */
const nameOf = ({ property, attribute }) => property ?? camel(attribute);

const inputType = ({ type, valueType, isBoolean }) => {
  if (isBoolean) return "boolean | ''";
  return valueType === 'number' ? `${type} | \`\${number}\`` : `${type} | undefined`;
};

function setterOf({ property, attribute, isBoolean, valueType }) {
  const name = nameOf({ property, attribute });
  if (!property) return `  set ${name}(value) { set(this.element, '${attribute}', value); }`;
  const value = isBoolean ? "value === '' || value" : valueType === 'number' ? 'Number(value)' : 'value';
  return `  set ${name}(value) { this.element.${property} = ${value}; }`;
}

function directiveOf(element) {
  const { tag, settings, events } = element;
  const name = classOf(element);
  const inputs = settings.map((one) => `${nameOf(one)}: '${nameOf(one)}'`).join(', ');
  const outputs = events.map((event) => `${camel(event.name)}: '${event.name}'`).join(', ');
  return `export class ${name} {
  constructor(host) {
    this.element = host.nativeElement;
${events.map((event) => `    this.${camel(event.name)} = silent;\n`).join('')}  }
${settings.map(setterOf).join('\n')}
}
${name}.ɵfac = i0.ɵɵngDeclareFactory({ minVersion: '12.0.0', version: '${form.version}', ngImport: i0, type: ${name}, deps: [{ token: i0.ElementRef }], target: i0.ɵɵFactoryTarget.Directive });
${name}.ɵdir = i0.ɵɵngDeclareDirective({ minVersion: '${form.minVersion}', version: '${form.version}', type: ${name}, isStandalone: true, selector: '${tag}', inputs: { ${inputs} }, outputs: { ${outputs} }, ngImport: i0 });
`;
}

/** `angular.js`: hands what a template binds to the element; its own events reach the template by themselves. */
export function angularModule(elements) {
  return `${banner}
import * as i0 from '@angular/core';

const silent = { subscribe: () => ({ unsubscribe() {} }) };
const set = (element, name, value) =>
  value === null || value === undefined ? element.removeAttribute(name) : element.setAttribute(name, value);

${elements.map(directiveOf).join('\n')}
export const flElements = [${elements.map(classOf).join(', ')}];
`;
}

/** `angular.d.ts`: what a template's checker reads. */
export function angularTypes(elements) {
  const declared = elements.map((element) => {
    const { tag, settings, events, summary } = element;
    const inputs = settings.map((one) => `'${nameOf(one)}': { 'alias': '${nameOf(one)}'; 'required': false; };`);
    const outputs = events.map(({ name }) => `'${camel(name)}': '${name}';`);
    const members = [
      ...settings.map((one) => `${docOf(one.told)}  set ${keyOf(nameOf(one))}(value: ${inputType(one)});\n`),
      ...events.map(({ name, type, told }) => `${docOf(told)}  readonly ${camel(name)}: i0.OutputRef<${type}>;\n`),
    ];
    return `${docOf(summary, 0)}export declare class ${classOf(element)} {
${members.join('')}  static ɵfac: i0.ɵɵFactoryDeclaration<${classOf(element)}, never>;
  static ɵdir: i0.ɵɵDirectiveDeclaration<${classOf(element)}, '${tag}', never, { ${inputs.join(' ')} }, { ${outputs.join(' ')} }, never, never, true, never>;
}
`;
  });
  return `${banner}
import * as i0 from '@angular/core';
${importsOf(elements)}

${declared.join('\n')}
/** All of them, for the imports of a component. */
export declare const flElements: readonly [${elements.map((one) => `typeof ${classOf(one)}`).join(', ')}];
`;
}
