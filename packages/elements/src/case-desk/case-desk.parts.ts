import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../base/language.js';
import { errorWords } from '../base/staff-sign-in.js';
import { words } from '../locales/zh-CN/case-desk-case.js';
import { composer } from './case-desk.composer.js';
import { contactPlan } from './case-desk.contact.js';
import { facts, limitClocks } from './case-desk.facts.js';
import { caseHead } from './case-desk.head.js';
import { timeline } from './case-desk.timeline.js';
import type { CaseView, DeskView } from './case-desk.view.js';
import { catalogue } from './case-desk.words.js';

catalogue.add('zh-CN', words);

/** Fetches the words of a case in `language`. Rejects where they cannot be loaded. */
export async function loadWords(language: Language): Promise<void> {
  if (language === 'en') catalogue.add('en', (await import('../locales/en/case-desk-case.js')).words);
}

/** The case on the screen: how she is reached and what is due always in sight, what happened, what is known, what may be done. */
export function caseScreen(view: DeskView): TemplateResult {
  const selected = view.state.selected!;
  const { case: detail, load, error } = selected;
  if (!detail)
    return load === 'error'
      ? html`<div class="saying" role="alert">
          <h2 class="case-title" id="case-title" tabindex="-1">${view.t('case-failed')}</h2>
          <p>${errorWords(view, error!)}</p>
          <p>
            <button class="button" type="button" @click=${() => void view.store.select(selected.id)}>
              ${view.t('retry')}
            </button>
            <button class="button plain" type="button" @click=${() => view.back()}>${view.t('back-to-queue')}</button>
          </p>
        </div>`
      : html`<p class="saying hint" role="status">${view.t('loading')}</p>`;
  const shown: CaseView = { view, selected, detail };
  return html`<article class="case" part="case" aria-labelledby="case-title">
    <div class="case-top">${caseHead(shown)} ${contactPlan(shown)}</div>
    ${news(shown)}
    <div class="case-body" role="group" tabindex="0" aria-label=${view.t('case-body')}>
      <div class="case-main">${limitClocks(shown)} ${narrative(shown)} ${timeline(shown)}</div>
      <div class="case-facts" part="facts">${facts(shown)}</div>
    </div>
    ${composer(shown)}
  </article>`;
}

/** Others have changed the case since it was opened, or it could not be read again. */
function news({ view, selected }: CaseView): TemplateResult | typeof nothing {
  const { unseen, refreshError } = selected;
  if (refreshError)
    return html`<p class="notice danger news" role="alert">
      ${view.t('case-stale')}
      <button class="tool" type="button" @click=${() => void view.store.refreshSelected()}>${view.t('retry')}</button>
    </p>`;
  if (unseen === 0) return nothing;
  return html`<p class="notice news" role="status">
    ${view.t('case-changed', { n: unseen })}
    <button class="tool" type="button" @click=${() => view.store.markSeen()}>${view.t('case-seen')}</button>
  </p>`;
}

function narrative({ view, detail }: CaseView): TemplateResult {
  return html`<section class="block" aria-labelledby="narrative-title">
    <h3 id="narrative-title">${view.t('narrative')}</h3>
    ${
      detail.narrative
        ? html`<div class="said" dir="auto">${detail.narrative}</div>`
        : html`<p class="hint">${view.t('narrative-none')}</p>`
    }
  </section>`;
}
