import { expect, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import { createClient } from '@fulian/sdk';
import { createTestServer } from '@fulian/sdk/testing';
import { Environment } from '../base/testing/environment.js';
import { palettes } from './client.presets.js';
import type { FlClient } from './index.js';
import './index.js';
import '../help-form/index.js';

const environment = new Environment();
const page = document.documentElement;
const warnings: string[] = [];
const { warn } = console;

beforeEach(() => {
  warnings.length = 0;
  Object.assign(console, { warn: (...words: unknown[]) => void warnings.push(words.join(' ')) });
});
afterEach(() => {
  Object.assign(console, { warn });
  environment.cleanUp();
  page.className = '';
  page.removeAttribute('data-contrast');
  document.querySelector('#host-toolbar')?.remove();
});

const first = (palette: keyof typeof palettes) => palettes[palette].split('|')[0]!;
const textOf = (element: Element) => getComputedStyle(element).getPropertyValue('--fl-color-text').trim();
const wears = (element: Element, palette: keyof typeof palettes) =>
  waitUntil(() => textOf(element) === first(palette), `the colours of ${palette}`, { timeout: 8_000 });
const wearsNothing = (element: Element) =>
  waitUntil(() => textOf(element) === '', 'no colours of its own', { timeout: 8_000 });

describe('the appearance of fl-client', () => {
  it('reaches the elements inside, also deep in shadow roots, and goes when it is taken away', async () => {
    const client = createClient({ baseUrl: 'https://service.example', fetch: createTestServer().fetch });
    const provider = await environment.render<FlClient>(
      html`<fl-client .client=${client} federation="990101000000" appearance="light"
        ><fl-help-form></fl-help-form
      ></fl-client>`,
    );
    const form = environment.find(provider, 'fl-help-form');
    await wears(form, 'light');
    provider.setAttribute('appearance', 'dark');
    await wears(form, 'dark');
    await waitUntil(() => form.shadowRoot!.querySelector('.base'));
    const { color, colorScheme } = getComputedStyle(form.shadowRoot!.querySelector('.base')!);
    expect([color, colorScheme]).to.deep.equal(['rgb(246, 239, 236)', 'dark']);
    provider.removeAttribute('appearance');
    await wearsNothing(form);
  });

  it('follows the device where a preset has a night', async () => {
    const provider = await environment.render<FlClient>(html`<fl-client appearance="blue"></fl-client>`);
    const isNight = matchMedia('(prefers-color-scheme: dark)').matches;
    await wears(provider, isNight ? 'blue-dark' : 'blue');
    expect(getComputedStyle(provider).getPropertyValue('--fl-radius').trim()).to.equal('4px');
    provider.appearance = 'red';
    await wears(provider, isNight ? 'red-dark' : 'red');
    expect(getComputedStyle(provider).getPropertyValue('--fl-radius').trim(), 'a rest of the blue one').to.equal('');
  });

  it('comes after what the page sets on the same element', async () => {
    const provider = await environment.render<FlClient>(html`<fl-client appearance="red"></fl-client>`);
    provider.style.setProperty('--fl-color-text', '#123456');
    await waitUntil(() => getComputedStyle(provider).getPropertyValue('--fl-color-primary').trim() !== '');
    expect(textOf(provider)).to.equal('#123456');
  });

  it('says once which ones there are where it knows none of that name', async () => {
    const provider = await environment.render<FlClient>(html`<fl-client appearance="constructor"></fl-client>`);
    await waitUntil(() => warnings.length > 0, 'a warning', { timeout: 8_000 });
    provider.elder = true;
    await environment.settle(provider);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('"constructor"').and.to.contain('plain, light, dark, contrast, blue, red');
    expect(textOf(provider)).to.equal('');
  });
});

/** As many portals have one: a button that sets a class on the page for those who read large. */
function elderToolbar(): HTMLButtonElement {
  const toolbar = document.createElement('div');
  toolbar.id = 'host-toolbar';
  toolbar.innerHTML = '<button type="button">长者模式</button>';
  document.body.append(toolbar);
  const button = toolbar.querySelector('button')!;
  button.onclick = () => page.classList.toggle('old-mode');
  return button;
}

/** As barrier-free toolbars are: a bar that is put in when it is asked for, with colours by an attribute of the page. */
function barrierFreeToolbar(): { open(): void; colours(name: string): void; close(): void } {
  return {
    open: () => {
      const bar = document.createElement('div');
      bar.id = 'host-toolbar';
      bar.className = 'accessible-bar';
      document.body.prepend(bar);
    },
    colours: (name) => page.setAttribute('data-contrast', name),
    close: () => {
      document.querySelector('#host-toolbar')!.remove();
      page.removeAttribute('data-contrast');
    },
  };
}

describe('the modes of the page', () => {
  it('turn elder mode on and off with a class of the page', async () => {
    const button = elderToolbar();
    const provider = await environment.render<FlClient>(html`<fl-client elder-when="html.old-mode"></fl-client>`);
    const isElder = (wanted: boolean) =>
      waitUntil(() => provider.elder === wanted && provider.state.elder === wanted, `elder: ${wanted}`, {
        timeout: 8_000,
      });
    button.click();
    await isElder(true);
    button.click();
    await isElder(false);
    button.click();
    await isElder(true);
  });

  it('take colours from a bar that comes later and goes again', async () => {
    const toolbar = barrierFreeToolbar();
    const provider = await environment.render<FlClient>(
      html`<fl-client
        appearance="blue"
        elder-when=".accessible-bar"
        dark-when="[data-contrast='night']"
        contrast-when="[ data-contrast='strong' ]"
      ></fl-client>`,
    );
    const isNight = matchMedia('(prefers-color-scheme: dark)').matches;
    await wears(provider, isNight ? 'blue-dark' : 'blue');
    toolbar.open();
    await waitUntil(() => provider.elder, 'elder', { timeout: 8_000 });
    toolbar.colours('night');
    await wears(provider, 'blue-dark');
    toolbar.colours('strong');
    await wears(provider, 'contrast');
    toolbar.close();
    await wears(provider, isNight ? 'blue-dark' : 'blue');
    await waitUntil(() => !provider.elder, 'not elder', { timeout: 8_000 });
  });

  it('are told to style sheets of the page, which may have a night of their own; high contrast comes before all of them', async () => {
    const provider = await environment.render<FlClient>(
      html`<fl-client appearance="red" dark-when=".night" contrast-when=".strong"></fl-client>`,
    );
    provider.style.setProperty('--fl-color-text', '#123456');
    page.className = 'night';
    await waitUntil(() => provider.getAttribute('mode') === 'dark', 'the mode', { timeout: 8_000 });
    expect(textOf(provider)).to.equal('#123456');
    page.className = 'night strong';
    await wears(provider, 'contrast');
    expect(provider.getAttribute('mode')).to.equal('contrast');
    page.className = '';
    await waitUntil(() => !provider.hasAttribute('mode'), 'no mode', { timeout: 8_000 });
    expect(textOf(provider)).to.equal('#123456');
  });

  it('do not take away an elder mode that the page has set itself', async () => {
    page.className = 'old-mode';
    const provider = await environment.render<FlClient>(
      html`<fl-client elder elder-when=".old-mode" dark-when=".old-mode"></fl-client>`,
    );
    await wears(provider, 'dark');
    page.className = '';
    await wearsNothing(provider);
    expect(provider.elder).to.be.true;
  });

  it('are not followed while it stands nowhere, and are caught up with when it comes back', async () => {
    const provider = await environment.render<FlClient>(html`<fl-client dark-when=".old-mode"></fl-client>`);
    page.className = 'old-mode';
    await wears(provider, 'dark');
    const home = provider.parentElement!;
    provider.remove();
    page.className = '';
    home.append(provider);
    await wearsNothing(provider);
  });

  it('may be named later, and named otherwise', async () => {
    const provider = await environment.render<FlClient>(html`<fl-client dark-when=".night"></fl-client>`);
    page.className = 'old-mode';
    provider.setAttribute('dark-when', '.old-mode');
    await wears(provider, 'dark');
    provider.removeAttribute('dark-when');
    await wearsNothing(provider);
  });

  it('are left alone, with one word to the developer, where a selector is none', async () => {
    const provider = await environment.render<FlClient>(
      html`<fl-client elder-when="..old" dark-when="html"></fl-client>`,
    );
    await wears(provider, 'dark');
    expect(provider.elder).to.be.false;
    expect(warnings).to.deep.equal(['<fl-client>: "..old" in elder-when is not a CSS selector.']);
  });
});
