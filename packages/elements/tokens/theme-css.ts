import { propertyOf } from './format.js';

/** Values of tokens by their paths. */
type Values = Iterable<readonly [path: string, css: string]>;

/** A look with all that belongs to it. */
export interface Look {
  readonly values: Values;
  /** What the browser draws itself (lists, scroll bars) is dark, too. */
  readonly isDark: boolean;
}

/** A look by day and, where there are others, at night and in high contrast. */
export interface Theme {
  readonly day: Look;
  readonly night?: Look | undefined;
  readonly contrast?: Look | undefined;
}

function block(selector: string, { values, isDark }: Look, indent: string): string {
  const lines = [...values].map(([path, css]) => `${indent}  ${propertyOf(path)}: ${css};`);
  return [
    `${indent}${selector} {`,
    ...lines,
    `${indent}  --fl-scheme: ${isDark ? 'dark' : 'light'};`,
    `${indent}}`,
  ].join('\n');
}

/** A style sheet that gives whatever `selector` finds, and all inside it, the look of `theme`. */
export function themeCss(selector: string, { day, night, contrast }: Theme): string {
  const blocks = [block(selector, day, '')];
  if (night) blocks.push(`@media (prefers-color-scheme: dark) {\n${block(selector, night, '  ')}\n}`);
  if (contrast) blocks.push(`@media (prefers-contrast: more) {\n${block(selector, contrast, '  ')}\n}`);
  return `${blocks.join('\n')}\n`;
}
