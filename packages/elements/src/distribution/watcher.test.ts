import { expect } from '@open-wc/testing';
import { createWatcher, type Parts } from './watcher.js';

/** Tags of this file's own: what is defined once stays defined for the whole page. */
const parts: Parts = {
  'watched-one': ['watched-one.js', 'shared.js'],
  'watched-two': ['watched-two.js', 'shared.js'],
};
const base = 'https://files.example/assets/fl.js';
const at = (file: string) => `https://files.example/assets/${file}`;

/** What was asked for, in order; `answer` says how. */
function recorder(answer: (address: string) => Promise<unknown> = () => new Promise(() => {})) {
  const asked: string[] = [];
  return {
    asked,
    load: (address: string) => {
      asked.push(address);
      return answer(address);
    },
  };
}

/** Lets observers and promises have their turn: they come before the next task. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('the watcher of a page', () => {
  const warnings: string[] = [];
  const { warn } = console;
  const stops: (() => void)[] = [];
  let place: HTMLElement;

  beforeEach(() => {
    warnings.length = 0;
    // oxlint-disable-next-line no-console -- to read what would be said there
    console.warn = (text: string) => void warnings.push(text);
    place = document.body.appendChild(document.createElement('div'));
  });
  afterEach(() => {
    // oxlint-disable-next-line no-console -- as it was
    console.warn = warn;
    for (const stop of stops.splice(0)) stop();
    place.remove();
  });

  it('asks for all files of what is there, once, and for nothing else', () => {
    place.innerHTML =
      '<p><fl-watched-one></fl-watched-one><fl-watched-one></fl-watched-one><fl-stranger></fl-stranger></p>';
    const { asked, load } = recorder();
    stops.push(createWatcher(parts, base, load)());
    expect(asked).to.deep.equal([at('watched-one.js'), at('shared.js')]);
  });

  it('sees what is added later, however deep, and words and comments do no harm', async () => {
    const { asked, load } = recorder();
    stops.push(createWatcher(parts, base, load)());
    place.append('words', document.createComment('<fl-watched-one>'), document.createElement('fl-watched-one'));
    await turn();
    expect(asked).to.include(at('watched-one.js')).and.not.to.include(at('watched-two.js'));
    place.insertAdjacentHTML('beforeend', '<section><div><fl-watched-two></fl-watched-two></div></section>');
    await turn();
    expect(asked).to.include(at('watched-two.js'));
  });

  it('sees into a shadow root that it was given, until it is told to stop', async () => {
    const shadow = place.attachShadow({ mode: 'open' });
    const { asked, load } = recorder();
    const watch = createWatcher(parts, base, load);
    stops.push(watch());
    shadow.innerHTML = '<fl-watched-one></fl-watched-one>';
    await turn();
    expect(asked).to.deep.equal([]);
    const stop = watch(shadow);
    expect(asked).to.include(at('watched-one.js'));
    stop();
    shadow.append(document.createElement('fl-watched-two'));
    await turn();
    expect(asked).not.to.include(at('watched-two.js'));
  });

  it('leaves alone what is defined already', () => {
    customElements.define('fl-watched-there', class extends HTMLElement {});
    place.innerHTML = '<fl-watched-there></fl-watched-there>';
    const { asked, load } = recorder();
    stops.push(createWatcher({ 'watched-there': ['watched-there.js'] }, base, load)());
    expect(asked).to.deep.equal([]);
  });

  it('says once what failed, and tries again when the network is back, under another spelling of the same folder', async () => {
    place.innerHTML = '<fl-watched-one>12338</fl-watched-one>';
    const { asked, load } = recorder(() => Promise.reject(new TypeError('Failed to fetch')));
    stops.push(createWatcher(parts, base, load)());
    await turn();
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(/^Fulian Kit: <fl-watched-one> could not be loaded;.*Failed to fetch$/);
    expect(place.textContent).to.equal('12338');

    asked.length = 0;
    window.dispatchEvent(new CustomEvent('online'));
    await turn();
    const respelled = 'https://files.example/assets//';
    expect(asked).to.deep.equal([
      at('watched-one.js'),
      at('shared.js'),
      `${respelled}watched-one.js`,
      `${respelled}shared.js`,
    ]);
    expect(warnings).to.have.length(2);

    asked.length = 0;
    window.dispatchEvent(new CustomEvent('online'));
    await turn();
    expect(asked[2]).to.equal('https://files.example/assets///watched-one.js');
  });

  it('tries again when a tag that failed is added again, and not while it is on its way or there', async () => {
    let answer: () => Promise<unknown> = () => Promise.reject(new TypeError('Failed to fetch'));
    place.innerHTML = '<fl-watched-one></fl-watched-one>';
    const { asked, load } = recorder(() => answer());
    stops.push(createWatcher(parts, base, load)());
    await turn();
    asked.length = 0;
    answer = () => Promise.resolve({});
    place.innerHTML = '<fl-watched-one></fl-watched-one>';
    await turn();
    expect(asked).to.deep.equal([at('watched-one.js'), at('shared.js')]);
    expect(warnings).to.have.length(1);
    place.innerHTML = '<fl-watched-one></fl-watched-one>';
    window.dispatchEvent(new CustomEvent('online'));
    await turn();
    expect(asked).to.have.length(2);
  });

  it('asks again where the files lie at the top of their origin, too', async () => {
    place.innerHTML = '<fl-watched-one></fl-watched-one>';
    const { asked, load } = recorder(() => Promise.reject(new TypeError('Failed to fetch')));
    stops.push(createWatcher(parts, 'https://files.example/fl.js', load)());
    await turn();
    window.dispatchEvent(new CustomEvent('online'));
    await turn();
    expect(asked).to.include('https://files.example//watched-one.js');
  });
});
