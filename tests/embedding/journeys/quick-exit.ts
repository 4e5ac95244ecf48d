import type { Guest } from './guest.js';
import { boxOf, childrenOf, dispatch, KeyboardEvent, styleOf } from './pristine.js';

function tap(code: 'Escape'): void {
  const how = { code, key: code, bubbles: true, composed: true, cancelable: true };
  dispatch(document.body, new KeyboardEvent('keydown', how));
  dispatch(document.body, new KeyboardEvent('keyup', how));
}

/** Whether a cover of the whole window lies on the page. */
function isCovered(): boolean {
  const children = childrenOf(document.documentElement);
  for (let at = 0; at < children.length; at++) {
    const one = children[at]!;
    if (one.localName !== 'div') continue;
    const { width, height } = boxOf(one);
    const { position, visibility, opacity } = styleOf(one);
    if (position === 'fixed' && visibility === 'visible' && opacity === '1')
      return width >= document.documentElement.clientWidth && height >= window.innerHeight;
  }
  return false;
}

/** A look at the button, then out: by its press, or by Escape twice and once more in the hurry. */
export async function walkQuickExit(one: Guest, leaveBy: 'escape' | 'press'): Promise<void> {
  await one.there('[part=button]');
  await one.picture('button');
  const { width, height } = boxOf(one.find('[part=button]'));
  if (width < 44 || height < 44) throw new Error(`the button is ${width} x ${height}`);
  if (leaveBy === 'press') {
    one.step('press');
    await one.press('[part=button]');
  } else {
    tap('Escape');
    await one.until(() => one.words('[role=status]') !== '', 'the word that one more press leaves');
    one.step('one Escape');
    tap('Escape');
    tap('Escape');
    one.step('three Escapes');
  }
  if (!isCovered()) throw new Error('no cover lies on the page');
  one.step('covered');
  // Whoever listens to the exit tells of it, and then the page is gone.
  await one.until(() => false, 'the exit');
}
