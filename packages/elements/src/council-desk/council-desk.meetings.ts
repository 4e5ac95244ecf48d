import { html, nothing, type TemplateResult } from 'lit';
import type { DeskDrafts, Meeting } from '@fulian/sdk/stores/council-desk';
import type { Language } from '../base/language.js';
import { words } from '../locales/zh-CN/council-desk-meetings.js';
import { agendaField } from './council-desk.agenda.js';
import { areaField, faultAt, radioField, textField, tickField, timeField, tool } from './council-desk.fields.js';
import { form } from './council-desk.forms.js';
import { listed } from './council-desk.gates.js';
import { couldCome, minutesSheet } from './council-desk.minutes.js';
import { when } from './council-desk.time.js';
import type { CouncilView, DeskView } from './council-desk.view.js';
import { catalogue } from './council-desk.words.js';

catalogue.add('zh-CN', words);

/** Fetches the words of this section in `language`. Rejects where they cannot be loaded. */
export async function loadWords(language: Language): Promise<void> {
  if (language === 'en') catalogue.add('en', (await import('../locales/en/council-desk-meetings.js')).words);
}

const forms = ['regular', 'on-the-spot', 'at-home', 'special'] as const;
const states = ['planned', 'held', 'cancelled'] as const;
type Draft = Partial<DeskDrafts['meeting']>;

/** The meetings, or one of them: its plan, who came, and its minutes. */
export function screen(council: CouncilView): TemplateResult {
  return council.view.scratch.place.item === undefined ? listScreen(council) : meetingForm(council);
}

function listScreen({ view, shown }: CouncilView): TemplateResult {
  const { store } = view;
  return html`<div class="line">
      <h3 id="list-title" tabindex="-1">${view.t('meetings-title')}</h3>
      <span class="push"></span>
      ${tool('meeting-new', view.t('meeting-new'), () =>
        openForm({ view, shown }, 'new', { agenda: [], state: 'planned', form: 'regular' }),
      )}
    </div>
    ${listed(
      view,
      shown.meetings,
      (items) =>
        html`<ul class="items" part="list">
          ${items.map((one) => meetingItem({ view, shown }, one))}
        </ul>`,
      {
        empty: view.t('meetings-empty'),
        more: () => void store.more('meetings'),
        again: () => void store.refresh(),
      },
    )}`;
}

/** Opens a meeting; its agenda is filled from topics that were admitted. */
function openForm({ view, shown }: CouncilView, item: string, draft?: Draft): void {
  view.edit('meeting', { section: 'meetings', item, isForm: true }, item === 'new' ? undefined : item, draft);
  if (shown.topicState !== undefined && shown.topicState !== 'admitted') void view.store.setTopicState('admitted');
}

function meetingItem(council: CouncilView, one: Meeting): TemplateResult {
  const { view } = council;
  const { id, at, place, form: kind = 'regular', state, agenda, attendance, minutes } = one;
  return html`<li class="item" part="item" data-id=${id}>
    <p class="line">
      <button class="item-title" type="button" data-id=${id} @click=${() => openForm(council, id)}>
        ${when(view.language, at)}
      </button>
      <span class="state ${state === 'planned' ? 'alive' : 'over'}">${view.t(`meeting-${state}`)}</span>
    </p>
    <p><bdi>${place}</bdi> · ${view.t(`form-${kind}`)}</p>
    <p class="hint">
      ${view.t('agenda-count', { n: agenda.length })}
      ${attendance === undefined ? nothing : html` · ${view.t('meeting-attendance', { n: attendance })}`}
      ${minutes === undefined ? nothing : html` · ${view.t('minutes-published')}`}
    </p>
  </li>`;
}

function meetingForm(council: CouncilView): TemplateResult {
  const { view } = council;
  const { store, state, scratch } = view;
  const { draft = {}, faults = [], conflict } = state.editors.meeting ?? {};
  const isNew = scratch.place.item === 'new';
  const print = () => void view.print('minutes', minutesSheet(council, draft));
  return form(view, 'meeting', {
    title:
      isNew || draft.at === undefined
        ? view.t('meeting-new')
        : view.t('meeting-edit', { when: when(view.language, draft.at) }),
    button: view.t('save'),
    back: { section: 'meetings' },
    after: () => ({ section: 'meetings' }),
    beside: isNew
      ? nothing
      : html`${tool('minutes-print', view.t('minutes-print'), print)}
          <span class="hint">${view.t('minutes-print-note')}</span>`,
    theirs: conflict && (() => theirs(view, conflict.meeting, conflict.minutes)),
    fields: () =>
      html`<div class="pair">
          ${timeField({
            id: 'meeting-at',
            label: view.t('meeting-at'),
            hint: view.t('meeting-at-hint'),
            value: draft.at,
            isNeeded: true,
            fault: faultAt(view, faults, 'at'),
            write: (at) => store.write('meeting', { at }),
          })}
          ${textField({
            id: 'meeting-place',
            label: view.t('meeting-place'),
            value: draft.place ?? '',
            max: 200,
            isNeeded: true,
            fault: faultAt(view, faults, 'place'),
            write: (place) => store.write('meeting', { place }),
          })}
        </div>
        ${radioField(
          {
            id: 'meeting-form',
            label: view.t('meeting-form'),
            value: draft.form ?? 'regular',
            write: (value) => store.write('meeting', { form: value as (typeof forms)[number] }),
          },
          forms.map((value) => ({ value, label: view.t(`form-${value}`) })),
          true,
        )}
        ${
          isNew
            ? nothing
            : radioField(
                {
                  id: 'meeting-state',
                  label: view.t('meeting-state'),
                  value: draft.state ?? 'planned',
                  write: (value) => store.write('meeting', { state: value as (typeof states)[number] }),
                },
                states.map((value) => ({ value, label: view.t(`meeting-${value}`) })),
                true,
              )
        }
        ${agendaField(council, draft, faultAt(view, faults, 'agenda'))}
        ${isNew ? nothing : html`${attendance(council, draft)} ${minutes(view, draft, faultAt(view, faults, 'minutes'))}`}`,
  });
}

function theirs(view: DeskView, meeting: Meeting, text: string | undefined): TemplateResult {
  return html`<p>
      <b>${when(view.language, meeting.at)}</b> · <bdi>${meeting.place}</bdi> · ${view.t(`meeting-${meeting.state}`)}
    </p>
    <p>
      ${view.t('agenda')}${view.t('colon')}<bdi>${meeting.agenda.map(({ title }) => title).join(view.t('comma'))}</bdi>
    </p>
    ${meeting.attendance === undefined ? nothing : html`<p>${view.t('meeting-attendance', { n: meeting.attendance })}</p>`}
    ${text === undefined ? nothing : html`<p class="said">${text}</p>`}`;
}

/** Attendance: the roll with a tick for everybody who is there. */
function attendance({ view, shown }: CouncilView, { present }: Draft): TemplateResult {
  const { store } = view;
  const members = couldCome(shown.roll.items, present ?? []);
  const write = (next: readonly string[] | undefined) =>
    store.write('meeting', { present: next === undefined ? undefined : [...next] });
  return html`<fieldset class="field stacked">
    <legend class="label">${view.t('attendance')}</legend>
    ${
      present === undefined
        ? html`<p class="line">
            <span class="hint">${view.t('attendance-none')}</span>
            ${tool('attendance-take', view.t('attendance-take'), () => write([]))}
          </p>`
        : html`<p class="line">
              <b role="status">${view.t('attendance-count', { n: present.length, of: members.length })}</b>
              ${tool('attendance-all', view.t('attendance-all'), () => write(members.map(({ member }) => member.id)))}
              ${tool('attendance-drop', view.t('attendance-drop'), () => write(undefined))}
            </p>
            <div class="ticks">
              ${members.map(({ member }) =>
                tickField({ id: `present-${member.id}`, label: member.name }, present.includes(member.id), (isThere) =>
                  write(isThere ? [...present, member.id] : present.filter((one) => one !== member.id)),
                ),
              )}
            </div>`
    }
  </fieldset>`;
}

function minutes(view: DeskView, draft: Draft, fault: string | undefined): TemplateResult {
  const { store } = view;
  return html`${areaField(
    {
      id: 'minutes',
      label: view.t('minutes') + view.t('optional'),
      hint: view.t('minutes-hint'),
      value: draft.minutes ?? '',
      max: 10_000,
      fault,
      write: (text) => store.write('meeting', { minutes: text === '' ? undefined : text }),
    },
    10,
  )}
  ${tickField(
    { id: 'minutes-publish', label: view.t('minutes-publish'), hint: view.t('minutes-publish-hint') },
    draft.publishMinutes ?? false,
    (publishMinutes) => store.write('meeting', { publishMinutes }),
  )}`;
}
