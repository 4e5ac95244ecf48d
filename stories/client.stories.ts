import '@fulian/elements/client';
import '@fulian/elements/help-form';
import { html, nothing } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { createClient } from '@fulian/sdk';
import { createTestServer } from '@fulian/sdk/testing';

interface Args {
  federation: string;
  appearance?: 'blue' | 'red';
}

/** Milliseconds until something that has not come counts as missing. */
const patience = 15_000;

async function until(holds: () => boolean, what: string): Promise<void> {
  const end = Date.now() + patience;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`${what} has not come`);
    await new Promise((drawn) => setTimeout(drawn, 20));
  }
}

/** Waits until the form inside has this primary colour. */
function wears(primary: string) {
  return async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const form = canvasElement.querySelector('fl-help-form')!;
    const worn = () => getComputedStyle(form).getPropertyValue('--fl-color-primary').trim();
    await until(() => worn() === primary, `the colour ${primary}`);
  };
}

/** As a portal's own script does it: a class on the page. */
function toggle(event: Event): void {
  const { id } = event.currentTarget as HTMLElement;
  document.querySelector('.host-page')!.classList.toggle(id);
}

const client = createClient({ baseUrl: '', fetch: createTestServer().fetch });

const meta: Meta<Args> = {
  title: 'Elements/Client',
  component: 'fl-client',
  args: { federation: '990101000000' },
  parameters: { controls: { include: ['federation'] } },
  render: ({ federation, appearance }, { globals }) => html`
    <main class="host-page">
      <fl-client
        .client=${client}
        federation=${federation || nothing}
        locale=${globals.locale}
        appearance=${appearance ?? nothing}
        ?elder=${globals.elder === 'on'}
      >
        <fl-help-form exit-href="./left.html" appearance=${appearance ? nothing : globals.appearance}></fl-help-form>
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

/** A preset for all inside: that of a government portal. `<fl-client>` fetches it. */
export const GovernmentBlue: Story = { args: { appearance: 'blue' }, play: wears('#14549f') };

/** A preset for all inside: that of a Women's Federation's own pages. */
export const WarmRed: Story = { args: { appearance: 'red' }, play: wears('#b0263a') };

/** The page's own bar for elders and for those who need other colours; ours go with it. */
export const FollowsThePage: Story = {
  args: { appearance: 'blue' },
  render: ({ federation, appearance }, { globals }) => html`
    <div class="host-page">
      <nav aria-label="portal">
        ${(['old-mode', 'night', 'high-contrast'] as const).map(
          (mode) => html`<button id=${mode} type="button" @click=${toggle}>${mode}</button>`,
        )}
      </nav>
      <main>
        <fl-client
          .client=${client}
          federation=${federation}
          locale=${globals.locale}
          appearance=${appearance}
          elder-when=".host-page.old-mode"
          dark-when=".host-page.night"
          contrast-when=".host-page.high-contrast"
        >
          <fl-help-form exit-href="./left.html"></fl-help-form>
        </fl-client>
      </main>
    </div>
  `,
  play: async (context) => {
    const press = (mode: string) => context.canvasElement.querySelector<HTMLElement>(`#${mode}`)!.click();
    await wears('#14549f')(context);
    press('night');
    await wears('#9cc8ff')(context);
    press('high-contrast');
    await wears('#4a0023')(context);
    press('high-contrast');
    press('night');
    press('old-mode');
    await wears('#14549f')(context);
    await until(() => context.canvasElement.querySelector('fl-help-form[elder]') !== null, 'elder mode');
  },
};
