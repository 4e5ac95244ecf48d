import { html, nothing, type TemplateResult } from 'lit';
import type { CaseStepKind, StepState } from '@fulian/sdk/stores/case-desk';
import { errorWords } from '../base/staff-sign-in.js';
import { eventTitle } from './case-desk.timeline.js';
import { sendLine, stepForm, wordsField } from './case-desk.forms.js';
import { when } from './case-desk.time.js';
import type { CaseView, Pen } from './case-desk.view.js';

const pens: readonly Pen[] = ['note', 'message', 'ask'];
/** What takes a step back that was just taken. */
const undoing: { readonly [Kind in CaseStepKind]?: CaseStepKind } = {
  claim: 'release',
  release: 'claim',
  'offer-transfer': 'cancel-transfer',
};

/** Where everything is written: the form of a step, else a note for colleagues or a message for her, hard to take for each other. */
export function composer(shown: CaseView): TemplateResult | typeof nothing {
  const { view, selected, detail } = shown;
  const { scratch } = view;
  const { step: state } = selected;
  const step = scratch.step;
  const allowed = pens.filter((one) => detail.may.includes(one));
  const pen = allowed.includes(scratch.pen) ? scratch.pen : allowed[0];
  const body = step ? stepForm(shown, step) : pen ? writing(shown, pen, allowed) : nothing;
  if (body === nothing && !state) return nothing;
  return html`<section class="composer ${step ? 'step' : (pen ?? '')}" part="composer" aria-label=${view.t('composer')}>
    ${said(shown, state)} ${body}
  </section>`;
}

function writing(shown: CaseView, pen: Pen, allowed: readonly Pen[]): TemplateResult {
  const { view, selected, detail } = shown;
  const pick = (one: Pen) => {
    view.scratch.pen = one;
    view.focus(`pen-${one}`);
  };
  const turn = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    pick(allowed[(allowed.indexOf(pen) + by + allowed.length) % allowed.length]!);
  };
  return html`<div class="line">
      <div class="pens" role="tablist" aria-label=${view.t('composer')} @keydown=${turn}>
        ${allowed.map(
          (one) =>
            html`<button
              class="pen ${one}"
              id="pen-${one}"
              role="tab"
              type="button"
              tabindex=${one === pen ? 0 : -1}
              aria-selected=${one === pen ? 'true' : 'false'}
              aria-controls="pen-panel"
              @click=${() => pick(one)}
            >
              ${view.t(`pen-${one}`)}${
                selected.drafts[one]?.words?.trim()
                  ? html`<span class="visually-hidden">${view.t('row-draft')}</span><span aria-hidden="true"> ✎</span>`
                  : nothing
              }
            </button>`,
        )}
      </div>
      ${
        detail.may.includes('mark-read')
          ? html`<button class="tool" id="do-mark-read" type="button" @click=${() => view.begin('mark-read')}>
              ${view.t('do-mark-read')}
            </button>`
          : nothing
      }
    </div>
    <div class="pen-panel" id="pen-panel" role="tabpanel" aria-labelledby="pen-${pen}">
      <form
        class="writing"
        @submit=${(event: Event) => {
          event.preventDefault();
          void view.take(pen);
        }}
      >
        ${wordsField(shown, pen, { rows: 2 })} ${sendLine(shown, pen)}
      </form>
    </div>`;
}

/** How far the last step is. */
function said(shown: CaseView, state: StepState | undefined): TemplateResult {
  const { view, detail } = shown;
  if (!state) return html`<div id="step-said" role="status" tabindex="-1"></div>`;
  const { kind, status, error, conflict } = state;
  const what = view.t(`do-${kind}`);
  const undo = undoing[kind];
  return html`<div
    class="step-said ${status}"
    id="step-said"
    role=${status === 'refused' ? 'alert' : 'status'}
    tabindex="-1"
  >
    <span
      >${
        status === 'refused' && !conflict
          ? `${view.t('step-refused', { what })} ${errorWords(view, error!)}`
          : view.t(conflict ? 'step-conflict' : `step-${status}`, { what })
      }</span
    >
    ${
      status === 'done' && undo && detail.may.includes(undo)
        ? html`<button class="tool" id="undo" type="button" @click=${() => view.begin(undo)}>${view.t('undo')}</button>`
        : nothing
    }
    ${
      status === 'unknown'
        ? html`<button class="tool" id="again" type="button" @click=${() => void view.take(kind)}>
            ${view.t('send-again')}
          </button>`
        : nothing
    }
    ${
      status === 'sending'
        ? nothing
        : html`<button class="tool" type="button" @click=${() => view.store.dismissStep()}>${view.t('close')}</button>`
    }
    ${
      conflict
        ? html`<div class="conflict" part="conflict">
            ${
              conflict.events.length > 0
                ? html`<ul class="plain">
                    ${conflict.events.map(
                      (event) =>
                        html`<li>
                          <time class="hint">${when(view, event.at)}</time>
                          <b>${eventTitle(view, event)}</b>
                          <bdi class="hint">${event.by.name ?? view.t('by-requester')}</bdi>
                          ${event.words ? html`<div class="said" dir="auto">${event.words}</div>` : nothing}
                        </li>`,
                    )}
                  </ul>`
                : nothing
            }
            <p>
              ${view.t(conflict.stillAllowed ? 'conflict-allowed' : 'conflict-over')}
              ${
                conflict.stillAllowed
                  ? html`<button class="tool first" id="again" type="button" @click=${() => void view.take(kind)}>
                      ${view.t('send-again')}
                    </button>`
                  : nothing
              }
            </p>
          </div>`
        : nothing
    }
  </div>`;
}
