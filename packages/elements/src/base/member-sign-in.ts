import { html, nothing, type TemplateResult } from 'lit';
import type { MemberSessionStore } from '@fulian/sdk/stores/member-session';
import type { GapValues } from './language.js';

/** Any text of signing in with a card. */
export type MemberSignInKey =
  | 'sign-in'
  | 'sign-in-hint'
  | 'code'
  | 'stay'
  | 'stay-hint'
  | 'sign-in-go'
  | 'sign-in-wait'
  | 'sign-in-ended'
  | 'sign-out'
  | 'code-missing'
  | 'code-digits'
  | 'code-too-short'
  | 'code-too-long'
  | 'sign-in-refused'
  | 'sign-in-limited'
  | 'sign-in-network'
  | 'sign-in-failed';

/** What signing in needs of the element that shows it. */
export interface MemberSignInView {
  readonly session: MemberSessionStore;
  t(key: MemberSignInKey, values?: GapValues): string;
  /** Moves the focus to an element, after the next drawing. */
  focus(id: string): void;
}

/** Why it did not open, in words. */
function refusal(view: MemberSignInView): string | undefined {
  const { codeFault, error } = view.session.state;
  if (codeFault) return view.t(`code-${codeFault}`);
  switch (error?.code) {
    case undefined:
      return undefined;
    case 'invitation-refused':
      return view.t('sign-in-refused');
    case 'rate-limited':
      return view.t('sign-in-limited', { n: error.retryAfter ?? 30 });
    case 'network':
    case 'timeout':
      return view.t('sign-in-network');
    default:
      return view.t('sign-in-failed');
  }
}

/**
 * Asks for the digits of a card. No form, no `name` and a box in the place of a line, so that no browser offers to keep it (S2); in the
 * clear, because it is copied from paper. Groups form while she types at the end.
 */
export function memberSignIn(view: MemberSignInView): TemplateResult {
  const { session } = view;
  const { phase, because } = session.state;
  const waits = phase === 'pending';
  const fault = refusal(view);
  const go = (event: Event) => {
    if (waits) return;
    const form = (event.target as Element).closest('.card')!;
    const code = form.querySelector<HTMLTextAreaElement>('#code')!;
    const remember = form.querySelector<HTMLInputElement>('#stay')!.checked;
    void session.openWithCode(code.value, { remember }).then(() => {
      if (session.state.phase === 'open') code.value = '';
      else view.focus('code');
    });
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    go(event);
  };
  return html`<div class="card" id="sign-in">
    ${because === 'ended' ? html`<p class="notice">${view.t('sign-in-ended')}</p>` : nothing}
    <div class="field">
      <label class="label" for="code">${view.t('code')}</label>
      <p class="hint" id="code-hint">${view.t('sign-in-hint')}</p>
      ${fault ? html`<p class="fault" id="code-fault" role="alert">${fault}</p>` : nothing}
      <textarea
        class="input digits"
        id="code"
        dir="ltr"
        rows="1"
        inputmode="numeric"
        autocomplete="off"
        autocorrect="off"
        autocapitalize="off"
        spellcheck="false"
        writingsuggestions="false"
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${fault ? 'code-hint code-fault' : 'code-hint'}
        @input=${group}
        @keydown=${keyed}
      ></textarea>
    </div>
    <label class="choice"
      ><input type="checkbox" id="stay" autocomplete="off" aria-describedby="stay-hint" /> ${view.t('stay')}</label
    >
    <p class="hint" id="stay-hint">${view.t('stay-hint')}</p>
    <button class="button" type="button" id="sign-in-go" aria-disabled=${waits ? 'true' : nothing} @click=${go}>
      ${view.t(waits ? 'sign-in-wait' : 'sign-in-go')}
    </button>
  </div>`;
}

/** Four digits a group, while she types at the end. */
function group(event: Event): void {
  const input = event.target as HTMLTextAreaElement;
  const { value } = input;
  const digits = value.normalize('NFKC').replace(/[\s-]/g, '');
  const grows = (event as InputEvent).inputType?.startsWith('insert') && input.selectionEnd === value.length;
  if (grows && !(event as InputEvent).isComposing && /^\d+$/.test(digits))
    input.value = digits.replace(/\d{4}(?=\d)/g, '$& ');
}
