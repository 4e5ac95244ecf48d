import { html, nothing, type TemplateResult } from 'lit';
import { areaField, faultAt, selectField, textField, tickField } from './council-desk.fields.js';
import { form } from './council-desk.forms.js';
import { day, dayAfter } from './council-desk.time.js';
import type { CouncilView } from './council-desk.view.js';

/** How long a notice hangs before the organiser says otherwise, days. */
const noticeDays = 7;

/** What was decided, who carries it out, until when, and how long it is posted. */
export function resolutionForm({ view, shown }: CouncilView): TemplateResult {
  const { store, state, scratch } = view;
  const editor = state.editors.resolution;
  const { draft = {}, faults = [], conflict } = editor ?? {};
  const { notice } = draft;
  const none = { value: '', label: view.t('from-none') };
  const topics = shown.topics.items.filter(({ id, state: now }) => now === 'admitted' || id === draft.topic);
  const ballots = shown.ballots.items.filter(
    ({ id, result }) => result?.outcome === 'passed' || result?.outcome === 'elected' || id === draft.ballot,
  );
  return form(view, 'resolution', {
    title: view.t(scratch.place.item === 'new' ? 'resolution-new' : 'resolution-change'),
    button: view.t('save'),
    back: { section: 'resolutions', ...(editor?.id !== undefined && { item: editor.id }) },
    after: (id) => ({ section: 'resolutions', item: id }),
    theirs:
      conflict &&
      (() =>
        html`<p>
            <b><bdi>${conflict.title}</bdi></b> · ${view.t(`resolution-${conflict.state}`)}
          </p>
          <p class="said">${conflict.words}</p>
          <p>
            <bdi>${conflict.responsible}</bdi> · ${view.t('due-until', { day: day(view.language, conflict.due) })}
          </p>`),
    fields: () =>
      html`${textField({
          id: 'resolution-title',
          label: view.t('resolution-title'),
          value: draft.title ?? '',
          max: 100,
          isNeeded: true,
          fault: faultAt(view, faults, 'title'),
          write: (title) => store.write('resolution', { title }),
        })}
        ${areaField({
          id: 'resolution-words',
          label: view.t('resolution-words'),
          value: draft.words ?? '',
          max: 5000,
          isNeeded: true,
          fault: faultAt(view, faults, 'words'),
          write: (words) => store.write('resolution', { words }),
        })}
        <div class="pair">
          ${textField({
            id: 'responsible',
            label: view.t('responsible'),
            hint: view.t('responsible-hint'),
            value: draft.responsible ?? '',
            max: 100,
            isNeeded: true,
            fault: faultAt(view, faults, 'responsible'),
            write: (responsible) => store.write('resolution', { responsible }),
          })}
          ${textField(
            {
              id: 'due',
              label: view.t('due'),
              hint: view.t('due-hint'),
              value: draft.due ?? '',
              isNeeded: true,
              fault: faultAt(view, faults, 'due'),
              write: (due) => store.write('resolution', { due: due === '' ? undefined : due }),
            },
            'date',
          )}
        </div>
        <div class="pair">
          ${selectField(
            {
              id: 'from-topic',
              label: view.t('from-topic'),
              value: draft.topic ?? '',
              fault: faultAt(view, faults, 'topic'),
              write: (topic) => store.write('resolution', { topic: topic === '' ? undefined : topic }),
            },
            [none, ...topics.map(({ id, title }) => ({ value: id, label: title }))],
          )}
          ${selectField(
            {
              id: 'from-ballot',
              label: view.t('from-ballot'),
              value: draft.ballot ?? '',
              fault: faultAt(view, faults, 'ballot'),
              write: (ballot) => store.write('resolution', { ballot: ballot === '' ? undefined : ballot }),
            },
            [none, ...ballots.map(({ id, motion }) => ({ value: id, label: motion.title }))],
          )}
        </div>
        ${tickField(
          { id: 'notice-set', label: view.t('notice-set'), hint: view.t('notice-set-hint') },
          notice !== undefined,
          (isOn) =>
            store.write('resolution', {
              notice: isOn ? { from: dayAfter(view.now, 0), until: dayAfter(view.now, noticeDays) } : undefined,
            }),
        )}
        ${
          notice
            ? html`<div class="pair">
                ${textField(
                  {
                    id: 'notice-from',
                    label: view.t('notice-from'),
                    value: notice.from,
                    fault: faultAt(view, faults, 'notice/from'),
                    write: (from) => store.write('resolution', { notice: { ...notice, from } }),
                  },
                  'date',
                )}
                ${textField(
                  {
                    id: 'notice-until',
                    label: view.t('notice-until'),
                    value: notice.until,
                    fault: faultAt(view, faults, 'notice/until'),
                    write: (until) => store.write('resolution', { notice: { ...notice, until } }),
                  },
                  'date',
                )}
              </div>`
            : nothing
        }`,
  });
}
