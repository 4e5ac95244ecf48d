import { html, nothing, type TemplateResult } from 'lit';
import type { OwnCaseEvent } from '@fulian/sdk/stores/case-tracker';
import { button, said, waiting } from './case-tracker.pieces.js';
import { nameIn, type TrackerView, whenInChina } from './case-tracker.view.js';

/** How many are shown at once; what is older is folded. */
const shown = 4;

/** What happened, the newest on top, in words and with the time in China. */
export function timeline(view: TrackerView): TemplateResult {
  const events = [...view.state.case!.timeline].reverse();
  const older = events.splice(shown);
  return html`<section>
    <h3 id="timeline" tabindex="-1">${view.t('timeline')}</h3>
    <p class="hint">${view.t('timeline-hint')}</p>
    ${list(view, events)}
    ${
      older.length > 0
        ? html`<details part="older">
            <summary>${view.t('older', { n: older.length })}</summary>
            ${list(view, older)}
          </details>`
        : nothing
    }
  </section>`;
}

function list(view: TrackerView, events: readonly OwnCaseEvent[]): TemplateResult {
  return html`<ol class="events" part="timeline">
    ${events.map(
      (event) =>
        html`<li class="event ${event.byYou ? 'hers' : ''}" part="event">
          <b class="title">${eventWords(view, event)}</b>
          <time class="hint" datetime=${event.at}>${whenInChina(view, event.at)}</time>
          ${said(event.words)}
          ${event.attachments ? (view.more?.filesOf(view, event) ?? filesToCome(view, event)) : nothing}
        </li>`,
    )}
  </ol>`;
}

/** How many files there are; their names come when she wants to see them. */
function filesToCome(view: TrackerView, { at, attachments }: OwnCaseEvent): TemplateResult {
  const show = () => {
    view.change({ files: at });
    void view.loadMore().then(() => view.focus('files'));
  };
  return view.scratch.files === at
    ? waiting(view)
    : button(view.t('files-count', { n: attachments!.length }), show, 'plain');
}

/** What happened, in one line. */
export function eventWords(view: TrackerView, { kind, byYou, unit, measure, due, given }: OwnCaseEvent): string {
  const values = {
    unit: unit ? nameIn(unit) : view.t('other'),
    measure: view.t(`measure-${measure ?? 'other'}`),
    due: due ? whenInChina(view, due) : '',
  };
  const known = byYou && view.words(`event-${kind}-you`);
  return known || view.words(`event-${kind}-${given}`) || view.t(`event-${kind}`, values);
}
