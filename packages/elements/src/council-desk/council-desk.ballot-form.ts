import { html, nothing, type TemplateResult } from 'lit';
import { rulePresets, type DeskDrafts, type RulePreset } from '@fulian/sdk/stores/council-desk';
import { exactRules } from './council-desk.exact-rules.js';
import { areaField, faultAt, radioField, selectField, textField, timeField, tool } from './council-desk.fields.js';
import { form } from './council-desk.forms.js';
import { rulesList } from './council-desk.result.js';
import { presetOf, type BallotOption, type BallotRules } from './council-desk.rules.js';
import { dayAfter, timeOf, when } from './council-desk.time.js';
import type { CouncilView } from './council-desk.view.js';

type Draft = Partial<DeskDrafts['ballot']>;

/** Days and hour that a new ballot is given to close, before the organiser says otherwise; after work, in Chinese time. */
const daysOpen = 3;
const closingHour = '20:00';

/** Opens the form of a draft, of a new ballot, or of one that runs another again. Topics to choose from are those that were admitted. */
export function openBallotForm({ view, shown }: CouncilView, id?: string, again?: string): void {
  const { store } = view;
  const place = { section: 'ballots', item: id ?? 'new', isForm: true } as const;
  if (again !== undefined)
    view.unlessUnsaved('ballot', () => {
      view.go(place);
      void store.runAgain(again);
    });
  else {
    const closesAt = timeOf(`${dayAfter(view.now, daysOpen)}T${closingHour}`)!;
    view.edit(
      'ballot',
      place,
      id,
      id === undefined
        ? { motion: { title: '', words: '' }, options: [], rules: rulePresets[0]!.rules, closesAt }
        : undefined,
    );
  }
  if (shown.topicState !== undefined && shown.topicState !== 'admitted') void store.setTopicState('admitted');
}

/** What is put to the vote, by which rules, and until when. */
export function ballotForm(council: CouncilView): TemplateResult {
  const { view, shown } = council;
  const { state, store, scratch } = view;
  const editor = state.editors.ballot;
  const { draft = {}, faults = [], conflict } = editor ?? {};
  const back = { section: 'ballots', ...(editor?.id !== undefined && { item: editor.id }) } as const;
  return form(view, 'ballot', {
    title: view.t(scratch.place.item === 'new' ? 'ballot-new' : 'ballot-change'),
    button: view.t('save'),
    back,
    after: (id) => ({ section: 'ballots', item: id }),
    theirs:
      conflict &&
      (() =>
        html`<p>
            <b><bdi>${conflict.motion.title}</bdi></b> · ${view.t(`ballot-${conflict.state}`)}
          </p>
          <p class="said">${conflict.motion.words}</p>
          ${conflict.closesAt === undefined ? nothing : html`<p>${view.t('closes-at', { when: when(view.language, conflict.closesAt) })}</p>`}
          ${rulesList(view, conflict)}`),
    fields: () =>
      html`${draft.again === undefined ? nothing : html`<p class="notice">${view.t('ballot-again-of')}</p>`}
      ${motionFields(council, draft)} ${presetField(council, draft)}
      ${draft.rules ? ruleFields(council, draft, draft.rules) : nothing}
      ${timeField({
        id: 'closing',
        label: view.t('closing-time'),
        hint: view.t('closing-hint'),
        value: draft.closesAt,
        isNeeded: true,
        fault: faultAt(view, faults, 'closesAt'),
        write: (closesAt) => store.write('ballot', { closesAt }),
      })}
      ${
        draft.rules
          ? html`<div class="block">
              <h4>${view.t('rules-plain')}</h4>
              ${rulesList(view, { rules: draft.rules, eligible: shown.council?.members ?? 0 })}
            </div>`
          : nothing
      }`,
  });
}

function motionFields({ view, shown }: CouncilView, draft: Draft): TemplateResult {
  const { store, state } = view;
  const faults = state.editors.ballot?.faults ?? [];
  const motion = draft.motion ?? { title: '', words: '' };
  const write = (change: Partial<DeskDrafts['ballot']['motion']>) => {
    const { topic, meeting, ...rest } = { ...motion, ...change };
    store.write('ballot', { motion: { ...rest, ...(topic && { topic }), ...(meeting && { meeting }) } });
  };
  const none = { value: '', label: view.t('motion-none') };
  const topics = shown.topics.items.filter(({ id, state: now }) => now === 'admitted' || id === motion.topic);
  const meetings = shown.meetings.items.filter(({ id, state: now }) => now !== 'cancelled' || id === motion.meeting);
  return html`${textField({
      id: 'motion-title',
      label: view.t('motion-title'),
      hint: view.t('motion-title-hint'),
      value: motion.title,
      max: 100,
      isNeeded: true,
      fault: faultAt(view, faults, 'motion/title'),
      write: (title) => write({ title }),
    })}
    ${areaField({
      id: 'motion-words',
      label: view.t('motion-words'),
      hint: view.t('motion-words-hint'),
      value: motion.words,
      max: 5000,
      isNeeded: true,
      fault: faultAt(view, faults, 'motion/words'),
      write: (words) => write({ words }),
    })}
    <div class="pair">
      ${selectField(
        {
          id: 'motion-topic',
          label: view.t('motion-topic'),
          value: motion.topic ?? '',
          fault: faultAt(view, faults, 'motion/topic'),
          write: (topic) => write({ topic }),
        },
        [none, ...topics.map(({ id, title }) => ({ value: id, label: title }))],
      )}
      ${selectField(
        {
          id: 'motion-meeting',
          label: view.t('motion-meeting'),
          value: motion.meeting ?? '',
          fault: faultAt(view, faults, 'motion/meeting'),
          write: (meeting) => write({ meeting }),
        },
        [none, ...meetings.map(({ id, at }) => ({ value: id, label: when(view.language, at) }))],
      )}
    </div>`;
}

/** Rules under a name that says what for. */
function presetField({ view }: CouncilView, { rules, options = [] }: Draft): TemplateResult {
  const { store, scratch } = view;
  const now = rules && presetOf(rules);
  const choose = (id: string) => {
    const found = rulePresets.find((one) => one.id === id);
    if (!found) return;
    if (options.length > 0) scratch.options = options;
    store.usePreset(found.id);
    store.write('ballot', { options: found.rules.method === 'yes-no' ? [] : atLeastTwo(scratch.options) });
  };
  return radioField({ id: 'preset', label: view.t('preset'), value: now ?? 'other', write: choose }, [
    ...rulePresets.map(({ id }: RulePreset) => ({
      value: id,
      label: view.t(`preset-${id}`),
      hint: view.t(`preset-${id}-hint`),
    })),
    ...(now === undefined ? [{ value: 'other', label: view.t('preset-other') }] : []),
  ]);
}

function ruleFields(council: CouncilView, draft: Draft, rules: BallotRules): TemplateResult {
  const { view } = council;
  const { store, state, scratch } = view;
  const faults = state.editors.ballot?.faults ?? [];
  const options = draft.options ?? [];
  const write = (next: BallotRules) => {
    store.write('ballot', { rules: next });
    if (next.method === 'yes-no' && options.length > 0) {
      scratch.options = options;
      store.write('ballot', { options: [] });
    } else if (next.method !== 'yes-no' && options.length < 2)
      store.write('ballot', { options: atLeastTwo(options.length > 0 ? options : scratch.options) });
  };
  return html`${rules.method === 'yes-no' ? nothing : optionsField(council, options)}
  ${radioField(
    {
      id: 'secrecy',
      label: view.t('secrecy'),
      value: rules.secrecy,
      fault: faultAt(view, faults, 'rules/secrecy'),
      write: (secrecy) => write({ ...rules, secrecy: secrecy as BallotRules['secrecy'] }),
    },
    (['open', 'secret'] as const).map((value) => ({
      value,
      label: view.t(`secrecy-${value}`),
      hint: view.t(`secrecy-${value}-hint`),
    })),
  )}
  ${exactRules(view, rules, options, faults, write)}`;
}

/** Letters first; with twenty options there is always one left. */
const ids = 'abcdefghijklmnopqrstuvwxyz';

function blank(options: readonly BallotOption[]): BallotOption {
  const id = [...ids].find((letter) => !options.some((one) => one.id === letter))!;
  return { id, title: '' };
}

function atLeastTwo(options: readonly BallotOption[]): BallotOption[] {
  const all = [...options];
  while (all.length < 2) all.push(blank(all));
  return all;
}

function optionsField({ view }: CouncilView, options: readonly BallotOption[]): TemplateResult {
  const { store, state } = view;
  const faults = state.editors.ballot?.faults ?? [];
  const write = (next: readonly BallotOption[]) => store.write('ballot', { options: [...next] });
  const change = (at: number, part: { readonly title?: string; readonly words?: string }) =>
    write(
      options.map((one, index) => {
        if (index !== at) return one;
        const { words, ...rest } = { ...one, ...part };
        return { ...rest, ...(words && { words }) };
      }),
    );
  return html`<fieldset class="field stacked">
    <legend class="label">${view.t('options')}</legend>
    <p class="hint">${view.t('options-hint')}</p>
    <ol class="options">
      ${options.map(
        ({ title, words = '' }, at) =>
          html`<li class="option-row">
            ${textField({
              id: `option-${at}`,
              label: view.t('option-title', { n: at + 1 }),
              value: title,
              max: 100,
              isNeeded: true,
              fault: faultAt(view, faults, `options/${at}`),
              write: (text) => change(at, { title: text }),
            })}
            ${
              options.length > 2
                ? html`<button
                    class="tool"
                    id="option-remove-${at}"
                    type="button"
                    aria-label=${view.t('option-remove', { n: at + 1 })}
                    @click=${() => write(options.filter((_, index) => index !== at))}
                  >
                    <span aria-hidden="true">×</span>
                  </button>`
                : nothing
            }
            ${textField({
              id: `option-words-${at}`,
              label: view.t('option-words', { n: at + 1 }) + view.t('optional'),
              value: words,
              max: 1000,
              write: (text) => change(at, { words: text }),
            })}
          </li>`,
      )}
    </ol>
    ${
      options.length < 20
        ? tool('option-add', view.t('option-add'), () => {
            write([...options, blank(options)]);
            view.focus(`option-${options.length}`);
          })
        : nothing
    }
  </fieldset>`;
}
