import '@fulian/elements/client';
import '@fulian/elements/help-form';
import { html, nothing } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { createClient } from '@fulian/sdk';
import { createTestServer } from '@fulian/sdk/testing';

interface Args {
  federation: string;
}

const client = createClient({ baseUrl: '', fetch: createTestServer().fetch });

const meta: Meta<Args> = {
  title: 'Elements/Client',
  component: 'fl-client',
  args: { federation: '990101000000' },
  parameters: { controls: { include: ['federation'] } },
  render: ({ federation }, { globals }) => html`
    <main class="host-page">
      <fl-client
        .client=${client}
        federation=${federation || nothing}
        locale=${globals.locale}
        ?elder=${globals.elder === 'on'}
      >
        <fl-help-form exit-href="./left.html" appearance=${globals.appearance}></fl-help-form>
      </fl-client>
    </main>
  `,
};

export default meta;
type Story = StoryObj<Args>;

/** The form inside takes service, federation, language and type size from it. */
export const AroundAForm: Story = {};

/** Elder mode and language for everything inside. */
export const ElderAndEnglish: Story = { globals: { locale: 'en', elder: 'on' } };

/** Something is missing: the element inside says what, and how to mend it. */
export const WithoutAFederation: Story = { args: { federation: '' } };
