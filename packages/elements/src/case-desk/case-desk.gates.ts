import { html, nothing, type TemplateResult } from 'lit';
import type { FulianError } from '@fulian/sdk';
import { errorWords } from '../base/staff-sign-in.js';
import type { DeskView, Scratch } from './case-desk.view.js';

/** The screen as it is before anybody does anything. */
export const freshScratch = (): Scratch => ({
  showsFilters: false,
  panel: undefined,
  overlay: undefined,
  pen: 'note',
  step: undefined,
  direction: 'down',
  find: '',
  found: undefined,
  findFederation: '',
  workers: undefined,
  fileFailed: false,
});

/** A part that is on its way; or, with `again`, one that could not be loaded. */
export function partGate(view: DeskView, again: (() => void) | undefined): TemplateResult {
  if (!again) return html`<p class="saying hint" role="status">${view.t('loading')}</p>`;
  return html`<div class="saying" role="alert">
    <p>${view.t('part-failed')}</p>
    <button class="button" type="button" @click=${again}>${view.t('retry')}</button>
  </div>`;
}

/** Rules, form or queue could not be loaded. */
export function deskGate(view: DeskView, error: FulianError): TemplateResult {
  return html`<div class="saying" role="alert">
    <h2>${view.t('load-failed')}</h2>
    <p>${errorWords(view, error)}</p>
    ${error.requestId === undefined ? nothing : html`<p class="hint" translate="no">${error.requestId}</p>`}
    <button class="button" id="load" type="button" @click=${() => void view.store.load()}>${view.t('retry')}</button>
  </div>`;
}
