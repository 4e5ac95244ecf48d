import { expect } from '@open-wc/testing';
import { LitElement, html, type TemplateResult } from 'lit';
import { Catalogue } from './catalogue.js';
import { FlElement } from './element.js';
import { languageOf } from './language.js';

const chinese = { hello: '你好，{name}', bye: '再见' };
const english = { hello: 'Hello {name}', bye: 'Bye' };

class Quiet extends LitElement {}
customElements.define('test-quiet', Quiet);

describe('Catalogue', () => {
  it('speaks Chinese at once and English after it is loaded', async () => {
    const catalogue = new Catalogue<keyof typeof chinese>(chinese, async () => english);
    expect(catalogue.has('zh-CN')).to.equal(true);
    expect(catalogue.has('en')).to.equal(false);
    expect(catalogue.say('bye', 'en')).to.equal('再见');
    await catalogue.load('en');
    expect(catalogue.say('bye', 'en')).to.equal('Bye');
    expect(catalogue.say('bye', 'zh-CN')).to.equal('再见');
  });

  it('loads once, however many elements ask', async () => {
    let times = 0;
    const catalogue = new Catalogue<keyof typeof chinese>(chinese, async () => (times++, english));
    await Promise.all([catalogue.load('en'), catalogue.load('en')]);
    await catalogue.load('en');
    expect(times).to.equal(1);
  });

  it('goes on in Chinese where English cannot be loaded, and tries again later', async () => {
    let down = true;
    const catalogue = new Catalogue<keyof typeof chinese>(chinese, () =>
      down ? Promise.reject(new Error('down')) : Promise.resolve(english),
    );
    await catalogue.load('en');
    expect(catalogue.say('bye', 'en')).to.equal('再见');
    down = false;
    await catalogue.load('en');
    expect(catalogue.say('bye', 'en')).to.equal('Bye');
  });

  it('fills gaps, and leaves one that it has no value for', () => {
    const catalogue = new Catalogue<keyof typeof chinese>(chinese, async () => english);
    expect(catalogue.say('hello', 'zh-CN', { name: '小明' })).to.equal('你好，小明');
    expect(catalogue.say('hello', 'zh-CN', {})).to.equal('你好，{name}');
    expect(catalogue.say('hello', 'zh-CN', { name: '$&' })).to.equal('你好，$&');
  });

  it("puts a federation's own words in the place of ours", () => {
    const catalogue = new Catalogue<keyof typeof chinese>(chinese, async () => english);
    const overrides = { bye: { 'zh-CN': '慢走', en: 'Take care' } };
    expect(catalogue.say('bye', 'zh-CN', undefined, overrides)).to.equal('慢走');
    expect(catalogue.say('hello', 'zh-CN', { name: '小明' }, overrides)).to.equal('你好，小明');
  });

  it('makes only the first drawing of an element wait', async () => {
    const catalogue = new Catalogue<keyof typeof chinese>(chinese, async () => english);
    const element = new Quiet();
    const waiting = catalogue.await('en', element);
    expect(waiting).to.be.instanceOf(Promise);
    expect(catalogue.await('en', element)).to.equal(undefined);
    await waiting;
    expect(catalogue.await('en', new Quiet())).to.equal(undefined);
  });
});

describe('an element whose words are on their way', () => {
  let arrive: () => void = () => {};
  const words = new Promise<typeof english>((resolve) => (arrive = () => resolve(english)));

  class Speaks extends FlElement<keyof typeof chinese> {
    protected readonly catalogue = new Catalogue<keyof typeof chinese>(chinese, () => words);

    protected override render(): TemplateResult {
      return html`<p>${this.t('bye')}</p>`;
    }
  }
  customElements.define('test-speaks', Speaks);

  it('shows what the page put inside until they come, and then itself alone', async () => {
    const element = Object.assign(new Speaks(), { locale: 'en', innerHTML: '<a href="tel:12338">12338</a>' });
    document.body.append(element);
    await new Promise((resolve) => setTimeout(resolve));
    const link = element.querySelector('a')!;
    expect(element.shadowRoot!.textContent).to.equal('');
    expect(link.getBoundingClientRect().width).to.be.above(0);
    arrive();
    await element.updateComplete;
    expect(element.shadowRoot!.textContent).to.equal('Bye');
    expect(link.getBoundingClientRect().width).to.equal(0);
    element.remove();
  });
});

describe('languageOf', () => {
  for (const [locale, language] of [
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN_us', 'en'],
    ['eng', 'zh-CN'],
    ['zh-Hant-TW', 'zh-CN'],
    ['fr', 'zh-CN'],
    ['', 'zh-CN'],
    ['x-rtl', 'zh-CN'],
  ] as const)
    it(`takes '${locale}' for ${language}`, () => {
      expect(languageOf(locale)).to.equal(language);
    });
});
