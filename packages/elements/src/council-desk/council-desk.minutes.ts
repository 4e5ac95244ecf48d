import { html, nothing, type TemplateResult } from 'lit';
import type { DeskDrafts, RollEntry } from '@fulian/sdk/stores/council-desk';
import { when } from './council-desk.time.js';
import type { CouncilView } from './council-desk.view.js';

/** Who may have come to it: who is on the roll, and who was ticked and has left since. */
export function couldCome(roll: readonly RollEntry[], present: readonly string[]): readonly RollEntry[] {
  return roll.filter(({ member, leftAt }) => leftAt === undefined || present.includes(member.id));
}

/** The minutes as they are printed and signed: when and where, who came, what was on the agenda, what was decided. */
export function minutesSheet({ view, shown }: CouncilView, draft: Partial<DeskDrafts['meeting']>): TemplateResult {
  const { at, place, form = 'regular', agenda = [], present, minutes } = draft;
  const members = couldCome(shown.roll.items, present ?? []);
  const names = (isThere: boolean) =>
    members
      .filter(({ member }) => present?.includes(member.id) === isThere)
      .map(({ member }) => member.name)
      .join(view.t('comma'));
  return html`<h2><bdi>${shown.council?.name}</bdi> ${view.t('paper-minutes')}</h2>
    <p>${at ? when(view.language, at) : nothing} · <bdi>${place}</bdi> · ${view.t(`form-${form}`)}</p>
    ${
      present
        ? html`<section>
            <p>
              <b>${view.t('paper-present')}</b>
              ${view.t('attendance-count', { n: present.length, of: members.length })}${view.t('colon')}
              <bdi>${names(true)}</bdi>
            </p>
            ${
              present.length < members.length
                ? html`<p><b>${view.t('paper-absent')}</b>${view.t('colon')}<bdi>${names(false)}</bdi></p>`
                : nothing
            }
          </section>`
        : nothing
    }
    <section>
      <h3>${view.t('agenda')}</h3>
      <ol>
        ${agenda.map(({ title }, index) => html`<li>${index + 1}. <bdi>${title}</bdi></li>`)}
      </ol>
    </section>
    <h3>${view.t('minutes')}</h3>
    <div class="said">${minutes}</div>
    <p class="seal-line">${view.t('paper-signatures')}</p>
    <p class="hint">
      ${view.t('paper-printed', { name: view.member.name, when: when(view.language, new Date(view.now).toISOString()) })}
    </p>`;
}
