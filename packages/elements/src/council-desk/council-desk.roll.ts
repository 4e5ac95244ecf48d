import { html, nothing, type TemplateResult } from 'lit';
import type { RollEntry } from '@fulian/sdk/stores/council-desk';
import type { Language } from '../base/language.js';
import { words } from '../locales/zh-CN/council-desk-roll.js';
import { cardsScreen } from './council-desk.cards.js';
import { faultAt, radioField, textField, tool } from './council-desk.fields.js';
import { form, smallForm } from './council-desk.forms.js';
import { actSaid, isBusy, listed } from './council-desk.gates.js';
import { day, when } from './council-desk.time.js';
import type { CouncilView } from './council-desk.view.js';
import { catalogue } from './council-desk.words.js';

catalogue.add('zh-CN', words);

/** Fetches the words of this section in `language`. Rejects where they cannot be loaded. */
export async function loadWords(language: Language): Promise<void> {
  if (language === 'en') catalogue.add('en', (await import('../locales/en/council-desk-roll.js')).words);
}

/** From how many members on somebody is looked for by name. */
const many = 15;
const roles = ['chair', 'secretary', 'member'] as const;

/** The roll, one entry of it, or cards with their codes. */
export function screen(council: CouncilView): TemplateResult {
  const { item } = council.view.scratch.place;
  if (item === undefined) return rollScreen(council);
  if (item !== 'cards') return memberForm(council);
  // A lock has taken the codes away.
  return council.shown.cards.length > 0 ? cardsScreen(council) : rollScreen(council);
}

function rollScreen({ view, shown }: CouncilView): TemplateResult {
  const { scratch, store } = view;
  const { roll, cards, acts } = shown;
  const here = roll.items.filter(({ leftAt }) => leftAt === undefined);
  const gone = roll.items.filter(({ leftAt }) => leftAt !== undefined);
  const find = scratch.findName.trim();
  const fits = ({ member }: RollEntry) => member.name.includes(find);
  return html`<div class="line">
      <h3 id="list-title" tabindex="-1">${view.t('roll-title')}</h3>
      <span class="push"></span>
      ${tool('member-new', view.t('member-new'), () =>
        view.edit('member', { section: 'roll', item: 'new', isForm: true }, undefined, { role: 'member' }),
      )}
    </div>
    ${
      cards.length > 0
        ? html`<p class="notice" role="status">
            ${view.t('cards-waiting', { n: cards.length })}
            ${tool('cards-see', view.t('cards-see'), () => view.go({ section: 'roll', item: 'cards' }))}
          </p>`
        : nothing
    }
    ${
      here.length > many
        ? textField(
            {
              id: 'find-name',
              label: view.t('find-name'),
              value: scratch.findName,
              write: (text) => {
                scratch.findName = text;
                view.redraw();
              },
            },
            'search',
          )
        : nothing
    }
    ${listed(
      view,
      roll,
      () =>
        html`${inviteBar({ view, shown }, here)} ${actSaid(view, acts.invite)}
          <ul class="items" part="list">
            ${here.filter(fits).map((one) => entry({ view, shown }, one))}
          </ul>
          ${
            gone.length > 0
              ? html`<p>
                    ${tool(
                      'show-left',
                      view.t(scratch.showsLeft ? 'hide-left' : 'show-left', { n: gone.length }),
                      () => {
                        scratch.showsLeft = !scratch.showsLeft;
                        view.redraw();
                      },
                      '',
                      scratch.showsLeft,
                    )}
                  </p>
                  ${
                    scratch.showsLeft
                      ? html`<ul class="items">
                          ${gone.filter(fits).map((one) => entry({ view, shown }, one))}
                        </ul>`
                      : nothing
                  }`
              : nothing
          }`,
      { empty: view.t('roll-empty'), again: () => void store.refresh() },
    )}`;
}

/** For whom cards are printed. */
function inviteBar({ view, shown }: CouncilView, here: readonly RollEntry[]): TemplateResult {
  const { chosen } = view.scratch;
  const act = shown.acts.invite;
  const chosenHere = here.filter(({ member }) => chosen.has(member.id));
  const choose = (which: readonly RollEntry[]) => {
    chosen.clear();
    for (const { member } of which) chosen.add(member.id);
    view.redraw();
  };
  const invite = () => {
    if (isBusy(act)) return;
    const old = chosenHere.filter(({ invitation }) => invitation === 'printed').length;
    view.ask({
      title: view.t('invite-title', { n: chosenHere.length }),
      words: [view.t('invite-words'), ...(old > 0 ? [view.t('invite-old', { n: old })] : [])],
      button: view.t('invite-go'),
      backTo: 'invite',
      act: () => {
        const after = () => {
          chosen.clear();
          view.scratch.cardsPrinted = false;
          view.tell('fl-changed', { what: 'invite' });
          view.go({ section: 'roll', item: 'cards' });
        };
        void view.act('invite', () => view.store.invite(chosenHere.map(({ member }) => member.id)), after);
      },
    });
  };
  const without = here.filter(({ invitation }) => invitation === 'none');
  return html`<div class="line">
    ${without.length > 0 ? tool('choose-without', view.t('choose-without'), () => choose(without)) : nothing}
    ${chosenHere.length > 0 ? tool('choose-nobody', view.t('choose-nobody'), () => choose([])) : nothing}
    ${
      chosenHere.length > 0
        ? html`<button
            class="button"
            id="invite"
            type="button"
            aria-disabled=${isBusy(act) ? 'true' : nothing}
            @click=${invite}
          >
            ${view.t('invite-button', { n: chosenHere.length })}
          </button>`
        : html`<span class="hint">${view.t('invite-nobody')}</span>`
    }
  </div>`;
}

function entry({ view, shown }: CouncilView, one: RollEntry): TemplateResult {
  const { member, invitation, joinedAt, leftAt, reason, changes = [] } = one;
  const { id, name, role } = member;
  const { chosen, small } = view.scratch;
  const isHere = leftAt === undefined;
  return html`<li class="item" part="item" data-id=${id}>
    <div class="line">
      ${
        isHere
          ? html`<label class="tick-line"
              ><input
                class="tick"
                type="checkbox"
                autocomplete="off"
                aria-label=${view.t('choose', { name })}
                .checked=${chosen.has(id)}
                @change=${(event: Event) => {
                  if ((event.target as HTMLInputElement).checked) chosen.add(id);
                  else chosen.delete(id);
                  view.redraw();
                }}
              /><b><bdi>${name}</bdi></b></label
            >`
          : html`<b><bdi>${name}</bdi></b>`
      }
      ${role === 'member' ? nothing : html`<span class="state">${view.t(`member-${role}`)}</span>`}
      ${isHere ? html`<span class="hint">${view.t(`card-${invitation}`)}</span>` : nothing}
      <span class="push"></span>
      ${
        isHere
          ? html`${tool(`member-edit-${id}`, view.t('member-edit'), () =>
              view.edit('member', { section: 'roll', item: id, isForm: true }, id),
            )}
            ${tool(`leave-${id}`, view.t('member-leave'), () => view.unfold(id, 'leave'), '', small?.id === id)}`
          : nothing
      }
    </div>
    <details>
      <summary class="hint">
        ${view.t('joined-at', { day: day(view.language, joinedAt) })}${
          leftAt ? html`${view.t('comma')}${view.t('left-at', { day: day(view.language, leftAt) })}` : nothing
        }${reason ? html`${view.t('comma')}${view.t('left-because', { reason })}` : nothing}
      </summary>
      <ol class="hint">
        ${changes.map(
          (change) =>
            html`<li>
              ${when(view.language, change.at)} ${view.t(`change-${change.kind}`)}
              ${change.by ? html`<bdi>${view.t('change-by', { name: change.by })}</bdi>` : nothing}
              ${change.reason ? html`<bdi>${change.reason}</bdi>` : nothing}
            </li>`,
        )}
      </ol>
    </details>
    ${small?.id === id && small.kind === 'leave' ? leaving({ view, shown }, one) : nothing}
  </li>`;
}

/** Takes somebody off the roll: the form of her entry with nothing but the reason. */
function leaving({ view }: CouncilView, { member }: RollEntry): TemplateResult {
  const { store, scratch, state } = view;
  const { id, name } = member;
  const editor = state.editors.member;
  const saving = editor?.load === 'error' ? ({ status: 'failed', error: editor.loadError! } as const) : editor?.save;
  const act = async () => {
    const words = scratch.small!.words.trim();
    await store.edit('member', id);
    store.write('member', { left: true, reason: words });
    if ((await store.save('member')) === undefined) {
      view.focus('leave-said');
      return;
    }
    store.close('member');
    view.tell('fl-changed', { what: 'member' });
    scratch.small = undefined;
    scratch.chosen.delete(id);
    view.focus('list-title');
  };
  return html`${editor?.id === id ? actSaid(view, saving, 'leave-said') : nothing}
  ${smallForm(view, {
    title: view.t('member-leave-title', { name }),
    label: view.t('member-leave-words'),
    hint: view.t('member-leave-hint'),
    button: view.t('member-leave-button'),
    isRisky: true,
    needsWords: true,
    max: 500,
    isBusy: editor?.id === id && isBusy(editor.save),
    act: () => view.unlessUnsaved('member', () => void act()),
  })}`;
}

function memberForm({ view }: CouncilView): TemplateResult {
  const { store, state, scratch } = view;
  const { draft = {}, faults = [], conflict } = state.editors.member ?? {};
  const isNew = scratch.place.item === 'new';
  return form(view, 'member', {
    title: isNew ? view.t('member-new') : view.t('member-edit-title', { name: draft.name ?? '' }),
    button: view.t(isNew ? 'member-save' : 'save'),
    back: { section: 'roll' },
    after: () => ({ section: 'roll' }),
    theirs:
      conflict &&
      (() =>
        html`<p>
          <b><bdi>${conflict.member.name}</bdi></b> · ${view.t(`member-${conflict.member.role}`)}
        </p>`),
    fields: () =>
      html`${textField({
        id: 'member-name',
        label: view.t('member-name'),
        value: draft.name ?? '',
        max: 50,
        isNeeded: true,
        fault: faultAt(view, faults, 'name'),
        write: (name) => store.write('member', { name }),
      })}
      ${radioField(
        {
          id: 'member-role',
          label: view.t('member-role'),
          value: draft.role ?? 'member',
          fault: faultAt(view, faults, 'role'),
          write: (role) => store.write('member', { role: role as (typeof roles)[number] }),
        },
        roles.map((value) => ({
          value,
          label: view.t(`member-${value}`),
          ...(value === 'chair' && { hint: view.t('member-chair-hint') }),
        })),
      )}
      ${textField({
        id: 'member-subject',
        label: view.t('member-subject') + view.t('optional'),
        hint: view.t('member-subject-hint'),
        value: draft.subject ?? '',
        max: 255,
        fault: faultAt(view, faults, 'subject'),
        write: (subject) => store.write('member', { subject: subject === '' ? undefined : subject }),
      })}
      ${
        isNew
          ? nothing
          : textField({
              id: 'member-reason',
              label: view.t('member-reason') + view.t('optional'),
              value: draft.reason ?? '',
              max: 500,
              write: (reason) => store.write('member', { reason: reason === '' ? undefined : reason }),
            })
      }`,
  });
}
