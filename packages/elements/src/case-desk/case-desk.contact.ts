import { html, nothing, type TemplateResult } from 'lit';
import { callWindow, type CaseDetail } from '@fulian/sdk/stores/case-desk';
import { when } from './case-desk.time.js';
import type { CaseView, DeskView } from './case-desk.view.js';

type Plan = CaseDetail['safeContact'];
const dayCodes = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Something that a telephone can dial, and nothing else that somebody may have typed. */
function dialled(value: string | undefined): string | undefined {
  const plain = (value ?? '').normalize('NFKC').replace(/[\s()-]/g, '');
  return /^\+?[0-9]{3,20}$/.test(plain) ? plain : undefined;
}

/** On which days and at what hours, in words; undefined where at any. */
export function hoursWords(view: DeskView, { days, from, to }: Plan): string | undefined {
  const onDays = days && days.length > 0 && days.length < 7;
  if (!onDays && from === undefined && to === undefined) return undefined;
  const list = onDays
    ? dayCodes
        .filter((one) => days.includes(one))
        .map((one) => view.t(`day-${one}`))
        .join(view.t('list-comma'))
    : view.t('any-day');
  return `${list} ${from ?? '00:00'}–${to ?? '24:00'}`;
}

/** How contact with her is safe. Always in sight; a call button only while a call is safe. */
export function contactPlan({ view, detail }: CaseView): TemplateResult {
  const plan = detail.safeContact;
  const { allowed, until, reason } = callWindow(plan, view.now);
  const number = dialled(plan.value);
  const hours = hoursWords(view, plan);
  const says =
    reason === 'no-calls'
      ? view.t(plan.channel === 'none' ? 'contact-never' : 'call-none')
      : until === undefined
        ? view.t(allowed ? 'call-any-time' : 'call-never')
        : view.t(allowed ? 'call-until' : 'call-from', { when: when(view, until) });
  return html`<section class="contact ${allowed ? 'open' : 'shut'}" part="contact" aria-labelledby="contact-title">
    <h3 class="contact-title" id="contact-title">${view.t('contact')}</h3>
    <div class="contact-now">
      <b class="contact-says">${says}</b>
      ${
        allowed && number !== undefined
          ? html`<a class="button call" part="call" href="tel:${number}">${view.t('call')} <bdi>${plan.value}</bdi></a>`
          : nothing
      }
      ${
        !allowed && plan.value !== undefined && reason === 'outside-hours'
          ? html`<details class="number">
              <summary>${view.t('number-show')}</summary>
              <p class="fault">${view.t('number-warning')}</p>
              <p class="said digits" translate="no">${plan.value}</p>
            </details>`
          : nothing
      }
      ${
        (allowed && number === undefined) || (reason === 'no-calls' && plan.channel !== 'none')
          ? html`<span
              >${view.t(`contact-${plan.channel}`)}${
                plan.value === undefined ? nothing : html` <bdi class="said-line" translate="no">${plan.value}</bdi>`
              }</span
            >`
          : nothing
      }
    </div>
    <ul class="contact-rules">
      ${
        plan.personName === undefined
          ? nothing
          : html`<li>
              ${view.t('contact-person')} <bdi class="said-line">${plan.personName}</bdi>
              ${plan.personRelation === undefined ? nothing : html`<bdi class="said-line">${plan.personRelation}</bdi>`}
            </li>`
      }
      ${hours === undefined ? nothing : html`<li>${view.t('contact-hours')} ${hours}</li>`}
      ${
        plan.channel === 'none'
          ? nothing
          : html`<li class=${plan.mayLeaveMessage ? '' : 'forbidden'}>
                ${view.t(plan.mayLeaveMessage ? 'may-leave-message' : 'no-message')}
              </li>
              <li class=${plan.maySayWhoCalls ? '' : 'forbidden'}>
                ${view.t(plan.maySayWhoCalls ? 'may-say-who' : 'not-say-who')}
              </li>`
      }
      ${
        plan.coverWords
          ? html`<li><b>${view.t('cover-words')}</b> <bdi class="said-line">${plan.coverWords}</bdi></li>`
          : nothing
      }
    </ul>
  </section>`;
}
