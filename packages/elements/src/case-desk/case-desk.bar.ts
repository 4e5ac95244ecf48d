import { html, nothing, type TemplateResult } from 'lit';
import type { DeskView } from './case-desk.view.js';
import type { DeskKey } from './case-desk.words.js';

/** Roles that see cases; the others look after accounts, or audit. */
export function seesCases({ role }: DeskView['member']): boolean {
  return role !== 'administrator' && role !== 'auditor';
}

/** Who sits here, whether what she sees is live, and what else there is. */
export function bar(view: DeskView): TemplateResult {
  const { member, state, scratch, session } = view;
  const { role } = member;
  const own = seesCases(member);
  const live = state.live;
  const button = (key: DeskKey, id: string, press: () => void, pressed?: boolean) =>
    html`<button
      class="tool"
      id=${id}
      type="button"
      aria-pressed=${pressed === undefined ? nothing : pressed ? 'true' : 'false'}
      @click=${press}
    >
      ${view.t(key)}
    </button>`;
  const panel = (key: DeskKey, name: NonNullable<typeof scratch.panel>) =>
    button(key, `open-${name}`, () => view.show(scratch.panel === name ? undefined : name), scratch.panel === name);
  return html`<div class="bar" part="bar">
    <p class="who">
      <bdi class="who-unit">${member.federation.name}</bdi>
      <span class="hint"><bdi>${member.name}</bdi> · ${view.t(`role-${role}`)}</span>
    </p>
    ${
      own
        ? html`<p class="live ${live}" role="status">
            <span class="dot" aria-hidden="true"></span><span>${view.t(`live-${live}`)}</span>
          </p>`
        : nothing
    }
    <div class="tools">
      ${own ? panel('register-open', 'register') : nothing}
      ${role === 'administrator' || role === 'auditor' ? panel('accounts-open', 'accounts') : nothing}
      ${role === 'auditor' ? panel('audit-open', 'audit') : nothing} ${panel('password-open', 'password')}
      ${own ? button('shortcuts-open', 'open-shortcuts', () => view.lay('shortcuts')) : nothing}
      ${button('sign-out', 'sign-out', () => void session.signOut())}
      <button class="tool lock" id="lock" part="lock" type="button" @click=${() => session.lock()}>
        ${view.t('lock')}
      </button>
    </div>
  </div>`;
}

/** Says that the desk is about to be locked, or the session about to end. */
export function warnings(view: DeskView): TemplateResult | typeof nothing {
  const { idleSoon, expiresSoon } = view.session.state;
  if (!idleSoon && !expiresSoon) return nothing;
  return html`<div class="notice warn" role="alert">
    ${view.t(idleSoon ? 'idle-soon' : 'expires-soon')}
    ${
      idleSoon
        ? html`<button class="tool" type="button" @click=${() => view.session.touch()}>${view.t('idle-stay')}</button>`
        : nothing
    }
  </div>`;
}
