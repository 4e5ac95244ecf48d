import type { StorybookConfig } from '@storybook/web-components-vite';

/** One copy of Lit, whichever module asks for it: two would refuse each other's templates. */
const lit = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'];

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
      include: [
        ...(vite.optimizeDeps?.include ?? []),
        'lit',
        'lit/decorators.js',
        'lit/directives/repeat.js',
        'zod/mini',
      ],
    },
    build: { ...vite.build, chunkSizeWarningLimit: 2000 },
  }),
};

export default config;
