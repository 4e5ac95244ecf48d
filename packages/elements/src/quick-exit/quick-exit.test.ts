import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { onWipe } from '../base/wipe.js';
import { Environment } from '../base/testing/environment.js';
import type { FlQuickExit } from './index.js';
import './index.js';
import { neutralTarget, safeTarget } from './quick-exit.leave.js';

const environment = new Environment();
const root = document.documentElement;

/** The quick exit of a page that does not really leave; `left` has where to, in order. */
async function prepareState(template = html`<fl-quick-exit></fl-quick-exit>`) {
  const rendered = await environment.render<HTMLElement>(template);
  const exit = rendered.matches('fl-quick-exit')
    ? rendered
    : (environment.find(rendered, 'fl-quick-exit') as FlQuickExit);
  const left: string[] = [];
  Object.assign(exit, { leave: (target: string) => void left.push(target), afterPaint: (run: () => void) => run() });
  const button = environment.find(exit, '[part=button]') as HTMLAnchorElement;
  const status = environment.find(exit, '[role=status]');
  return { exit, left, button, status, rendered };
}

/** The cover, where there is one. */
const cover = () => [...root.children].find((one) => one.localName === 'div');

interface Key extends KeyboardEventInit {
  target?: EventTarget;
}

function press(type: 'keydown' | 'keyup', code: string, { target = document.body, ...init }: Key = {}): KeyboardEvent {
  const key = code.startsWith('Shift') ? 'Shift' : code.replace('Key', '').toLowerCase();
  const event = new KeyboardEvent(type, { code, key, bubbles: true, composed: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}

function tap(code: string, init?: Key): KeyboardEvent {
  const down = press('keydown', code, init);
  press('keyup', code, init);
  return down;
}

afterEach(() => {
  environment.cleanUp();
  cover()?.remove();
  document.body.style.removeProperty('display');
});

describe('fl-quick-exit', () => {
  it('is a link to a neutral page where nobody names another', async () => {
    const { button } = await prepareState();
    expect(button.href).to.equal(neutralTarget);
    expect(button.rel).to.equal('noreferrer');
    expect(button.textContent).to.contain('立即离开');
  });

  it('takes over the address of the link that works without scripts', async () => {
    const { exit, button } = await prepareState(
      html`<fl-quick-exit><a href="https://example.org/weather">Leave</a></fl-quick-exit>`,
    );
    expect(button.href).to.equal('https://example.org/weather');
    exit.href = '/elsewhere';
    await environment.settle(exit);
    expect(button.href).to.equal(new URL('/elsewhere', document.baseURI).href);
  });

  for (const wanted of ['javascript:alert(1)', 'data:text/html,x', 'blob:x', 'file:///etc/hosts', 'http://', ' ', ''])
    it(`does not leave for '${wanted}'`, () => {
      expect(safeTarget(wanted)).to.match(/^https?:/);
    });

  it('speaks English and says what the page wants on the button', async () => {
    const { exit, button } = await prepareState(html`<fl-quick-exit locale="en"></fl-quick-exit>`);
    expect(button.textContent).to.contain('Leave this page');
    exit.label = 'Weather';
    await environment.settle(exit);
    expect(button.textContent).to.contain('Weather');
  });

  it('is large enough for a finger, and larger for the elderly', async () => {
    const { exit, button } = await prepareState();
    expect(button.getBoundingClientRect().height).to.be.at.least(44);
    exit.elder = true;
    await environment.settle(exit);
    expect(button.getBoundingClientRect().height).to.be.at.least(56);
  });

  it('shows where the keyboard is by a ring of two colours', async () => {
    const { button } = await prepareState();
    expect(getComputedStyle(button).outlineStyle).to.equal('none');
    button.focus();
    const { outlineStyle, outlineColor, boxShadow } = getComputedStyle(button);
    expect(outlineStyle).to.equal('solid');
    expect(boxShadow).to.not.contain(outlineColor);
  });

  it('has no accessibility violation', async () => {
    const { exit } = await prepareState();
    await expect(exit).to.be.accessible();
  });

  it('lies above everything of the page, also after it was moved', async () => {
    const { exit, button } = await prepareState();
    const banner = document.createElement('div');
    banner.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:tan';
    document.body.append(banner);
    const isOnTop = () => {
      const { left, top, width, height } = button.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) === exit;
    };
    const hasTopLayer = 'showPopover' in HTMLElement.prototype;
    expect(isOnTop()).to.equal(hasTopLayer);
    const home = exit.parentElement!;
    exit.remove();
    home.append(exit);
    await environment.settle(exit);
    expect(isOnTop()).to.equal(hasTopLayer);
    banner.remove();
  });

  it('puts no attribute on itself that an engine without such layers would complain of', async () => {
    const { prototype } = HTMLElement;
    const known = Object.getOwnPropertyDescriptor(prototype, 'showPopover');
    delete (prototype as Partial<HTMLElement>).showPopover;
    try {
      const { exit } = await prepareState();
      expect(exit.renderRoot.querySelector('[popover]')).to.equal(null);
    } finally {
      if (known) Object.defineProperty(prototype, 'showPopover', known);
    }
  });
});

describe('fl-quick-exit in a page that opens something above it', () => {
  /** A quick exit and a modal dialog, opened after it. */
  async function openDialog() {
    const prepared = await prepareState(
      html`<div>
        <fl-quick-exit id="exit" label="Weather" locale="en"></fl-quick-exit>
        <dialog><input /></dialog>
      </div>`,
    );
    const dialog = prepared.rendered.querySelector('dialog')!;
    dialog.showModal();
    // A page in the background fires no focus events.
    window.dispatchEvent(new Event('scroll'));
    await environment.settle(prepared.rendered);
    return { ...prepared, dialog, deputy: dialog.querySelector('fl-quick-exit') };
  }

  it('has a deputy in a modal dialog, which makes the rest of the page inert', async () => {
    const { exit, deputy, left } = await openDialog();
    const button = deputy!.shadowRoot!.querySelector('a')!;
    expect(button.textContent).to.contain('Weather');
    expect([button.href, deputy!.id]).to.deep.equal([exit.target, '']);
    const heard: EventTarget[] = [];
    exit.addEventListener('fl-exited', ({ target }) => void heard.push(target!));
    button.click();
    expect(left).to.deep.equal([exit.target]);
    expect(heard).to.deep.equal([exit]);
    expect(getComputedStyle(document.body).display).to.equal('none');
  });

  it('needs no deputy any more when the dialog is closed, and takes it away with itself', async () => {
    const { exit, deputy, dialog, rendered } = await openDialog();
    dialog.close();
    window.dispatchEvent(new Event('scroll'));
    expect(deputy!.isConnected).to.equal(false);
    dialog.showModal();
    window.dispatchEvent(new Event('scroll'));
    expect(rendered.querySelectorAll('fl-quick-exit')).to.have.length(2);
    exit.remove();
    expect(rendered.querySelectorAll('fl-quick-exit')).to.have.length(0);
  });

  it('has one deputy, which moves to the dialog that opened last', async () => {
    const { dialog, rendered } = await openDialog();
    const second = document.createElement('dialog');
    dialog.append(second);
    second.showModal();
    window.dispatchEvent(new Event('scroll'));
    expect([...rendered.querySelectorAll('dialog fl-quick-exit')].map((one) => one.parentNode)).to.deep.equal([second]);
  });

  it('does nothing where it is hidden, or where another quick exit lies above it', async () => {
    const { rendered } = await prepareState(
      html`<div>
        <fl-quick-exit hidden></fl-quick-exit><fl-quick-exit></fl-quick-exit><fl-quick-exit></fl-quick-exit>
      </div>`,
    );
    window.dispatchEvent(new Event('scroll'));
    expect(document.querySelectorAll('fl-quick-exit')).to.have.length(3);
    expect(rendered.children).to.have.length(3);
  });
});

describe('S1 leaving', () => {
  it('S1 covers the window first, then has everything wiped, then leaves', async () => {
    const { exit, left, button } = await prepareState();
    const order: string[] = [];
    const undo = onWipe(() => order.push(`wipe, cover ${cover() ? 'there' : 'missing'}, left ${left.length}`));
    button.click();
    undo();
    expect(order).to.deep.equal(['wipe, cover there, left 0']);
    expect(left).to.deep.equal([exit.target]);
    const { width, height } = cover()!.getBoundingClientRect();
    expect([width, height]).to.deep.equal([innerWidth, innerHeight]);
    expect(document.elementFromPoint(innerWidth / 2, innerHeight / 2)).to.equal(cover());
    expect(getComputedStyle(document.body).display).to.equal('none');
  });

  it('S1 does nothing but cover the window until that is on its way to the screen, then the rest, also unseen', async () => {
    const { exit, left, button } = await prepareState();
    Reflect.deleteProperty(exit, 'afterPaint');
    const { requestAnimationFrame } = window;
    const order: string[] = [];
    const undo = onWipe(() => order.push('wipe'));
    const gone = new Promise<void>((done) => {
      Object.assign(exit, { leave: (target: string) => (left.push(target), done()) });
    });
    // As in the background, where no frame ever comes.
    window.requestAnimationFrame = () => 0;
    button.click();
    window.requestAnimationFrame = requestAnimationFrame;
    expect(document.elementFromPoint(innerWidth / 2, innerHeight / 2)).to.equal(cover());
    expect([order, left, getComputedStyle(document.body).display]).to.deep.equal([[], [], 'block']);
    await gone;
    undo();
    expect([order, left, getComputedStyle(document.body).display]).to.deep.equal([['wipe'], [exit.target], 'none']);
  });

  it('S3 fires fl-exited without a personal word, through shadow roots', async () => {
    const { exit } = await prepareState();
    const host = document.createElement('div');
    document.body.append(host);
    host.attachShadow({ mode: 'open' }).append(exit);
    await environment.settle(exit);
    const events: CustomEvent[] = [];
    const hear = (event: Event) => void events.push(event as CustomEvent);
    document.addEventListener('fl-exited', hear);
    exit.exit();
    document.removeEventListener('fl-exited', hear);
    host.remove();
    expect(events.map(({ detail }) => detail)).to.deep.equal([null]);
  });

  it('fires once and leaves again, where somebody is impatient', async () => {
    const { exit, left } = await prepareState();
    let events = 0;
    exit.addEventListener('fl-exited', () => (events += 1));
    exit.exit();
    exit.exit();
    (cover() as HTMLElement).click();
    expect(events).to.equal(1);
    expect(left).to.have.length(3);
  });

  it('S1 leaves again where the browser brings the page back from its memory', async () => {
    const { exit, left } = await prepareState();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(left).to.deep.equal([]);
    exit.exit();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(left).to.have.length(2);
    expect(cover()).to.not.equal(undefined);
  });

  it('touches neither title nor address nor history', async () => {
    const { exit } = await prepareState();
    const before = [document.title, location.href, history.length];
    exit.exit();
    expect([document.title, location.href, history.length]).to.deep.equal(before);
  });
});

describe('the keys of the quick exit', () => {
  it('leaves after Escape twice, and keeps Escape from stopping it', async () => {
    const { left } = await prepareState();
    expect(tap('Escape').defaultPrevented).to.equal(false);
    expect(left).to.have.length(0);
    expect(tap('Escape').defaultPrevented).to.equal(true);
    expect(left).to.have.length(1);
    expect(tap('Escape').defaultPrevented).to.equal(true);
  });

  it('leaves after Shift three times, with both hands too', async () => {
    const { left } = await prepareState();
    tap('ShiftLeft');
    press('keydown', 'ShiftLeft');
    press('keydown', 'ShiftRight');
    press('keyup', 'ShiftRight');
    expect(left).to.have.length(0);
    press('keyup', 'ShiftLeft');
    expect(left).to.have.length(1);
  });

  it('works while somebody types with an input method open', async () => {
    const { left, rendered } = await prepareState(html`<div><input /><fl-quick-exit></fl-quick-exit></div>`);
    const target = rendered.querySelector('input')!;
    const composing = { target, isComposing: true, key: 'Process', keyCode: 229 } as Key;
    tap('Escape', composing);
    tap('Escape', composing);
    expect(left).to.have.length(1);
  });

  it('hears keys that the page keeps for itself', async () => {
    const { left } = await prepareState();
    const keep = (event: Event) => event.stopImmediatePropagation();
    document.addEventListener('keydown', keep, true);
    tap('Escape');
    tap('Escape');
    document.removeEventListener('keydown', keep, true);
    expect(left).to.have.length(1);
  });

  it('does not count a Shift that makes a capital letter', async () => {
    const { left } = await prepareState();
    for (const letter of ['KeyA', 'KeyB', 'KeyC']) {
      press('keydown', 'ShiftLeft');
      tap(letter, { shiftKey: true });
      press('keyup', 'ShiftLeft');
    }
    expect(left).to.have.length(0);
  });

  it('begins to count anew when somebody types in between', async () => {
    const { left } = await prepareState();
    tap('ShiftLeft');
    tap('ShiftLeft');
    tap('KeyA');
    tap('ShiftLeft');
    expect(left).to.have.length(0);
  });

  it('does not take a key that is held down for several presses', async () => {
    const { left } = await prepareState();
    press('keydown', 'Escape');
    for (let times = 0; times < 5; times++) press('keydown', 'Escape', { repeat: true });
    expect(left).to.have.length(0);
  });

  it('forgets presses that lie too far apart', async () => {
    const { left, status, exit } = await prepareState();
    const { setTimeout } = window;
    const late: (() => void)[] = [];
    Object.assign(window, { setTimeout: (run: () => void) => late.push(run) });
    tap('Escape');
    Object.assign(window, { setTimeout });
    await environment.settle(exit);
    expect(status.textContent).to.equal('再按一次 Esc 键离开');
    late[0]!();
    await environment.settle(exit);
    expect(status.textContent).to.equal('已取消离开');
    tap('Escape');
    expect(left).to.have.length(0);
  });

  it('tells those who cannot see it how many presses are missing', async () => {
    const { exit, status } = await prepareState(html`<fl-quick-exit locale="en"></fl-quick-exit>`);
    tap('ShiftLeft');
    await environment.settle(exit);
    expect(status.textContent).to.contain('two more');
    tap('ShiftLeft');
    await environment.settle(exit);
    expect(status.textContent).to.contain('one more');
  });

  it('leaves once however many there are on the page, and not at all when all are gone', async () => {
    const { left } = await prepareState();
    const second = await prepareState();
    tap('Escape');
    tap('Escape');
    expect(left.length + second.left.length).to.equal(1);
    environment.cleanUp();
    tap('Escape');
    expect(tap('Escape').defaultPrevented).to.equal(false);
    expect(left.length + second.left.length).to.equal(1);
  });
});
