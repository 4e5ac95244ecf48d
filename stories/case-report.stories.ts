import '@fulian/elements/case-report';
import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { createClient } from '@fulian/sdk';
import { createTestServer, testPassword, type TestServer } from '@fulian/sdk/testing';

interface ReportArgs {
  federation: string;
  staff: boolean;
}
type Story = StoryObj<ReportArgs>;

const meta: Meta<ReportArgs> = {
  title: 'Elements/Case report',
  component: 'fl-case-report',
  args: { federation: '990101000000', staff: false },
  argTypes: {
    federation: { control: 'text', description: '12-digit code of the federation that it is about.' },
    staff: { control: 'boolean', description: 'For staff, with all figures.' },
  },
  parameters: { controls: { include: ['federation', 'staff'] } },
  render: ({ federation, staff }, { globals, parameters }) => {
    // A service in memory; no story asks a network for anything.
    const server = createTestServer();
    server.state.cases.addMany(600);
    (parameters.service as ((server: TestServer) => void) | undefined)?.(server);
    const client = createClient({ baseUrl: 'https://service.example', fetch: server.fetch, retry: { attempts: 1 } });
    return html`<main>
      <fl-case-report
        .client=${client}
        federation=${federation}
        ?staff=${staff}
        locale=${globals.locale}
        appearance=${globals.appearance}
        ?elder=${globals.elder === 'on'}
      ></fl-case-report>
    </main>`;
  },
};

export default meta;

async function there(canvas: HTMLElement, selector: string): Promise<HTMLElement> {
  for (const end = Date.now() + 10_000; ;) {
    const root = canvas.querySelector('fl-case-report')?.shadowRoot;
    const found = root?.querySelector<HTMLElement>(selector);
    if (found) return found;
    if (Date.now() > end) throw new Error(`${selector} is not there: '${root?.textContent ?? 'no report'}'`);
    await new Promise((turn) => setTimeout(turn, 20));
  }
}

const shown: Story['play'] = async ({ canvasElement }) => void (await there(canvasElement, 'table'));

/** For everybody: small numbers are left out, and it says why. */
export const Public: Story = { play: shown };

/** For staff: all figures, of this month, too. */
export const Staff: Story = {
  args: { staff: true },
  play: async ({ canvasElement }) => {
    ((await there(canvasElement, '#account')) as HTMLInputElement).value = 'supervisor.qingxi';
    ((await there(canvasElement, '#password')) as HTMLInputElement).value = testPassword;
    ((await there(canvasElement, 'form')) as HTMLFormElement).requestSubmit();
    const period = (await there(canvasElement, '#period')) as HTMLSelectElement;
    period.value = period.options[0]!.value;
    period.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    await there(canvasElement, 'rect[width="100.00"]');
  },
};

/** Staff that has not signed in. */
export const SignIn: Story = {
  args: { staff: true },
  play: async ({ canvasElement }) => void (await there(canvasElement, '#account')),
};

/** The service has not answered yet. */
export const Pending: Story = {
  parameters: { service: (server: TestServer) => void server.hold('getPublicCaseReport') },
};

/** The service is down. */
export const ErrorServiceDown: Story = {
  parameters: { service: (server: TestServer) => void server.fail('getPublicCaseReport', 'unavailable', Infinity) },
  play: async ({ canvasElement }) => void (await there(canvasElement, '#retry')),
};

/** Nothing happened. */
export const Empty: Story = {
  parameters: { service: ({ state }: TestServer) => state.cases.clear() },
  play: async ({ canvasElement }) => void (await there(canvasElement, '[part=figures]')),
};

/** Elder mode. */
export const Elder: Story = { globals: { elder: 'on' }, play: shown };

/** In English. */
export const English: Story = { globals: { locale: 'en' }, play: shown };

/** From right to left, in a pseudo-language. */
export const RightToLeft: Story = { globals: { locale: 'x-rtl' }, play: shown };

/** Dark colours. */
export const Dark: Story = { globals: { appearance: 'dark' }, play: shown };

/** High contrast. */
export const HighContrast: Story = { globals: { appearance: 'contrast' }, play: shown };
