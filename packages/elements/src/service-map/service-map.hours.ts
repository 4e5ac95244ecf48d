import { html, nothing, type TemplateResult } from 'lit';
import type { DayHours } from '@fulian/sdk/stores/service-map';
import type { ServiceMapView } from './service-map.view.js';

/** Whether the selected place is open, and until when. */
export function hoursState(view: ServiceMapView): TemplateResult | typeof nothing {
  const { point, hours, change } = view.state.selected!;
  if (!point || (point.confidential && !point.hours)) return nothing;
  if (point.status === 'paused') return html`<p class="state paused">${view.t('paused')}</p>`;
  if (!point.hours) return html`<p class="state">${view.t('hours-none')}</p>`;
  const isKnown = hours === 'open' || hours === 'closed';
  if (!isKnown) return html`<p class="state">${view.t('unknown')}</p>`;
  // oxlint-disable-next-line no-restricted-properties -- the contract's own word, not Array's
  const time = change && change.state !== 'unknown' ? momentWords(view, change.at) : undefined;
  return html`<p class="state ${hours}">${time ? view.t(`${hours}-until`, { time }) : view.t(hours)}</p>`;
}

/** The hours of the next seven days, today first. */
export function week(view: ServiceMapView): TemplateResult | typeof nothing {
  const days = view.state.selected!.week;
  if (!days || days.length === 0) return nothing;
  return html`<div class="fact">
    <h4 class="fact-name" id="week-name">${view.t('hours-title')}</h4>
    <table class="week" part="week" aria-labelledby="week-name">
      ${days.map(
        (day, at) =>
          html`<tr class=${at === 0 ? 'today' : ''}>
            <th scope="row">${dayName(view, day)} ${at === 0 ? html`<span>${view.t('today')}</span>` : nothing}</th>
            <td><span dir=${isTimes(day) ? 'ltr' : nothing}>${spans(view, day)}</span></td>
          </tr>`,
      )}
    </table>
  </div>`;
}

function dayName(view: ServiceMapView, { weekday, kind }: DayHours): string {
  const name = view.t(`day-${weekday as 0 | 1 | 2 | 3 | 4 | 5 | 6}`);
  const isWeekend = weekday % 6 === 0;
  if (kind === 'holiday') return `${name} · ${view.t('holiday')}`;
  return kind === 'working-day' && isWeekend ? `${name} · ${view.t('working-day')}` : name;
}

/** Times are read from left to right in every language. */
function isTimes(day: DayHours): boolean {
  return day.spans !== 'unknown' && day.spans.length > 0;
}

function spans(view: ServiceMapView, day: DayHours): string {
  if (day.spans === 'unknown') return view.t('day-unknown');
  if (day.spans.length === 0) return view.t('day-closed');
  return day.spans
    .map(([from, to]) => (from === 0 && to === 1440 ? view.t('all-day') : `${clockWords(from)}–${clockWords(to)}`))
    .join(view.t('list-comma'));
}

/** `17:30` for minutes after midnight; `24:00` at the end of a day. */
function clockWords(minutes: number): string {
  const within = minutes > 1440 ? minutes - 1440 : minutes;
  const two = (value: number) => (value < 10 ? `0${value}` : String(value));
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`;
}

/** China is eight hours before UTC, whatever the clock of the phone says. */
const chinaOffset = 8 * 3_600_000;
const dayLength = 86_400_000;

/** When something changes, as it is said today: `17:30`, `tomorrow 08:30`, `Monday 08:30`. */
function momentWords(view: ServiceMapView, instant: number): string {
  const local = instant + chinaOffset;
  const day = Math.floor(local / dayLength);
  const time = clockWords(Math.floor((local % dayLength) / 60_000));
  const ahead = day - Math.floor((view.now + chinaOffset) / dayLength);
  if (ahead === 0) return time;
  if (ahead === 1) return view.t('tomorrow', { time });
  // 1 January 1970 was a Thursday.
  const weekday = ((day + 4) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6;
  return view.t('on-day', { day: view.t(`day-${weekday}`), time });
}
