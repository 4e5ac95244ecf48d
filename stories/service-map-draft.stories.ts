import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@fulian/elements/service-map-draft';

const meta: Meta = {
  title: 'Elements/Service map draft',
  component: 'fl-service-map-draft',
  render: (_, { globals }) => html`
    <fl-service-map-draft
      locale=${globals.locale}
      appearance=${globals.appearance}
      ?elder=${globals.elder === 'on'}
    ></fl-service-map-draft>
  `,
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
