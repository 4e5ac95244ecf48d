import { html, nothing, type TemplateResult } from 'lit';
import type { DeskCouncil, Resolution } from '@fulian/sdk/stores/council-desk';
import { day } from './council-desk.time.js';
import type { DeskView } from './council-desk.view.js';

/** A resolution as it is posted (公示): what was decided, who carries it out, until when, and what was done so far. */
export function noticeSheet(view: DeskView, shown: DeskCouncil, one: Resolution): TemplateResult {
  const { title, words, decidedAt, responsible, due, state, evidence, notice } = one;
  const { language } = view;
  return html`<h2><bdi>${shown.council?.name}</bdi> ${view.t('paper-notice')}</h2>
    <p>${view.t('paper-notice-words')}</p>
    <section>
      <h3><bdi>${title}</bdi></h3>
      <p class="said">${words}</p>
    </section>
    <section>
      <p>${view.t('decided-at', { day: day(language, decidedAt) })}</p>
      <p><bdi>${view.t('paper-notice-responsible', { name: responsible })}</bdi></p>
      <p>${view.t('paper-notice-due', { day: day(language, due) })}</p>
      <p>${view.t('paper-notice-state', { state: view.t(`resolution-${state}`) })}</p>
      ${
        notice
          ? html`<p>
              <b>${view.t('notice-says', { from: day(language, notice.from), until: day(language, notice.until) })}</b>
            </p>`
          : nothing
      }
    </section>
    ${
      evidence.length === 0
        ? nothing
        : html`<section>
            <h3>${view.t('evidence')}</h3>
            <ol>
              ${evidence.map(({ at, words: text }) => html`<li>${day(language, at)} <span class="said">${text}</span></li>`)}
            </ol>
          </section>`
    }
    <p class="seal-line">
      ${view.t('paper-notice-date', { when: day(language, new Date(view.now).toISOString()) })}
      ${view.t('paper-notice-seal')}
    </p>`;
}
