import { html, nothing, type TemplateResult } from 'lit';
import type { StaffSessionStore } from '@fulian/sdk/stores/staff-session';
import type { GapValues } from './language.js';

/** Any text of signing in. */
export type SignInKey =
  | 'sign-in'
  | 'account'
  | 'password'
  | 'sign-in-button'
  | 'sign-in-oidc'
  | 'sign-in-wait'
  | 'sign-in-note'
  | 'code'
  | 'code-hint'
  | 'code-button'
  | 'code-cancel'
  | 'second-factor'
  | 'second-factor-why'
  | 'second-factor-start'
  | 'second-factor-type'
  | 'second-factor-uri'
  | 'second-factor-then'
  | 'second-factor-once'
  | 'locked'
  | 'locked-idle'
  | 'locked-expired'
  | 'locked-ended'
  | 'locked-left'
  | 'unlock-as'
  | 'unlock'
  | 'sign-out'
  | 'sign-out-hint'
  | 'error-sign-in-refused'
  | 'error-staff-refused'
  | 'error-role-refused'
  | 'error-rate-limited'
  | 'error-network'
  | 'error-timeout'
  | 'error-case-unknown'
  | 'error-precondition-failed'
  | 'error-step-refused'
  | 'error-step-incomplete'
  | 'error-other';

/** What signing in needs of the element that shows it. */
export interface SignInView {
  readonly session: StaffSessionStore;
  t(key: SignInKey, values?: GapValues): string;
  /** Goes to the county's own sign-in; absent where the page does not offer it. */
  readonly signInElsewhere: (() => void) | undefined;
}

/** What an error tells that words are chosen by. */
interface Failure {
  readonly code: string;
  readonly retryAfter: number | undefined;
}

const known = [
  'sign-in-refused',
  'staff-refused',
  'role-refused',
  'rate-limited',
  'network',
  'timeout',
  'case-unknown',
  'precondition-failed',
  'step-refused',
  'step-incomplete',
] as const;

/** What went wrong, in words. */
export function errorWords(view: Pick<SignInView, 't'>, error: Failure): string {
  const code = known.find((one) => one === error.code);
  return view.t(code ? `error-${code}` : 'error-other', { n: error.retryAfter ?? 30 });
}

/** What is shown to who is not signed in: sign-in, code, set-up of codes, or the lock. */
export function signInScreen(view: SignInView): TemplateResult {
  const { phase, member } = view.session.state;
  const isHers = member !== undefined && (phase === 'locked' || phase === 'pending');
  const body =
    phase === 'code-needed'
      ? codeForm(view)
      : phase === 'setting-up'
        ? setUp(view)
        : isHers
          ? lockForm(view)
          : accountForm(view);
  return html`<div class="sign-in">${body}</div>`;
}

function head(view: SignInView, key: SignInKey): TemplateResult {
  return html`<h2 class="sign-in-title" id="sign-in-title" tabindex="-1">${view.t(key)}</h2>`;
}

function failure(view: SignInView): TemplateResult | typeof nothing {
  const { error } = view.session.state;
  return error ? html`<p class="fault" id="sign-in-fault" role="alert">${errorWords(view, error)}</p>` : nothing;
}

/** Reads fields of a form and empties those that must not stay on the screen. */
function take(form: HTMLFormElement, names: readonly string[], secret: string): string[] {
  const fields = names.map((one) => form.elements.namedItem(one) as HTMLInputElement);
  const values = fields.map(({ value }) => value);
  for (const field of fields) if (field.name === secret) field.value = '';
  return values;
}

function accountForm(view: SignInView): TemplateResult {
  const { session } = view;
  const { phase } = session.state;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const [account = '', password = ''] = take(
      event.currentTarget as HTMLFormElement,
      ['account', 'password'],
      'password',
    );
    if (phase !== 'pending') void session.signIn(account, password);
  };
  return html`${head(view, 'sign-in')}
    <form class="stack" @submit=${send}>
      ${failure(view)}
      <div>
        <label class="label" for="account">${view.t('account')}</label>
        <input
          class="input"
          id="account"
          name="account"
          required
          autocomplete="username"
          autocapitalize="off"
          autocorrect="off"
          spellcheck="false"
        />
      </div>
      ${passwordField(view)} ${submit(view, 'sign-in-button')}
      ${
        view.signInElsewhere
          ? html`<button class="button secondary" type="button" id="elsewhere" @click=${view.signInElsewhere}>
              ${view.t('sign-in-oidc')}
            </button>`
          : nothing
      }
    </form>
    <p class="hint">${view.t('sign-in-note')}</p>`;
}

function passwordField(view: SignInView): TemplateResult {
  const { error } = view.session.state;
  return html`<div>
    <label class="label" for="password">${view.t('password')}</label>
    <input
      class="input"
      id="password"
      name="password"
      type="password"
      required
      autocomplete="current-password"
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${error ? 'sign-in-fault' : nothing}
    />
  </div>`;
}

function submit(view: SignInView, key: SignInKey): TemplateResult {
  const isWaiting = view.session.state.phase === 'pending';
  return html`<button class="button" type="submit" aria-disabled=${isWaiting ? 'true' : nothing}>
    ${view.t(isWaiting ? 'sign-in-wait' : key)}
  </button>`;
}

function codeField(view: SignInView): TemplateResult {
  const { error } = view.session.state;
  return html`<div>
    <label class="label" for="code">${view.t('code')}</label>
    <input
      class="input digits"
      id="code"
      name="code"
      required
      inputmode="numeric"
      autocomplete="one-time-code"
      maxlength="8"
      aria-describedby=${error ? 'code-hint sign-in-fault' : 'code-hint'}
    />
    <p class="hint" id="code-hint">${view.t('code-hint')}</p>
  </div>`;
}

function codeForm(view: SignInView): TemplateResult {
  const { session } = view;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const [code = ''] = take(event.currentTarget as HTMLFormElement, ['code'], 'code');
    void session.giveCode(code);
  };
  return html`${head(view, 'code')}
    <form class="stack" @submit=${send}>
      ${failure(view)} ${codeField(view)} ${submit(view, 'code-button')}
      <button class="button plain" type="button" @click=${() => session.cancel()}>${view.t('code-cancel')}</button>
    </form>`;
}

function lockForm(view: SignInView): TemplateResult {
  const { session } = view;
  const { member, because = 'left' } = session.state;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const [password = ''] = take(event.currentTarget as HTMLFormElement, ['password'], 'password');
    if (session.state.phase === 'locked') void session.unlock(password);
  };
  return html`${head(view, 'locked')}
    <p>${view.t(`locked-${because}`)}</p>
    <form class="stack" @submit=${send}>
      <p><b>${view.t('unlock-as', { name: member!.name })}</b></p>
      ${failure(view)} ${passwordField(view)} ${submit(view, 'unlock')}
      ${
        view.signInElsewhere
          ? html`<button class="button secondary" type="button" @click=${view.signInElsewhere}>
              ${view.t('sign-in-oidc')}
            </button>`
          : nothing
      }
      <div>
        <button class="button plain" type="button" id="sign-out" @click=${() => void session.signOut()}>
          ${view.t('sign-out')}
        </button>
        <p class="hint">${view.t('sign-out-hint')}</p>
      </div>
    </form>`;
}

/** A first one-time code: the secret is typed into an authenticator; no picture of it is drawn that somebody could photograph. */
function setUp(view: SignInView): TemplateResult {
  const { session } = view;
  const { secondFactor } = session.state;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const [code = ''] = take(event.currentTarget as HTMLFormElement, ['code'], 'code');
    void session.confirmSecondFactor(code);
  };
  return html`${head(view, 'second-factor')}
    <p>${view.t('second-factor-why')}</p>
    ${
      secondFactor
        ? html`<p>${view.t('second-factor-type')}</p>
            <p class="secret digits" translate="no">
              ${(secondFactor.secret.match(/.{1,4}/g) ?? []).map((group) => html`<span>${group}</span> `)}
            </p>
            <label class="label" for="otpauth">${view.t('second-factor-uri')}</label>
            <input class="input" id="otpauth" readonly autocomplete="off" .value=${secondFactor.uri} />
            <p class="notice danger">${view.t('second-factor-once')}</p>
            <form class="stack" @submit=${send}>
              <p>${view.t('second-factor-then')}</p>
              ${failure(view)} ${codeField(view)} ${submit(view, 'code-button')}
            </form>`
        : html`${failure(view)}
            <button class="button" type="button" id="set-up" @click=${() => void session.startSecondFactor()}>
              ${view.t('second-factor-start')}
            </button>`
    }
    <button class="button plain" type="button" @click=${() => void session.signOut()}>${view.t('sign-out')}</button>`;
}
