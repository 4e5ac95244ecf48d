import { html, nothing, type TemplateResult } from 'lit';
import type { HelpFormReceipt } from '@fulian/sdk/stores/help-form';
import { callLink, hotlineNumber } from './help-form.emergency.js';
import { heading } from './help-form.field.js';
import { whenInChina } from './help-form.time.js';
import type { HelpFormView } from './help-form.view.js';

function groupsOf(digits: string): string[] {
  return digits.match(/.{1,4}/g) || [];
}

/** Stored: the number and the secret to write down, shown once, and what happens next (S4). */
export function receiptScreen(view: HelpFormView): TemplateResult {
  const receipt = view.state.receipt!;
  const scratch = view.scratch!;
  const toggle = () => {
    scratch.asTelephone = !scratch.asTelephone;
    view.redraw();
  };
  return html`<div class="screen receipt" part="receipt">
    <div class="screen-only">
      ${heading(view.t('receipt'))}
      ${receipt.isEarlier ? html`<p class="notice danger">${view.t('receipt-earlier')}</p>` : nothing}
      <p>${view.t('receipt-write')}</p>
      <p class="notice danger"><b>${view.t('receipt-once')}</b> ${view.t('receipt-keep')}</p>
    </div>
    <b class="print-only">${view.t('print-title')}</b>
    <div class=${scratch.asTelephone ? 'print-only' : ''}>
      ${digits(view, 'receipt-number', receipt.number)} ${digits(view, 'receipt-secret', receipt.secret)}
    </div>
    <div class="screen-only">
      ${scratch.asTelephone ? telephoneLines(view, receipt) : nothing}
      <div class="actions">
        <button class="button secondary" type="button" part="as-telephone" @click=${toggle}>
          ${view.t(scratch.asTelephone ? 'as-groups' : 'as-telephone')}
        </button>
        <button
          class="button plain"
          type="button"
          part="print"
          aria-describedby="print-hint"
          @click=${() => window.print()}
        >
          ${view.t('print')}
        </button>
        <p class="hint" id="print-hint">${view.t('print-hint')}</p>
      </div>
      ${confirmation(view)} ${whatNext(view, receipt)}
      <div class="actions">
        <button class="button secondary" type="button" part="finish" @click=${() => view.close()}>
          ${view.t('finish')}
        </button>
      </div>
    </div>
  </div>`;
}

function digits(view: HelpFormView, key: 'receipt-number' | 'receipt-secret', all: string): TemplateResult {
  return html`<h3 class="label" id=${key}>${view.t(key)}</h3>
    <ol class="groups" translate="no" aria-labelledby=${key}>
      ${groupsOf(all).map(
        (group, at) =>
          html`<li class="card group">
            <span class="hint" aria-hidden="true">${at + 1}</span><b class="digits">${group}</b>
          </li>`,
      )}
    </ol>`;
}

/** On paper it looks like three telephone numbers: nobody who finds it sees what it is. */
function telephoneLines(view: HelpFormView, { number, secret }: HelpFormReceipt): TemplateResult {
  return html`<p>${view.t('as-telephone-how')}</p>
    <ol class="card lines digits" translate="no">
      ${[number, secret.slice(0, 12), secret.slice(12)].map(
        (line) => html`<li>${groupsOf(line).map((group) => html`<span>${group}</span> `)}</li>`,
      )}
    </ol>`;
}

/** She types one group back from her paper, so that it is known to be right while it still can be mended. */
function confirmation(view: HelpFormView): TemplateResult {
  const { groupToConfirm, receiptConfirmed } = view.state;
  const scratch = view.scratch!;
  const n = groupToConfirm + 1;
  if (receiptConfirmed === 'yes')
    return html`<p class="notice success" id="confirmed" tabindex="-1" role="status">
      <b>${view.t('confirm-right')}</b>
    </p>`;
  const wrong = receiptConfirmed === 'wrong';
  const check = () => {
    view.store.confirmReceipt(scratch.typedGroup);
    view.focus(view.state.receiptConfirmed === 'yes' ? 'confirmed' : 'typed-group');
  };
  return html`<div class="field" part="field">
    <label class="label" for="typed-group">${view.t('confirm-legend', { n })}</label>
    ${
      wrong
        ? html`<p class="fault" id="typed-group-fault" part="fault" role="alert">
            <span class="visually-hidden">${view.t('error-prefix')}</span>${view.t('confirm-wrong', { n })}
          </p>`
        : nothing
    }
    <div class="confirm-line">
      <input
        class="input digits"
        id="typed-group"
        inputmode="numeric"
        autocomplete="off"
        autocorrect="off"
        spellcheck="false"
        writingsuggestions="false"
        aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby=${wrong ? 'typed-group-fault' : nothing}
        .value=${scratch.typedGroup}
        @input=${(event: Event) => (scratch.typedGroup = (event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && check()}
      />
      <button class="button" type="button" part="confirm" @click=${check}>${view.t('confirm-button')}</button>
    </div>
  </div>`;
}

function whatNext(view: HelpFormView, { handledBy: { name, phone }, firstContactBy }: HelpFormReceipt): TemplateResult {
  const who = view.t('unit', { name });
  const words = view.state.answers.channel === 'none' ? 'next-none' : 'next-contact';
  return html`<div>
    <h3 class="label">${view.t('next')}</h3>
    <p>${view.t(words, { who, when: whenInChina(view, firstContactBy) })}</p>
    <p>${view.t('next-late')}</p>
    <div class="calls">
      ${phone === undefined ? nothing : callLink({ number: phone, label: who })} ${callLink(hotlineNumber(view))}
    </div>
  </div>`;
}
