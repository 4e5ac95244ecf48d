import { expect } from '@open-wc/testing';
import type { Store } from '@fulian/sdk';
import { LitElement, html, type TemplateResult } from 'lit';
import { define } from './define.js';
import { StoreController } from './store-controller.js';
import { Environment } from './testing/environment.js';
import { onWipe } from './wipe.js';

/** A store of a number, that knows how many listen to it. */
class Counter implements Store<number> {
  state = 0;
  readonly listeners = new Set<() => void>();

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  add(): void {
    this.state += 1;
    for (const listener of this.listeners) listener();
  }
}

class ShowsNumber extends LitElement {
  readonly bound = new StoreController<number, Counter>(this);

  protected override render(): TemplateResult {
    return html`${this.bound.state ?? '-'}`;
  }
}
customElements.define('test-shows-number', ShowsNumber);

const environment = new Environment();
afterEach(() => environment.cleanUp());

describe('StoreController', () => {
  it('draws the element again after each change of the store', async () => {
    const element = await environment.render<ShowsNumber>(html`<test-shows-number></test-shows-number>`);
    expect(element.shadowRoot!.textContent).to.equal('-');
    const counter = new Counter();
    element.bound.store = counter;
    await environment.settle(element);
    expect(element.shadowRoot!.textContent).to.equal('0');
    counter.add();
    await environment.settle(element);
    expect(element.shadowRoot!.textContent).to.equal('1');
  });

  it('listens while the element is connected and not otherwise', async () => {
    const element = await environment.render<ShowsNumber>(html`<test-shows-number></test-shows-number>`);
    const [first, second] = [new Counter(), new Counter()];
    element.bound.store = first;
    expect(first.listeners.size).to.equal(1);
    element.bound.store = second;
    expect(first.listeners.size).to.equal(0);
    const home = element.parentElement!;
    element.remove();
    expect(second.listeners.size).to.equal(0);
    second.add();
    home.append(element);
    expect(second.listeners.size).to.equal(1);
    await environment.settle(element);
    expect(element.shadowRoot!.textContent).to.equal('1');
  });
});

describe('define', () => {
  const { warn } = console;
  const warnings: string[] = [];
  beforeEach(() => {
    warnings.length = 0;
    Object.assign(console, { warn: (text: string) => void warnings.push(text) });
  });
  afterEach(() => {
    Object.assign(console, { warn });
  });

  it('takes a second definition of a tag for a warning and keeps the first', () => {
    class First extends HTMLElement {}
    class Second extends HTMLElement {}
    define('test-twice', First);
    define('test-twice', First);
    expect(warnings).to.deep.equal([]);
    define('test-twice', Second);
    expect(customElements.get('test-twice')).to.equal(First);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('<test-twice>');
  });
});

describe('S1 onWipe', () => {
  it('S1 wipes when somebody leaves in a hurry, even where the page stops the event', () => {
    const stop = (event: Event) => event.stopImmediatePropagation();
    document.addEventListener('fl-exited', stop, true);
    let wipes = 0;
    const undo = onWipe(() => (wipes += 1));
    document.body.dispatchEvent(new CustomEvent('fl-exited', { bubbles: true, composed: true }));
    expect(wipes).to.equal(1);
    undo();
    document.body.dispatchEvent(new CustomEvent('fl-exited', { bubbles: true, composed: true }));
    document.removeEventListener('fl-exited', stop, true);
    expect(wipes).to.equal(1);
  });

  it('S1 wipes when the page is left in any other way', () => {
    let wipes = 0;
    const undo = onWipe(() => (wipes += 1));
    window.dispatchEvent(new CustomEvent('pagehide'));
    undo();
    window.dispatchEvent(new CustomEvent('pagehide'));
    expect(wipes).to.equal(1);
  });
});
