import { tokenMeanings } from './token-meanings.js';

/** A custom property with what holds where a page sets none. `dark` is absent where it is the same. */
export interface Token {
  readonly name: string;
  readonly meaning: string;
  readonly light: string;
  readonly dark: string | undefined;
}

function defaultsIn(css: string): Map<string, string> {
  const uses = css.matchAll(/var\(\s*(--fl-[\w-]+),\s*((?:[^()]|\([^()]*\))+?)\s*\)/g);
  return new Map([...uses].map(([, name = '', value = '']) => [name, value.replace(/\s+/g, ' ')]));
}

const blockOf = (source: string, name: string) => source.split(`const ${name} = css\``)[1]?.split('`;')[0] ?? '';

/** The base's custom properties with their defaults, from the text of its style modules. */
export function tokensIn(styleModules: readonly string[]): Token[] {
  const source = styleModules.join('\n');
  const light = new Map([...defaultsIn(source), ...defaultsIn(blockOf(source, 'light'))]);
  const dark = defaultsIn(blockOf(source, 'dark'));
  return Object.entries(tokenMeanings).map(([name, meaning]) => {
    const [day = '', night = day] = [light.get(name), dark.get(name)];
    return { name, meaning, light: day, dark: night === day ? undefined : night };
  });
}
