import { html, nothing, type TemplateResult } from 'lit';
import type { FederationSummary, Registration } from '@fulian/sdk/stores/case-desk';
import { errorWords } from '../base/staff-sign-in.js';
import { chooser, fileList } from './case-desk.files.js';
import { channels } from './case-desk.filters.js';
import { questions, type Question } from './case-desk.questions.js';
import { gradeSigns } from './case-desk.row.js';
import { when } from './case-desk.time.js';
import type { DeskView } from './case-desk.view.js';

/** Places below a place, as far as somebody looked. */
const below = new Map<string, readonly FederationSummary[]>();

/** Another person sits here, or nobody. */
export function forgetPlaces(): void {
  below.clear();
}

/** Taking a request down on the telephone or at a visit: one page, and a receipt to hand out at its end. */
export function registerPanel(day: DeskView): TemplateResult {
  const { registration } = day.state;
  const close = () => {
    if (registration?.status !== 'sending') day.store.endRegistration();
    day.show(undefined);
  };
  return html`<div class="panel register" part="panel">
    <div class="line">
      <h2 class="panel-title" id="panel-title" tabindex="-1">${day.t('register-open')}</h2>
      ${
        registration?.status === 'stored'
          ? nothing
          : html`<button class="tool" id="register-away" type="button" @click=${() => day.show(undefined)}>
                ${day.t('register-later')}
              </button>
              <button class="tool" id="register-drop" type="button" @click=${close}>${day.t('register-drop')}</button>`
      }
    </div>
    ${
      !registration
        ? nothing
        : registration.status === 'stored'
          ? receipt(day, registration, close)
          : form(day, registration)
    }
  </div>`;
}

function form(day: DeskView, registration: Registration): TemplateResult {
  const { store } = day;
  const { status, error, grade, faults, steps, channel } = registration;
  const send = (event: Event) => {
    event.preventDefault();
    void store.register().then((isStored) => {
      if (isStored) day.tell('fl-registered', null);
      day.focus(isStored ? 'receipt-title' : 'register-faults');
    });
  };
  return html`<form @submit=${send}>
    <label class="field small-field"
      ><span class="field-label">${day.t('filter-channel')}</span
      ><select
        class="input"
        id="register-channel"
        autocomplete="off"
        @change=${(event: Event) => store.setChannel((event.target as HTMLSelectElement).value as typeof channel)}
      >
        ${channels
          .filter((one) => one !== 'web')
          .map((one) => html`<option .value=${one} .selected=${one === channel}>${day.t(`channel-${one}`)}</option>`)}
      </select></label
    >
    <p class="register-grade" role="status">
      ${day.t('register-grade')}
      <span class="grade-mark ${grade}"
        ><span class="sign" aria-hidden="true">${gradeSigns[grade]}</span>${day.gradeName(grade)}</span
      >
    </p>
    ${questions(day, registration).map((one) => (one.step && !steps.includes(one.step) ? nothing : field(day, registration, one)))}
    ${attachments(day, registration)}
    <div id="register-faults" tabindex="-1" role="alert">
      ${status === 'unsent' && error ? html`<p class="notice danger">${day.t('register-unsent')} ${errorWords(day, error)}</p>` : nothing}
      ${faults.length > 0 ? html`<p class="fault">${day.t('register-faults', { n: faults.length })}</p>` : nothing}
    </div>
    <button class="button" id="register-send" type="submit" aria-disabled=${status === 'sending' ? 'true' : nothing}>
      ${day.t(status === 'sending' ? 'register-sending' : 'register-send')}
    </button>
  </form>`;
}

function field(day: DeskView, registration: Registration, question: Question): TemplateResult | typeof nothing {
  const { name, kind, words, options = [], when: applies } = question;
  const { answers } = registration;
  if (applies && !applies(answers)) return nothing;
  const fault = registration.faults.find(({ answer }) => answer === name);
  const id = `r-${name}`;
  const write = (value: unknown) => day.store.answer({ [name]: value });
  const said = fault ? html`<p class="fault" id="${id}-fault">${day.words('fault', fault.code)}</p>` : nothing;
  const described = fault ? `${id}-fault` : nothing;
  if (kind === 'radios' || kind === 'ticks') {
    const chosen = answers[name];
    const isChosen = (value: unknown) =>
      kind === 'ticks' ? ((chosen ?? []) as readonly unknown[]).includes(value) : chosen === value;
    const press = (value: unknown, on: boolean) => {
      if (kind === 'radios') return write(value);
      const next = options.map(([one]) => one).filter((one) => (one === value ? on : isChosen(one)));
      return write(next.length > 0 ? next : undefined);
    };
    return html`<fieldset class="field" id="${id}-field" aria-describedby=${described}>
      <legend class="field-label">${words}</legend>
      <div class="radios">
        ${options.map(
          ([value, label], at) =>
            html`<label class="radio"
              ><input
                type=${kind === 'ticks' ? 'checkbox' : 'radio'}
                id=${at === 0 ? id : `${id}-${at}`}
                name=${id}
                autocomplete="off"
                .checked=${isChosen(value)}
                @change=${(event: Event) => press(value, (event.target as HTMLInputElement).checked)}
              /><span>${label}</span></label
            >`,
        )}
      </div>
      ${said}
    </fieldset>`;
  }
  if (kind === 'tick')
    return html`<div class="field">
      <label class="radio"
        ><input
          type="checkbox"
          id=${id}
          autocomplete="off"
          aria-describedby=${described}
          .checked=${answers[name] === true}
          @change=${(event: Event) => write((event.target as HTMLInputElement).checked || undefined)}
        /><span>${words}</span></label
      >${said}
    </div>`;
  if (kind === 'place') return place(day, registration, words, said);
  if (kind === 'select')
    return html`<label class="field small-field"
      ><span class="field-label">${words}</span
      ><select
        class="input"
        id=${id}
        autocomplete="off"
        aria-describedby=${described}
        @change=${(event: Event) => write((event.target as HTMLSelectElement).value || undefined)}
      >
        <option value="">${day.t('choose')}</option>
        ${options.map(
          ([value, label]) =>
            html`<option .value=${String(value)} .selected=${answers[name] === value}>${label}</option>`,
        )}</select
      >${said}</label
    >`;
  const text = String(answers[name] ?? '');
  const typed = (event: Event) => write((event.target as HTMLInputElement).value || undefined);
  return html`<label class="field ${kind === 'time' ? 'small-field' : ''}"
    ><span class="field-label">${words}</span>${
      kind === 'long'
        ? html`<textarea
            class="input"
            id=${id}
            rows="5"
            dir="auto"
            autocomplete="off"
            writingsuggestions="false"
            aria-describedby=${described}
            .value=${text}
            @input=${typed}
          ></textarea>`
        : html`<input
            class="input"
            id=${id}
            type=${kind === 'time' ? 'time' : 'text'}
            autocomplete="off"
            writingsuggestions="false"
            aria-describedby=${described}
            .value=${text}
            @input=${typed}
          />`
    }${said}</label
  >`;
}

/** What she brought along or sent: papers, photos, recordings. */
function attachments(day: DeskView, { files, faults }: Registration): TemplateResult {
  const store = day.store.registrationFiles;
  const fault = faults.find(({ answer }) => answer === 'attachments');
  return html`<fieldset
    class="field"
    id="r-attachments-field"
    aria-describedby=${fault ? 'r-attachments-fault' : nothing}
  >
    <legend class="field-label">${day.t('register-files')}</legend>
    ${store ? fileList(day, files, store) : nothing}
    <p class="line">${chooser(day, 'r-attachments', (chosen) => store?.add(chosen))}</p>
    ${fault ? html`<p class="fault" id="r-attachments-fault">${day.words('fault', fault.code)}</p>` : nothing}
  </fieldset>`;
}

/** One choice a level, from the county down to where she is. */
function place(
  day: DeskView,
  { answers }: Registration,
  words: string,
  said: TemplateResult | typeof nothing,
): TemplateResult {
  const chosen = answers.place ?? [];
  const codes = [day.state.federation, ...chosen.map(({ code }) => code)];
  return html`<fieldset class="field">
    <legend class="field-label">${words}</legend>
    <div class="radios">
      ${codes.map((code, level) => {
        const list = below.get(code);
        if (!list && (level === 0 || chosen[level - 1]?.hasChildren)) {
          below.set(code, []);
          void day.store.placesBelow(code).then(
            (found) => {
              below.set(code, found);
              day.redraw();
            },
            () => void below.delete(code),
          );
        }
        if (!list || list.length === 0) return nothing;
        return html`<label
          ><span class="visually-hidden">${day.t('place-level', { n: level + 1 })}</span
          ><select
            class="input"
            id="r-place-${level}"
            autocomplete="off"
            @change=${(event: Event) => {
              const found = list.find((one) => one.code === (event.target as HTMLSelectElement).value);
              const next = [...chosen.slice(0, level), ...(found ? [found] : [])];
              day.store.answer({ place: next.length > 0 ? next : undefined });
            }}
          >
            <option value="">${day.t('choose')}</option>
            ${list.map(
              (one) =>
                html`<option .value=${one.code} .selected=${chosen[level]?.code === one.code}>${one.name}</option>`,
            )}
          </select></label
        >`;
      })}
    </div>
    ${said}
  </fieldset>`;
}

/** What is handed out: shown once, large enough to be read across a desk, printable like telephone numbers. */
function receipt(day: DeskView, registration: Registration, close: () => void): TemplateResult {
  const { receipt: given, caseId, isEarlier } = registration;
  if (!given) return html``;
  const groups = (all: string) => (all.match(/.{1,4}/g) ?? []).map((group) => html`<li class="digits">${group}</li>`);
  return html`<div class="receipt" part="receipt">
    <div class="screen-only">
      <h3 class="receipt-title" id="receipt-title" tabindex="-1">${day.t('receipt-title')}</h3>
      ${isEarlier ? html`<p class="notice danger">${day.t('receipt-earlier')}</p>` : nothing}
      <p>${day.t('receipt-hand')}</p>
      <p class="notice danger">${day.t('receipt-once')}</p>
    </div>
    <h3 class="field-label">${day.t('receipt-number')}</h3>
    <ol class="groups" translate="no">
      ${groups(given.number)}
    </ol>
    <h3 class="field-label">${day.t('receipt-secret')}</h3>
    <ol class="groups" translate="no">
      ${groups(given.secret)}
    </ol>
    <p class="screen-only">${day.t('receipt-until', { when: when(day, given.firstContactBy) })}</p>
    <p class="line screen-only">
      <button class="button" id="receipt-print" type="button" @click=${() => window.print()}>
        ${day.t('receipt-print')}
      </button>
      <button
        class="button secondary"
        id="receipt-open"
        type="button"
        @click=${() => {
          day.store.endRegistration();
          if (caseId) day.open(caseId);
        }}
      >
        ${day.t('receipt-open')}
      </button>
      <button class="button plain" id="receipt-close" type="button" @click=${close}>${day.t('receipt-close')}</button>
    </p>
  </div>`;
}
