import { html, nothing, render } from 'lit';
import type { CaseEvent } from '@fulian/sdk/stores/case-desk';
import { facts, limitClocks } from './case-desk.facts.js';
import { hoursWords } from './case-desk.contact.js';
import { gradeSigns, numberWords } from './case-desk.row.js';
import { when } from './case-desk.time.js';
import { eventItem } from './case-desk.timeline.js';
import type { CaseView, DeskView } from './case-desk.view.js';

/**
 * Puts the whole case on paper, and takes it out of the page again: what the screen shows of it, all events instead of the latest,
 * notes of colleagues only where they are asked for. Prints nothing that the service has not answered to this role.
 */
export async function printCase(
  view: DeskView,
  root: HTMLElement | DocumentFragment,
  events: readonly CaseEvent[],
  withNotes: boolean,
): Promise<void> {
  const { selected, form: _ } = view.state;
  const base = root.querySelector('.base');
  if (!selected?.case || !base) return;
  const shown: CaseView = { view, selected, detail: selected.case };
  const sheet = document.createElement('div');
  sheet.className = 'paper';
  render(paper(shown, withNotes ? events : events.filter(({ internal }) => !internal)), sheet);
  base.append(sheet);
  base.classList.add('printing');
  // The browser lays the page out as it opens its dialog; everything is there at once.
  await Promise.resolve();
  window.print();
  base.classList.remove('printing');
  sheet.remove();
}

/** Speaks of days by their dates: paper does not know what was 'today'. */
function dated(view: DeskView): DeskView {
  return Object.create(view, { now: { value: 0 } }) as DeskView;
}

function paper(shown: CaseView, events: readonly CaseEvent[]): unknown {
  const { detail } = shown;
  const view = dated(shown.view);
  const { summary, safeContact: plan } = detail;
  const hours = hoursWords(view, plan);
  return html`<h1>${view.t('paper-title')} <span translate="no">${numberWords(summary.number)}</span></h1>
    <p>
      ${gradeSigns[summary.grade]} ${view.gradeName(summary.grade)} · ${view.categoryName(summary.category)} ·
      ${view.t(`state-${summary.state}`)} · <bdi>${summary.owner.name}</bdi>
      ${summary.assignee ? html` · <bdi>${summary.assignee.name}</bdi>` : nothing}
    </p>
    <p>
      ${view.t('paper-printed', { name: view.member.name, when: when(view, new Date(shown.view.now).toISOString()) })}
    </p>
    <h2>${view.t('contact')}</h2>
    <p>
      ${view.t(`contact-${plan.channel}`)} <bdi>${plan.value ?? ''}</bdi> ${hours ?? ''} ·
      ${view.t(plan.mayLeaveMessage ? 'may-leave-message' : 'no-message')} ·
      ${view.t(plan.maySayWhoCalls ? 'may-say-who' : 'not-say-who')}
      ${plan.coverWords ? html` · ${view.t('cover-words')} <bdi>${plan.coverWords}</bdi>` : nothing}
    </p>
    <h2>${view.t('narrative')}</h2>
    <div class="said" dir="auto">${detail.narrative ?? view.t('narrative-none')}</div>
    ${limitClocks(shown)} ${facts({ ...shown, view })}
    <h2>${view.t('timeline')}</h2>
    <ol class="events">
      ${[...events].reverse().map((one) => eventItem(view, one))}
    </ol>`;
}

/** Types that a browser shows without running anything in them. */
const shown = /^(?:image\/(?:jpeg|png|gif|webp)|audio\/|video\/|application\/pdf$|text\/plain$)/;

/** Gives a file to the browser to be saved; its name says nothing, and what could run something is data to it. */
export function handOver(bytes: ArrayBuffer, mediaType: string | undefined): void {
  const type = mediaType && shown.test(mediaType) ? mediaType : 'application/octet-stream';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = `file.${extensions[type] ?? 'bin'}`;
  link.click();
  // The browser has taken it over by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}

const extensions: { readonly [type: string]: string | undefined } = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/amr': 'amr',
  'video/mp4': 'mp4',
};
