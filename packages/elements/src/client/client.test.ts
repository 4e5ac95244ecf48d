import { expect, waitUntil } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { Catalogue } from '../base/catalogue.js';
import { connectionOf, type Client } from '../base/connection.js';
import { FlElement } from '../base/element.js';
import { Environment } from '../base/testing/environment.js';
import type { FlClient } from './index.js';
import './index.js';
import '../quick-exit/index.js';

const catalogue = new Catalogue<'hello'>({ hello: '你好' }, async () => ({ hello: 'Hello' }));

class Greets extends FlElement<'hello'> {
  static override properties = { client: { attribute: false }, federation: {} };
  client: Client | undefined = undefined;
  federation: string | null = null;
  protected readonly catalogue = catalogue;

  get connection() {
    return connectionOf(this, this.provider);
  }

  protected override render(): TemplateResult {
    return html`<p lang=${this.language} dir=${this.direction}>${this.t('hello')}</p>`;
  }
}
customElements.define('test-greets', Greets);

const environment = new Environment();
afterEach(() => environment.cleanUp());

const greeting = (element: Element) => element.shadowRoot!.querySelector('p')!;

describe('fl-client', () => {
  it('gives the elements inside it a client for its address and federation', async () => {
    const provider = await environment.render<FlClient>(
      html`<fl-client base-url="/api/" federation="990101000000"><test-greets></test-greets></fl-client>`,
    );
    const greets = environment.find(provider, 'test-greets') as unknown as Greets;
    expect(greets.connection).to.have.property('federation', '990101000000');
    expect(greets.connection).to.have.property('client', provider.state.client);
    expect(provider.state.client).to.have.property('getHelpForm');
  });

  it('keeps its client while the address stays, and makes another for another address', async () => {
    const provider = await environment.render<FlClient>(html`<fl-client base-url="/a/"></fl-client>`);
    const first = provider.state;
    provider.federation = '990101000000';
    await environment.settle(provider);
    expect(provider.state).to.not.equal(first);
    expect(provider.state.client).to.equal(first.client);
    provider.baseUrl = '/b/';
    await environment.settle(provider);
    expect(provider.state.client).to.not.equal(first.client);
  });

  it('tells the elements inside it when something changes', async () => {
    const provider = await environment.render<FlClient>(
      html`<fl-client base-url="/api/"><test-greets></test-greets></fl-client>`,
    );
    const greets = environment.find(provider, 'test-greets') as unknown as Greets;
    expect(greets.connection).to.contain('federation');
    provider.setAttribute('federation', '990101000000');
    provider.setAttribute('locale', 'en');
    provider.setAttribute('elder', '');
    await environment.settle(provider);
    expect(greets.elder).to.equal(true);
    await catalogue.load('en');
    await environment.settle(provider);
    expect(greeting(greets).textContent).to.equal('Hello');
    provider.removeAttribute('elder');
    await environment.settle(provider);
    expect(greets.elder).to.equal(false);
  });

  it('reaches into shadow roots and through slots', async () => {
    const provider = await environment.render<FlClient>(
      html`<fl-client base-url="/api/" federation="990101000000"><div></div></fl-client>`,
    );
    const greets = new Greets();
    provider.querySelector('div')!.attachShadow({ mode: 'open' }).append(greets);
    expect(greets.connection).to.have.property('client', provider.state.client);
  });

  it('serves an element that was awake before it', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const page = frame.contentDocument!;
    page.body.innerHTML = '<fl-client elder locale="en"><fl-quick-exit></fl-quick-exit></fl-client>';
    const load = (path: string) =>
      new Promise((loaded, failed) => {
        const script = page.createElement('script');
        Object.assign(script, { type: 'module', src: new URL(path, import.meta.url).href });
        script.addEventListener('load', loaded);
        script.addEventListener('error', failed);
        page.head.append(script);
      });
    await load('../quick-exit/index.ts');
    const exit = page.querySelector('fl-quick-exit')!;
    await exit.updateComplete;
    expect(exit.elder).to.equal(false);
    await load('./index.ts');
    await waitUntil(() => exit.elder && exit.language === 'en');
    frame.remove();
  });
});

describe('an element without a provider', () => {
  it('says what is missing and how to mend it', async () => {
    const greets = await environment.render<Greets>(html`<test-greets></test-greets>`);
    expect(greets.connection)
      .to.contain('<test-greets>')
      .and.to.contain('<fl-client base-url')
      .and.to.contain('`client` property');
  });

  it('says so, too, where the provider has no usable address', async () => {
    const provider = await environment.render<FlClient>(
      html`<fl-client base-url="http://" federation="990101000000"><test-greets></test-greets></fl-client>`,
    );
    const greets = environment.find(provider, 'test-greets') as unknown as Greets;
    expect(greets.connection).to.contain('valid base-url');
  });

  it('takes its own client before that of the provider', async () => {
    const own = {} as Client;
    const provider = await environment.render<FlClient>(
      html`<fl-client base-url="/api/" federation="990101000000"
        ><test-greets .client=${own} federation="990102000000"></test-greets
      ></fl-client>`,
    );
    const greets = environment.find(provider, 'test-greets') as unknown as Greets;
    expect(greets.connection).to.deep.equal({ client: own, federation: '990102000000' });
  });
});

describe('the language of an element', () => {
  it('is its own locale first', async () => {
    const greets = await environment.render<Greets>(html`<test-greets locale="en-GB" lang="zh-CN"></test-greets>`);
    expect(greeting(greets).textContent).to.equal('Hello');
    expect(greeting(greets).lang).to.equal('en');
  });

  it('is the nearest lang where nobody says a locale', async () => {
    const section = await environment.render(html`<section lang="en"><test-greets></test-greets></section>`);
    expect(greeting(environment.find(section, 'test-greets')).textContent).to.equal('Hello');
  });

  it('is Chinese where the page speaks what we do not', async () => {
    const section = await environment.render(html`<section lang="fr"><test-greets></test-greets></section>`);
    expect(greeting(environment.find(section, 'test-greets')).textContent).to.equal('你好');
  });

  it('runs from right to left in the pseudo-locale, and never because the page does', async () => {
    const section = await environment.render(
      html`<section dir="rtl"><test-greets locale="x-rtl"></test-greets><test-greets></test-greets></section>`,
    );
    const [mirrored, plain] = section.querySelectorAll('test-greets');
    expect(greeting(mirrored!).dir).to.equal('rtl');
    expect(greeting(plain!).dir).to.equal('ltr');
  });
});
