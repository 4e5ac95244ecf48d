import { html, nothing, type TemplateResult } from 'lit';
import { errorWords } from '../base/staff-sign-in.js';
import { gradeSigns, numberWords } from './case-desk.row.js';
import { day, limitWords, when } from './case-desk.time.js';
import { fileItem } from './case-desk.timeline.js';
import type { CaseView } from './case-desk.view.js';

type Part = TemplateResult | typeof nothing;

/** Until when what has to be done: the open limits as clocks, the met ones small. */
export function limitClocks({ view, detail }: CaseView): Part {
  const { limits } = detail;
  if (limits.length === 0) return nothing;
  return html`<ul class="limits" aria-label=${view.t('limits')}>
    ${limits.map(({ kind, due, metAt, overdue }) => {
      const { words, urgency } = limitWords(view, due);
      return html`<li class="limit ${metAt === undefined ? urgency : 'met'}">
        <span class="limit-kind">${view.t(`limit-${kind}`)}</span>
        <b>${metAt === undefined ? words : view.t('limit-met')}</b>
        <span class="hint">${when(view, metAt ?? due)}</span>
        ${
          metAt === undefined && overdue > 1
            ? html`<span class="hint">${view.t('overdue-level', { n: overdue })}</span>`
            : nothing
        }
      </li>`;
    })}
  </ul>`;
}

/** What is known of the case, beside what happened. */
export function facts(shown: CaseView): TemplateResult {
  return html`${repeats(shown)} ${offer(shown)} ${people(shown)} ${risk(shown)} ${exclusion(shown)} ${plan(shown)}
  ${followUps(shown)} ${team(shown)} ${files(shown)}`;
}

function block(id: string, title: string, body: unknown, kind = ''): TemplateResult {
  return html`<section class="block ${kind}" aria-labelledby=${id}>
    <h3 id=${id}>${title}</h3>
    ${body}
  </section>`;
}

function pair(term: string, value: unknown): Part {
  if (value === undefined || value === '') return nothing;
  return html`<div class="pair">
    <dt>${term}</dt>
    <dd><bdi class="said-line">${value}</bdi></dd>
  </div>`;
}

function people({ view, detail }: CaseView): TemplateResult {
  const { asker, identity, summary, concernedPerson, childrenPresent, needs, satisfied, consents } = detail;
  const { form } = view.state;
  const named = (list: 'relations' | 'reporterBodies' | 'languages' | 'accessNeeds', code: string) => {
    const found = form?.[list].find((one) => one.code === code);
    return found ? view.localized(found.label) : code;
  };
  const wants = [
    ...(needs?.languages ?? []).map((code) => named('languages', code)),
    ...(needs?.access ?? []).map((code) => named('accessNeeds', code)),
    ...(needs?.note ? [needs.note] : []),
  ];
  return block(
    'people-title',
    view.t('people'),
    html`<dl class="pairs">
      ${pair(view.t('asker'), view.t(`asker-${asker.role}`))}
      ${pair(view.t('relation'), asker.relation && named('relations', asker.relation))}
      ${pair(view.t('reporter'), [asker.body && named('reporterBodies', asker.body), asker.bodyName].filter(Boolean).join(' '))}
      ${pair(view.t('name'), identity.kind === 'anonymous' ? view.t('anonymous') : identity.name)}
      ${pair(view.t('place'), view.placeName(summary))}
      ${pair(view.t('under-fourteen'), view.t(`answer-${concernedPerson.underFourteen}`))}
      ${pair(view.t('children'), view.t(`answer-${childrenPresent}`))}
      ${pair(view.t('needs'), wants.join(view.t('list-comma')))}
      ${pair(view.t('came-by'), view.t(`channel-${summary.channel}`))}
      ${pair(view.t('came-at'), when(view, summary.submittedAt))}
      ${pair(view.t('consents'), consents.map(({ kind }) => view.t(`consent-${kind}`)).join(view.t('list-comma')))}
      ${pair(view.t('satisfied'), satisfied === undefined ? undefined : view.t(satisfied ? 'satisfied-yes' : 'satisfied-no'))}
      ${pair(
        view.t('transfer-consent'),
        detail.transferConsent === undefined ? undefined : view.t(detail.transferConsent ? 'answer-yes' : 'answer-no'),
      )}
    </dl>`,
  );
}

function risk({ view, detail }: CaseView): Part {
  if (detail.risk.length === 0) return nothing;
  const questions = view.state.form?.riskQuestions ?? [];
  return block(
    'risk-title',
    view.t('risk'),
    html`<ul class="plain">
      ${detail.risk.map(({ question, answer }) => {
        const known = questions.find(({ code }) => code === question);
        return html`<li class="risk ${answer}">
          <b>${view.t(`answer-${answer}`)}</b> ${known ? view.localized(known.label) : question}
        </li>`;
      })}
    </ul>`,
  );
}

function exclusion({ view, detail }: CaseView): Part {
  const { exclusion: units } = detail;
  if (!units) return nothing;
  const nameOf = (code: string) =>
    view.state.form?.units.find((one) => one.code === code)?.name ??
    view.places.find((one) => one.code === code)?.name ??
    code;
  return block(
    'exclusion-title',
    view.t('exclusion'),
    html`<p><b>${units.units.map(nameOf).join(view.t('list-comma'))}</b></p>
      ${units.note ? html`<div class="said" dir="auto">${units.note}</div>` : nothing}`,
    'danger-block',
  );
}

/** Other cases of the same telephone, person or address: shown, never merged by themselves. */
function repeats({ view, detail }: CaseView): Part {
  if (detail.repeats.length === 0) return nothing;
  const mayDismiss = detail.may.includes('dismiss-repeat');
  return block(
    'repeats-title',
    view.t('repeats'),
    html`<ul class="plain">
      ${detail.repeats.map(
        ({ case: other, same }) =>
          html`<li class="repeat">
            <button class="tool" type="button" @click=${() => view.open(other.id)}>
              <span class="grade-mark ${other.grade}"
                ><span class="sign" aria-hidden="true">${gradeSigns[other.grade]}</span></span
              >
              ${view.categoryName(other.category)} ${numberWords(other.number)}
            </button>
            <span class="hint"
              >${same.map((one) => view.t(`same-${one}`)).join(view.t('list-comma'))} ·
              ${view.t(`state-${other.state}`)} · ${day(view, other.submittedAt)}</span
            >
            ${
              mayDismiss
                ? html`<button
                    class="tool"
                    type="button"
                    @click=${() => {
                      view.store.write('dismiss-repeat', { repeat: other.id });
                      void view.take('dismiss-repeat');
                    }}
                  >
                    ${view.t('do-dismiss-repeat')}
                  </button>`
                : nothing
            }
          </li>`,
      )}
    </ul>`,
    'notice-block',
  );
}

function offer({ view, detail }: CaseView): Part {
  if (detail.transfers.length === 0) return nothing;
  const partner = (code: string) => {
    const found = view.state.rules?.partners.find((one) => one.code === code);
    return found ? view.localized(found.name) : code;
  };
  return block(
    'transfers-title',
    view.t('transfers'),
    html`<ul class="plain">
      ${[...detail.transfers].reverse().map(
        ({ state, from, to, partner: code, reason, named, answer, offeredAt }) =>
          html`<li>
            <b>${view.t(`transfer-${state}`)}</b>
            <bdi>${from.name}</bdi> → <bdi>${to ? to.name : code ? partner(code) : ''}</bdi>
            <span class="hint">${when(view, offeredAt)} · ${view.t(named ? 'named-yes' : 'named-no')}</span>
            <div class="said" dir="auto">${reason}</div>
            ${answer === undefined ? nothing : html`<div class="said answer" dir="auto">${answer}</div>`}
          </li>`,
      )}
    </ul>`,
  );
}

function plan({ view, detail }: CaseView): Part {
  const { plan: household } = detail;
  if (!household) return nothing;
  return block(
    'plan-title',
    view.t('plan'),
    html`<div class="said" dir="auto">${household.aim}</div>
      <ul class="plain plan-items">
        ${household.items.map(
          ({ what, who, by, done }) =>
            html`<li class=${done ? 'done' : ''}>
              <span aria-hidden="true">${done ? '☑' : '☐'}</span>
              <span class="visually-hidden">${view.t(done ? 'plan-done' : 'plan-open')}</span>
              <bdi class="said-line">${what}</bdi>
              <span class="hint"><bdi>${who}</bdi>${by ? html` · ${day(view, by)}` : nothing}</span>
            </li>`,
        )}
      </ul>`,
  );
}

function followUps({ view, detail }: CaseView): Part {
  if (detail.followUps.length === 0) return nothing;
  return block(
    'follow-ups-title',
    view.t('follow-ups'),
    html`<ul class="plain">
        ${detail.followUps.map(
          ({ due, doneAt, outcome }) =>
            html`<li>
              ${day(view, due)}
              <b>${doneAt === undefined ? view.t('follow-up-due') : outcome ? view.t(`outcome-${outcome}`) : ''}</b>
              ${doneAt === undefined ? nothing : html`<span class="hint">${when(view, doneAt)}</span>`}
            </li>`,
        )}
      </ul>
      ${detail.keyFamily ? html`<p class="tag">${view.t('key-family')}</p>` : nothing}`,
  );
}

function team({ view, detail }: CaseView): Part {
  const { helpers, joint } = detail;
  if (helpers.length + joint.length === 0) return nothing;
  return block(
    'team-title',
    view.t('team'),
    html`<dl class="pairs">
      ${helpers.map(({ role, name }) => pair(view.t(`helper-${role}`), name))}
      ${joint.map(({ name }) => pair(view.t('joint'), name))}
    </dl>`,
  );
}

function files({ view, selected, detail }: CaseView): Part {
  if (detail.attachments.length === 0) return nothing;
  return block(
    'files-title',
    view.t('files'),
    html`<ul class="files">
        ${detail.attachments.map((one, at) => fileItem(view, one, at))}
      </ul>
      ${view.scratch.fileFailed ? html`<p class="fault" role="alert">${view.t('file-failed')}</p>` : nothing}
      ${selected.error ? html`<p class="fault">${errorWords(view, selected.error)}</p>` : nothing}`,
  );
}
