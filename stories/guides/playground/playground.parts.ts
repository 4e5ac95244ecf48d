import { html, type TemplateResult } from 'lit';
import { draftCss, draftTokens, type Draft, type Half } from '../../../packages/elements/tokens/draft.js';
import type { words } from './words.js';

/** The two halves of a theme, in order. */
export const halves: readonly Half[] = ['day', 'night'];

/** One of several: `values` with what each is called. */
export function radios<Value extends string>(
  legend: string,
  name: string,
  values: readonly (readonly [value: Value, words: string])[],
  chosen: Value,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<fieldset>
    <legend>${legend}</legend>
    ${values.map(
      ([value, words]) =>
        html`<label class="choice"
          ><input
            type="radio"
            name=${name}
            value=${value}
            .checked=${value === chosen}
            @change=${() => choose(value)}
          />${words}</label
        >`,
    )}
  </fieldset>`;
}

/** Hands a file to whoever is at the computer. */
function save(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Puts a style sheet into the page of a preview, and its elements into elder mode or out of it. Nothing for a page that has not come. */
export function dress(page: Document | null | undefined, css: string, isElder: boolean): void {
  if (!page?.body) return;
  let sheet = page.querySelector('#playground-theme');
  if (!sheet) {
    sheet = page.createElement('style');
    sheet.id = 'playground-theme';
    page.head.append(sheet);
  }
  sheet.textContent = css;
  page.querySelector('fl-client')?.toggleAttribute('elder', isElder);
}

/** What a theme can be taken away as: the style sheet, and the design tokens of each half. */
export function takeAway(draft: Draft, say: (word: keyof typeof words) => string, copy: () => void): TemplateResult {
  const css = draftCss(draft);
  return html`<h2>${say('takeHeading')}</h2>
    <button id="download-css" type="button" @click=${() => save('fulian-theme.css', 'text/css', css)}>
      ${say('downloadCss')}
    </button>
    ${halves.map(
      (half) =>
        html`<button
          id="download-${half}"
          type="button"
          @click=${() => save(`fulian-${half}.tokens.json`, 'application/json', draftTokens(draft, half))}
        >
          ${say(half === 'day' ? 'downloadDay' : 'downloadNight')}
        </button>`,
    )}
    <button id="copy" type="button" @click=${copy}>${say('copyCss')}</button>
    <label class="label" for="css">${say('css')}</label>
    <textarea id="css" rows="8" readonly .value=${css}></textarea>`;
}
