import { html, nothing, type TemplateResult } from 'lit';
import type { CaseEvent } from '@fulian/sdk/stores/case-desk';
import { errorWords } from '../base/staff-sign-in.js';
import { day, when } from './case-desk.time.js';
import type { CaseView, DeskView } from './case-desk.view.js';

/** What happened, the newest first; what only colleagues see looks different from what she sees. */
export function timeline({ view, selected }: CaseView): TemplateResult {
  const { items, load, hasMore, error } = selected.events;
  return html`<section class="block" part="timeline" aria-labelledby="timeline-title">
    <h3 id="timeline-title">${view.t('timeline')}</h3>
    <ol class="events">
      ${items.map((one) => eventItem(view, one))}
    </ol>
    ${
      load === 'error'
        ? html`<p role="alert">
            ${errorWords(view, error!)}
            <button class="tool" type="button" @click=${() => void view.store.refreshSelected()}>
              ${view.t('retry')}
            </button>
          </p>`
        : nothing
    }
    ${load === 'pending' || load === 'initial' ? html`<p class="hint" role="status">${view.t('loading')}</p>` : nothing}
    ${
      hasMore && load === 'complete'
        ? html`<button class="tool" id="more-events" type="button" @click=${() => void view.store.moreEvents()}>
            ${view.t('more-events')}
          </button>`
        : nothing
    }
  </section>`;
}

/** One thing that happened; for the screen and for paper. */
export function eventItem(view: DeskView, event: CaseEvent): TemplateResult {
  const { by, internal, kind } = event;
  const isHers = by.kind === 'requester';
  return html`<li
    class="event ${internal ? 'internal' : isHers ? 'hers' : 'shared'} ${kind === 'overdue' ? 'late' : ''}"
    part="event"
  >
    <div class="event-line">
      <b>${eventTitle(view, event)}</b>
      ${internal ? html`<span class="tag">${view.t('internal')}</span>` : nothing}
      <span class="hint event-by"
        >${
          isHers
            ? view.t('by-requester')
            : by.kind === 'service'
              ? view.t('by-service')
              : html`<bdi>${by.name}</bdi>${by.unit ? html` · <bdi>${by.unit.name}</bdi>` : nothing}`
        }</span
      >
      <time class="hint" datetime=${event.at}>${when(view, event.at)}</time>
    </div>
    ${event.words === undefined ? nothing : html`<div class="said" dir="auto">${event.words}</div>`}
    ${files(view, event)}
  </li>`;
}

/** What happened, with what belongs to it. */
export function eventTitle(view: DeskView, event: CaseEvent): string {
  const { kind, from, to, measure, on, reached, outcome, limit, level } = event;
  const parts = [view.words('event', kind)];
  const named = (code: string) => (kind === 'regrade' ? view.words('grade', code) : code);
  if (from !== undefined && to !== undefined) parts.push(`${named(from)} → ${named(to)}`);
  else if (to !== undefined) parts.push(named(to));
  if (measure !== undefined) parts.push(view.words('measure', measure));
  if (reached !== undefined) parts.push(view.t(reached ? 'reached-yes' : 'reached-no'));
  if (outcome !== undefined) parts.push(view.words('outcome', outcome));
  if (limit !== undefined) parts.push(view.words('limit', limit));
  if (level !== undefined && level > 0) parts.push(view.t('overdue-level', { n: level }));
  if (on !== undefined) parts.push(day(view, on));
  return parts.join(' · ');
}

function files(view: DeskView, { attachments = [] }: CaseEvent): TemplateResult | typeof nothing {
  if (attachments.length === 0) return nothing;
  return html`<ul class="files">
    ${attachments.map((one, at) => fileItem(view, one, at))}
  </ul>`;
}

/** A file that can be fetched. Its name is not asked for: names can say too much in a list of downloads. */
export function fileItem(
  view: DeskView,
  { id, mediaType, size }: { readonly id: string; readonly mediaType?: string; readonly size: number },
  at: number,
): TemplateResult {
  const kind = mediaType?.split('/')[0] ?? '';
  const known = ['image', 'audio', 'video'].includes(kind) ? (kind as 'image' | 'audio' | 'video') : 'document';
  const kb = size / 1024;
  return html`<li>
    <button class="tool file" type="button" @click=${() => view.download(id)}>
      ${view.t(`file-${known}`, { n: at + 1 })}
      <span class="hint">${kb < 1000 ? `${Math.max(1, Math.round(kb))} KB` : `${(kb / 1024).toFixed(1)} MB`}</span>
    </button>
  </li>`;
}
