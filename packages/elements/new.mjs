/**
 * `npm run new -- service-map`: the files of a new element `<fl-service-map>`, which pass every check as they are: class,
 * index, styles, test in real browsers, words in two languages, story.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'oxfmt';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const [name = '', root = repository] = process.argv.slice(2);

/** Says what is wrong, in one line, and ends. */
function refuse(reason) {
  console.error(`npm run new: ${reason}`);
  process.exit(1);
}

if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))
  refuse(`'${name}' is not a name; give it in kebab-case and without 'fl-', such as: npm run new -- service-map`);
if (name.startsWith('fl-')) refuse(`leave 'fl-' away: npm run new -- ${name.slice(3)}`);
const home = join(root, 'packages/elements/src');
if (existsSync(join(home, name))) refuse(`packages/elements/src/${name} is there already`);

const tag = `fl-${name}`;
const className = `Fl${name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}`;
const title = name.replace(/-/g, ' ').replace(/^./, (letter) => letter.toUpperCase());

const files = {
  [`packages/elements/src/${name}/index.ts`]: `import { define } from '../base/define.js';
import { ${className} } from './${name}.js';

export { ${className} };

define('${tag}', ${className});

declare global {
  interface HTMLElementTagNameMap {
    '${tag}': ${className};
  }
}
`,
  [`packages/elements/src/${name}/${name}.ts`]: `import { html, type TemplateResult } from 'lit';
import { Catalogue } from '../base/catalogue.js';
import { FlElement } from '../base/element.js';
import { tokens } from '../base/tokens.styles.js';
import { words as chinese } from '../locales/zh-CN/${name}.js';
import { styles } from './${name}.styles.js';

type Word = keyof typeof chinese;

const catalogue = new Catalogue<Word>(chinese, async () => (await import('../locales/en/${name}.js')).words);

/**
 * @summary ${title}: one sentence on what it is for and for whom.
 *
 * @slot - What is shown where the script never runs, such as a telephone number.
 * @csspart base - Everything.
 * @csspart heading - The heading.
 */
export class ${className} extends FlElement<Word> {
  static override styles = [tokens, styles];

  protected readonly catalogue = catalogue;

  protected override render(): TemplateResult {
    return html\`<div class="base" part="base" lang=\${this.language} dir=\${this.direction}>
      <h2 part="heading">\${this.t('heading')}</h2>
    </div>\`;
  }
}
`,
  [`packages/elements/src/${name}/${name}.styles.ts`]: `import { css } from 'lit';

/** Calm, with room around it. */
export const styles = css\`
  .base {
    padding: var(--_space);
    background: var(--_surface);
  }
  h2 {
    margin: 0;
    font-size: 1.33em;
    line-height: 1.3;
  }
\`;
`,
  [`packages/elements/src/${name}/${name}.test.ts`]: `import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { Environment } from '../base/testing/environment.js';
import type { ${className} } from './index.js';
import './index.js';

const environment = new Environment();
afterEach(() => environment.cleanUp());

async function prepareState(template = html\`<${tag}></${tag}>\`) {
  const element = await environment.render<${className}>(template);
  const heading = environment.find(element, '[part=heading]');
  return { element, heading };
}

describe('${tag}', () => {
  it('speaks Chinese, and English where it is asked to', async () => {
    const { heading } = await prepareState();
    expect(heading.textContent).to.equal('${title}');
    const english = await prepareState(html\`<${tag} locale="en"></${tag}>\`);
    expect(english.element.language).to.equal('en');
    expect(english.heading.textContent).to.equal('${title}');
  });

  it('has no accessibility violation', async () => {
    const { element } = await prepareState();
    await expect(element).to.be.accessible();
  });
});
`,
  [`packages/elements/src/locales/zh-CN/${name}.ts`]: `/** The words of \`<${tag}>\`. */
export const words = {
  heading: '${title}',
};
`,
  [`packages/elements/src/locales/en/${name}.ts`]: `import type { Words } from '../../base/language.js';
import type { words as chinese } from '../zh-CN/${name}.js';

/** The words of \`<${tag}>\`. */
export const words: Words<keyof typeof chinese> = {
  heading: '${title}',
};
`,
  [`stories/${name}.stories.ts`]: `import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@fulian/elements/${name}';

const meta: Meta = {
  title: 'Elements/${title}',
  component: '${tag}',
  render: (_, { globals }) => html\`
    <${tag}
      locale=\${globals.locale}
      appearance=\${globals.appearance}
      ?elder=\${globals.elder === 'on'}
    ></${tag}>
  \`,
};

export default meta;

/** As it begins. */
export const Initial: StoryObj = {};

/** Larger type and larger targets. */
export const Elder: StoryObj = { globals: { elder: 'on' } };

/** In English. */
export const English: StoryObj = { globals: { locale: 'en' } };

/** Mirrored, for languages that are read from right to left. */
export const RightToLeft: StoryObj = { globals: { locale: 'x-rtl' } };

/** Dark colours. */
export const Dark: StoryObj = { globals: { appearance: 'dark' } };

/** High contrast. */
export const HighContrast: StoryObj = { globals: { appearance: 'contrast' } };
`,
};

const paths = Object.keys(files).map((path) => join(root, path));
const taken = paths.find((path) => existsSync(path));
if (taken) refuse(`${relative(root, taken)} is there already`);
const {
  ignorePatterns: _,
  $schema: _schema,
  ...style
} = JSON.parse(readFileSync(join(repository, '.oxfmtrc.json'), 'utf8'));
for (const [path, text] of Object.entries(files)) {
  const { code } = await format(path, text, style);
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), code);
}

console.log(`<${tag}> is there:\n${paths.map((path) => `  ${relative(root, path)}`).join('\n')}`);
console.log(
  `Next: its words, its summary, its store (CONTRIBUTING.md, steps 7 to 9), and a size budget in .size-limit.mjs.`,
);
