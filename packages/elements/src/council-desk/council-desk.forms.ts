import { html, nothing, type TemplateResult } from 'lit';
import type { DraftKind, Editor } from '@fulian/sdk/stores/council-desk';
import type { DeskView, Place } from './council-desk.view.js';
import { failed, isBusy, waiting } from './council-desk.gates.js';
import { faultWords, tool } from './council-desk.fields.js';

/** What a form is besides its fields. */
interface FormParts {
  readonly title: string;
  /** Draws the fields; only called once what is there was read. */
  readonly fields: () => unknown;
  /** What stands there now, in words, where somebody else has changed it. */
  readonly theirs?: (() => unknown) | undefined;
  readonly button: string;
  /** Where it goes on after it was saved. */
  readonly after: (id: string) => Place;
  /** Where it goes back to without saving. */
  readonly back: Place;
  /** Further buttons beside the one that saves. */
  readonly beside?: unknown;
}

/** A form with what is wrong with it, what others did meanwhile, and how far saving is. Nothing that was typed is ever lost. */
export function form(view: DeskView, kind: DraftKind, parts: FormParts): TemplateResult {
  const editor = view.state.editors[kind] as Editor | undefined;
  const { title, fields, button, after, back, beside } = parts;
  const head = html`<div class="line">
    <h3 id="place-title" tabindex="-1">${title}</h3>
    <span class="push"></span>
    ${tool('form-close', view.t(editor?.isChanged ? 'form-drop' : 'form-close'), () => view.leave(kind, back))}
  </div>`;
  if (!editor || editor.load === 'pending') return html`${head}${waiting(view)}`;
  if (editor.load === 'error')
    return html`${head}${failed(view, editor.loadError, () => void view.store.edit(kind, editor.id))}`;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    void view.save(kind, after);
  };
  return html`${head}
    <form class="form" novalidate @submit=${send}>
      ${summary(view, editor)} ${conflict(view, kind, editor, parts.theirs)} ${fields()}
      <div class="line send-line">
        <button class="button" id="save" type="submit" aria-disabled=${isBusy(editor.save) ? 'true' : nothing}>
          ${isBusy(editor.save) ? view.t('saving') : editor.conflict ? view.t('save-mine') : button}
        </button>
        ${beside ?? nothing}
      </div>
    </form>`;
}

/** Moves the focus to the first field that something is wrong with. */
function toFirstFault(event: Event): void {
  const form = (event.currentTarget as HTMLElement).closest('form');
  form?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
}

/** What is wrong, with a way there. */
function summary(view: DeskView, { save, faults, conflict: theirs }: Editor): TemplateResult | typeof nothing {
  const isFailed = save?.status === 'failed' || save?.status === 'unknown';
  if (faults.length === 0 && (!isFailed || theirs)) {
    return save?.status === 'waiting' ? html`<p class="notice" role="status">${view.t('act-waiting')}</p>` : nothing;
  }
  return html`<div class="notice danger" id="form-said" tabindex="-1" role="alert">
    ${
      faults.length > 0
        ? html`<p><b>${view.t('form-faults', { n: faults.length })}</b></p>
            <ul>
              ${faults.map(({ where, code }) => html`<li>${fieldName(view, where)}${faultWords(view, code)}</li>`)}
            </ul>
            <p>
              <button class="tool" id="to-first-fault" type="button" @click=${toFirstFault}>
                ${view.t('to-first-fault')}
              </button>
            </p>`
        : html`<p><b>${view.t(`act-${save!.status as 'failed' | 'unknown'}`)}</b></p>
            ${save!.error && save!.status === 'failed' ? html`<p>${view.failure(save!.error)}</p>` : nothing}`
    }
  </div>`;
}

/** The field that a finding speaks of: `body/options/0/title` is the title of the first option. */
function fieldName(view: DeskView, where: string): TemplateResult | typeof nothing {
  const names = where.split('/').flatMap((part) => {
    if (/^\d+$/.test(part)) return [String(Number(part) + 1)];
    const words = view.words('at', part);
    return words === part ? [] : [words];
  });
  return names.length > 0 ? html`<b>${names.join(' ')}${view.t('colon')}</b>` : nothing;
}

/** Somebody else was quicker: what stands there now, and what to do with what was typed. */
function conflict(
  view: DeskView,
  kind: DraftKind,
  editor: Editor,
  theirs: (() => unknown) | undefined,
): TemplateResult | typeof nothing {
  if (!editor.conflict) return nothing;
  const take = () => {
    view.store.takeOver(kind);
    view.focus('place-title');
  };
  return html`<div class="notice danger" id="conflict" part="conflict" tabindex="-1" role="alert">
    <p><b>${view.t('conflict-title')}</b></p>
    <p>${view.t('conflict-words')}</p>
    ${theirs ? html`<div class="theirs stacked">${theirs()}</div>` : nothing}
    <p>${tool('take-theirs', view.t('take-theirs'), take)}</p>
  </div>`;
}

/** A decision below one thing, with the words that go with it. */
export function smallForm(
  view: DeskView,
  parts: {
    readonly title: string;
    readonly label: string;
    readonly hint?: string;
    readonly button: string;
    readonly isRisky?: boolean;
    readonly needsWords: boolean;
    readonly max: number;
    /** Stands above the words. */
    readonly fields?: unknown;
    /** What is missing besides words. */
    readonly lacks?: () => boolean;
    readonly isBusy: boolean;
    readonly act: () => void;
  },
): TemplateResult {
  const { title, label, hint, button, isRisky, needsWords, max, fields, lacks, act } = parts;
  const small = view.scratch.small!;
  const isMissing = small.isIncomplete && needsWords && small.words.trim() === '';
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (parts.isBusy) return;
    small.isIncomplete = (needsWords && small.words.trim() === '') || (lacks?.() ?? false);
    if (small.isIncomplete) {
      view.focus(needsWords && small.words.trim() === '' ? 'small-words' : 'small-into');
      return;
    }
    act();
  };
  return html`<form class="form block" novalidate aria-labelledby="small-title" @submit=${send}>
    <h4 id="small-title" tabindex="-1">${title}</h4>
    ${fields ?? nothing}
    <div class="field">
      <label class="label" for="small-words">${label}${needsWords ? nothing : view.t('optional')}</label>
      <textarea
        class="input"
        id="small-words"
        rows="2"
        maxlength=${max}
        autocomplete="off"
        aria-required=${needsWords ? 'true' : nothing}
        aria-invalid=${isMissing ? 'true' : nothing}
        aria-describedby=${isMissing ? 'small-fault' : hint ? 'small-hint' : nothing}
        .value=${small.words}
        @input=${(event: Event) => void (small.words = (event.target as HTMLTextAreaElement).value)}
      ></textarea>
      ${hint ? html`<p class="hint" id="small-hint">${hint}</p>` : nothing}
      ${isMissing ? html`<p class="fault" id="small-fault" role="alert">${view.t('words-missing')}</p>` : nothing}
    </div>
    <div class="line">
      <button
        class="button ${isRisky ? 'danger' : ''}"
        id="small-send"
        type="submit"
        aria-disabled=${parts.isBusy ? 'true' : nothing}
      >
        ${parts.isBusy ? view.t('saving') : button}
      </button>
      ${tool('small-close', view.t('cancel'), () => view.unfold(small.id, small.kind))}
    </div>
  </form>`;
}
