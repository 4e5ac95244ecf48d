import manifest from 'virtual:elements-manifest';
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { presetCss } from '../packages/elements/tokens/preset-css.js';

setCustomElementsManifest(manifest);

// As a page that loads the presets as style sheets, so that the toolbar has them for elements by themselves, too.
const presetSheet = document.createElement('style');
presetSheet.textContent = presetCss('blue') + presetCss('red');
document.head.append(presetSheet);

/** What every story has: the toolbar's language, type size and colours, and an accessibility check that fails. */
const preview: Preview = {
  globalTypes: {
    locale: {
      description: 'Language of the interface',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'zh-CN', title: '中文' },
          { value: 'en', title: 'English' },
          { value: 'x-rtl', title: 'Right to left (pseudo)' },
        ],
      },
    },
    elder: {
      description: 'Elder mode: larger type and targets',
      toolbar: {
        title: 'Elder mode',
        icon: 'accessibility',
        dynamicTitle: true,
        items: [
          { value: 'off', title: 'Usual size' },
          { value: 'on', title: 'Elder mode' },
        ],
      },
    },
    appearance: {
      description: 'Colours',
      toolbar: {
        title: 'Colours',
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
          { value: 'contrast', title: 'High contrast' },
          { value: 'blue', title: 'Government blue' },
          { value: 'red', title: 'Warm red' },
        ],
      },
    },
  },
  initialGlobals: { locale: 'zh-CN', elder: 'off', appearance: 'light' },
  decorators: [
    (story, { globals }) => {
      const page = document.documentElement;
      page.lang = globals.locale === 'en' ? 'en' : 'zh-CN';
      page.dir = globals.locale === 'x-rtl' ? 'rtl' : 'ltr';
      page.dataset.appearance = String(globals.appearance);
      return story();
    },
  ],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { expanded: true },
    docs: { story: { inline: false, height: '560px' } },
    options: {
      storySort: {
        order: [
          'Guides',
          [
            'Start in five minutes',
            'Safety',
            'Threat model',
            'Theming',
            'Theme playground',
            'Run the service',
            'Architecture',
          ],
          'Elements',
          'Decisions',
        ],
      },
    },
  },
};

export default preview;
