import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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
