import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cli as analyze } from '@custom-elements-manifest/analyzer/cli.js';
import type { StorybookConfig } from '@storybook/web-components-vite';

/** One copy of Lit, whichever module asks for it: two would refuse each other's templates. */
const lit = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'];

const litFolder = fileURLToPath(new URL('../node_modules/lit/', import.meta.url));
const modulesIn = (folder: string) => readdirSync(`${litFolder}${folder}`).filter((name) => name.endsWith('.js'));
const litEntries = [
  'lit',
  ...['decorators.js', 'directive.js', 'directive-helpers.js', 'async-directive.js', 'static-html.js'].map(
    (name) => `lit/${name}`,
  ),
  ...modulesIn('directives').map((name) => `lit/directives/${name}`),
];

/** The elements' manifest, made anew from their source; it fails where an element does not describe itself. */
const manifest = {
  name: 'fulian-elements-manifest',
  resolveId: (id: string) => (id === 'virtual:elements-manifest' ? `\0${id}` : undefined),
  load: async (id: string) => {
    if (id !== '\0virtual:elements-manifest') return undefined;
    const argv = ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'];
    const made = await analyze({
      argv,
      cwd: fileURLToPath(new URL('../packages/elements', import.meta.url)),
      noWrite: true,
    });
    return `export default ${JSON.stringify(made)}`;
  },
};

/** Stories and guides of this repository; no telemetry, and nothing from an address outside it. */
const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  staticDirs: ['../stories/static'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false },
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), manifest],
    resolve: {
      ...vite.resolve,
      dedupe: [...(vite.resolve?.dedupe ?? []), ...lit],
      // The rooms are read from source, so that a story shows what is written now.
      conditions: ['fulian-source', 'module', 'browser', 'development|production'],
    },
    optimizeDeps: {
      ...vite.optimizeDeps,
      // All entries of Lit at once: one that is found later, or that Storybook brings, would be a second copy.
      include: [...(vite.optimizeDeps?.include ?? []), ...litEntries, 'zod/mini'],
    },
    build: { ...vite.build, chunkSizeWarningLimit: 2000 },
  }),
};

export default config;
