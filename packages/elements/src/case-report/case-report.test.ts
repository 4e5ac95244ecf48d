import { expect } from '@open-wc/testing';
import { html, nothing } from 'lit';
import { createClient } from '@fulian/sdk';
import { createTestServer, testPassword, type TestServer } from '@fulian/sdk/testing';
import { Environment } from '../base/testing/environment.js';
import type { FlCaseReport } from './index.js';
import './index.js';

const environment = new Environment();
afterEach(() => environment.cleanUp());

interface Options {
  readonly staff?: boolean;
  readonly locale?: string;
  readonly appearance?: string;
  readonly elder?: boolean;
  readonly prepare?: (server: TestServer) => void;
}

async function prepareState({ staff, locale, appearance, elder, prepare }: Options = {}) {
  const server = createTestServer();
  server.state.cases.addMany(600);
  prepare?.(server);
  const client = createClient({ baseUrl: 'https://service.example', fetch: server.fetch, retry: { attempts: 1 } });
  const element = await environment.render<FlCaseReport>(
    html`<fl-case-report
      .client=${client}
      federation="990101000000"
      ?staff=${staff}
      ?elder=${elder}
      locale=${locale ?? nothing}
      appearance=${appearance ?? nothing}
    ></fl-case-report>`,
  );
  const root = element.shadowRoot!;
  const there = async (selector: string) => {
    for (const end = Date.now() + 8000; ;) {
      await element.updateComplete;
      const found = root.querySelector<HTMLElement>(selector);
      if (found) return found;
      if (Date.now() > end) throw new Error(`${selector} is not there: ${root.textContent}`);
      await new Promise((turn) => setTimeout(turn));
    }
  };
  const signIn = async () => {
    ((await there('#account')) as HTMLInputElement).value = 'supervisor.qingxi';
    ((await there('#password')) as HTMLInputElement).value = testPassword;
    root.querySelector('form')!.requestSubmit();
    await there('table');
  };
  return { element, root, server, there, signIn };
}

describe('fl-case-report', () => {
  it('shows the public figures without signing in, and says why numbers are left out', async () => {
    const { element, root, there } = await prepareState();
    await there('table');
    expect(root.textContent).to.contain('向社会公开的数据');
    expect((await there('[part=suppressed]')).textContent).to.contain('少于 5 件的不写数目');
    const numbers = [...root.querySelectorAll('td.number')].map((one) => one.textContent.trim());
    expect(numbers).to.include('少于 5');
    for (const one of numbers) expect(['1', '2', '3', '4']).not.to.include(one);
    await expect(element).to.be.accessible();
  });

  it('shows all figures to staff, each bar as long as its number says, in a table', async () => {
    const { element, root, there, signIn } = await prepareState({ staff: true });
    await signIn();
    const period = (await there('#period')) as unknown as HTMLSelectElement;
    period.value = period.options[0]!.value;
    period.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    await there('rect');
    expect(root.textContent).to.contain('内部数据');
    for (const table of root.querySelectorAll('table')) {
      const rows = [...table.querySelectorAll('tbody tr')];
      const counts = rows.map((row) => Number(row.querySelector('td.number')!.textContent));
      const widths = rows.map((row) => Number(row.querySelector('rect')!.getAttribute('width')));
      const most = Math.max(...counts);
      rows.forEach((row, at) => {
        expect(row.querySelector('th')!.getAttribute('scope')).to.equal('row');
        expect(widths[at]).to.be.closeTo(most === 0 ? 0 : (100 * counts[at]!) / most, 0.01);
      });
    }
    expect(root.querySelectorAll('thead th[scope=col]').length).to.be.greaterThan(4);
    await expect(element).to.be.accessible();
  });

  it('gives the table as a file with a name that says the period and nothing else', async () => {
    const { root, there } = await prepareState();
    await there('table');
    const names: string[] = [];
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      names.push(this.download);
    };
    try {
      root.querySelector<HTMLElement>('#csv')!.click();
      for (const end = Date.now() + 4000; names.length === 0 && Date.now() < end;)
        await new Promise((turn) => setTimeout(turn));
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(names).to.have.length(1);
    expect(names[0]).to.match(/^report-20\d\d-\d\d\.csv$/);
  });

  it('chooses quarters and half years', async () => {
    const { there } = await prepareState();
    await there('table');
    const kind = (await there('#kind')) as unknown as HTMLSelectElement;
    kind.value = 'quarter';
    kind.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    await there('table');
    expect((await there('#period')).textContent).to.contain('季度');
  });

  it('says what went wrong and tries again', async () => {
    const { element, there } = await prepareState({
      prepare: (server) => void server.fail('getPublicCaseReport', 'unavailable', 1),
    });
    await there('#retry');
    await expect(element).to.be.accessible();
    (await there('#retry')).click();
    await there('table');
  });

  for (const [words, options] of [
    ['in English', { locale: 'en' }],
    ['in elder mode', { elder: true }],
    ['in dark colours', { appearance: 'dark' }],
    ['in high contrast', { appearance: 'contrast' }],
    ['from right to left', { locale: 'x-rtl' }],
  ] as const)
    it(`shows nothing that axe objects to ${words}`, async () => {
      const { element, there } = await prepareState(options);
      await there('table');
      await expect(element).to.be.accessible();
    });
});
