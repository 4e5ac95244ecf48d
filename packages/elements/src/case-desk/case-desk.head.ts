import { html, nothing, type TemplateResult } from 'lit';
import type { CaseStepKind } from '@fulian/sdk/stores/case-desk';
import { gradeSigns, numberWords } from './case-desk.row.js';
import type { CaseView } from './case-desk.view.js';

/** In the order in which they are offered; texts have a place of their own. */
const order: readonly CaseStepKind[] = [
  'accept',
  'accept-transfer',
  'claim',
  'approve-closing',
  'resolve',
  'close',
  'request-closing',
  'follow-up',
  'contact',
  'measure',
  'regrade',
  'assign',
  'plan',
  'offer-transfer',
  'invite',
  'consent',
  'extend',
  'refuse-closing',
  'return-transfer',
  'cancel-transfer',
  'release',
  'leave',
  'decline',
];
/** What most likely comes next: the first of these that is allowed stands out. */
const next: readonly CaseStepKind[] = ['accept-transfer', 'accept', 'approve-closing', 'claim', 'close', 'follow-up'];

/** Which case, how it stands, and what may be done with it. Nothing is offered that the service would refuse. */
export function caseHead({ view, selected, detail }: CaseView): TemplateResult {
  const { summary, may } = detail;
  const { grade, waiting, assignee } = summary;
  const first = next.find((kind) => may.includes(kind));
  const isSending = selected.step?.status === 'sending';
  return html`<header class="case-head">
    <div class="line">
      <button class="tool narrow-only" id="back" type="button" @click=${() => view.back()}>
        ${view.t('back-to-queue')}
      </button>
      <h2 class="case-title" id="case-title" tabindex="-1">
        <span class="grade-mark ${grade}"
          ><span class="sign" aria-hidden="true">${gradeSigns[grade]}</span>${view.gradeName(grade)}</span
        >
        ${view.categoryName(summary.category)} <span class="digits" translate="no">${numberWords(summary.number)}</span>
      </h2>
    </div>
    <p class="line hint case-line">
      <span class="state">${view.t(`state-${summary.state}`)}</span>
      ${waiting ? html`<span class="waiting">${view.t(`waiting-${waiting}`)}</span>` : nothing}
      <span>${view.t('handled-by', { name: summary.owner.name })}</span>
      <span>${assignee ? view.t('assigned-to', { name: assignee.name }) : view.t('row-nobody')}</span>
    </p>
    <div class="actions" part="actions" role="group" aria-label=${view.t('steps')}>
      ${order
        .filter((kind) => may.includes(kind))
        .map(
          (kind) =>
            html`<button
              class="tool ${kind === first ? 'first' : ''}"
              id="do-${kind}"
              type="button"
              aria-expanded=${view.scratch.step === kind ? 'true' : nothing}
              aria-disabled=${isSending ? 'true' : nothing}
              @click=${() => view.begin(kind)}
            >
              ${view.t(`do-${kind}`)}
            </button>`,
        )}
      <button class="tool" id="do-print" type="button" @click=${() => view.lay('print')}>${view.t('do-print')}</button>
    </div>
  </header>`;
}
