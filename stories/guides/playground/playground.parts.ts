import { html, type TemplateResult } from 'lit';

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
export function save(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
