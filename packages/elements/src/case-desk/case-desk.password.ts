import { html, nothing, type TemplateResult } from 'lit';
import { errorWords } from '../base/staff-sign-in.js';
import type { DeskView } from './case-desk.view.js';

/** Her own password, and one-time codes where she has none yet. */
export function passwordPanel(view: DeskView): TemplateResult {
  const { session, member } = view;
  const { passwordChange, error, secondFactor } = session.state;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const { elements } = event.currentTarget as HTMLFormElement;
    const [current, next] = ['current', 'next'].map((one) => elements.namedItem(one) as HTMLInputElement);
    void session.changePassword(current!.value, next!.value).then((isTaken) => {
      if (isTaken) current!.value = next!.value = '';
    });
  };
  const confirm = (event: SubmitEvent) => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem('code') as HTMLInputElement;
    void session.confirmSecondFactor(field.value);
    field.value = '';
  };
  return html`<div class="panel" part="panel">
    <div class="line">
      <h2 class="panel-title" id="panel-title" tabindex="-1">${view.t('password-open')}</h2>
      <button class="tool" type="button" @click=${() => view.show(undefined)}>${view.t('close')}</button>
    </div>
    <form class="stack narrow-form" @submit=${send}>
      <label class="field"
        ><span class="field-label">${view.t('password-current')}</span
        ><input class="input" name="current" type="password" required autocomplete="current-password"
      /></label>
      <label class="field"
        ><span class="field-label">${view.t('password-next')}</span
        ><input
          class="input"
          name="next"
          type="password"
          required
          minlength="12"
          maxlength="200"
          autocomplete="new-password"
      /></label>
      <p role="status">
        ${
          passwordChange === 'done'
            ? view.t('password-done')
            : passwordChange === 'failed' && error
              ? html`<span class="fault">${errorWords(view, error)}</span>`
              : nothing
        }
      </p>
      <button class="button" type="submit" aria-disabled=${passwordChange === 'sending' ? 'true' : nothing}>
        ${view.t('password-open')}
      </button>
    </form>
    ${
      member.secondFactor
        ? html`<p class="hint">${view.t('second-factor-on')}</p>`
        : secondFactor
          ? html`<form class="stack narrow-form" @submit=${confirm}>
              <p>${view.t('second-factor-type')}</p>
              <p class="secret digits" translate="no">
                ${(secondFactor.secret.match(/.{1,4}/g) ?? []).map((group) => html`<span>${group}</span> `)}
              </p>
              <label class="field"
                ><span class="field-label">${view.t('second-factor-uri')}</span
                ><input class="input" readonly autocomplete="off" .value=${secondFactor.uri}
              /></label>
              <label class="field"
                ><span class="field-label">${view.t('second-factor-then')}</span
                ><input class="input digits" name="code" required inputmode="numeric" autocomplete="one-time-code"
              /></label>
              ${error ? html`<p class="fault" role="alert">${errorWords(view, error)}</p>` : nothing}
              <button class="button" type="submit">${view.t('code-button')}</button>
            </form>`
          : html`<button class="button secondary" type="button" @click=${() => void session.startSecondFactor()}>
              ${view.t('second-factor')}
            </button>`
    }
  </div>`;
}
