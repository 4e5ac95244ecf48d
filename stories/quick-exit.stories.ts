import { html, nothing } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { action } from 'storybook/actions';
import '@fulian/elements/quick-exit';

interface Args {
  href: string;
  label: string;
}

/** The page that a story leaves for; one of our own, because stories ask nobody else for anything. */
const left = './left.html';

const meta: Meta<Args> = {
  title: 'Elements/Quick exit',
  component: 'fl-quick-exit',
  args: { href: left, label: '' },
  argTypes: {
    href: { control: 'text', description: 'Where to go; `http`, `https` or relative.' },
    label: { control: 'text', description: 'Words on the button; its own where empty.' },
  },
  parameters: { controls: { include: ['href', 'label'] } },
  render: ({ href, label }, { globals }) => html`
    <main class="host-page">
      <h1>${globals.locale === 'en' ? 'A page of the county' : '县里的一个网页'}</h1>
      <p>
        ${globals.locale === 'en' ? 'The button stays in reach wherever one scrolls.' : '不管页面滚到哪里，按钮都在手边。'}
      </p>
    </main>
    <fl-quick-exit
      href=${href}
      label=${label || nothing}
      locale=${globals.locale}
      appearance=${globals.appearance}
      ?elder=${globals.elder === 'on'}
      @fl-exited=${action('fl-exited')}
    ></fl-quick-exit>
  `,
};

export default meta;
type Story = StoryObj<Args>;

/** The button alone, as a portal puts it on every page. */
export const Standalone: Story = {};

/** Larger type and a larger target. */
export const Elder: Story = { globals: { elder: 'on' } };

/** In English. */
export const English: Story = { globals: { locale: 'en' } };

/** On a page that reads from right to left the button changes sides. */
export const RightToLeft: Story = { globals: { locale: 'x-rtl' } };

/** Dark colours. */
export const Dark: Story = { globals: { appearance: 'dark' } };

/** High contrast. */
export const HighContrast: Story = { globals: { appearance: 'contrast' } };

/** Words of the portal's own. */
export const OwnWords: Story = { args: { label: '马上离开' } };
