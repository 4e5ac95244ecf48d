import { html, nothing, type TemplateResult } from 'lit';
import type { Editor } from '@fulian/sdk/stores/council-desk';
import { faultAt, radioField, selectField, textField, tickField, tool } from './council-desk.fields.js';
import {
  hasSeats,
  hasThreshold,
  withMethod,
  type BallotOption,
  type BallotRules,
  type Fraction,
} from './council-desk.rules.js';
import type { DeskView } from './council-desk.view.js';

const methods = ['yes-no', 'single', 'approval', 'score', 'instant-runoff', 'schulze', 'stv'] as const;
const bases = ['eligible', 'present', 'cast', 'decided'] as const;
const ties = ['fails', 'chair', 'lot', 'again'] as const;
const half: Fraction = { numerator: 1, denominator: 2 };

/** Every single rule, for who wants another than those with a name. */
export function exactRules(
  view: DeskView,
  rules: BallotRules,
  options: readonly BallotOption[],
  faults: Editor['faults'],
  write: (next: BallotRules) => void,
): TemplateResult {
  const { threshold, picks, scale, quorum } = rules;
  const fault = (where: string) => faultAt(view, faults, `rules/${where}`);
  const isFaulty = faults.some(({ where }) => where.startsWith('body/rules/'));
  return html`<details class="exact" id="exact" ?open=${isFaulty}>
    <summary>${view.t('rules-exact')}</summary>
    ${selectField(
      {
        id: 'method',
        label: view.t('method'),
        value: rules.method,
        fault: fault('method'),
        write: (method) => write(withMethod(rules, method as BallotRules['method'])),
      },
      methods.map((value) => ({ value, label: view.t(`method-${value}`) })),
    )}
    ${
      hasSeats(rules)
        ? number(view.t('seats'), 'seats', rules.seats ?? 1, 20, fault('seats'), (seats) => write({ ...rules, seats }))
        : nothing
    }
    ${
      picks
        ? html`<div class="pair">
            ${number(view.t('picks-min'), 'picks-min', picks.min, 20, fault('picks'), (min) =>
              write({ ...rules, picks: { ...picks, min } }),
            )}
            ${number(view.t('picks-max'), 'picks-max', picks.max, 20, undefined, (max) =>
              write({ ...rules, picks: { ...picks, max } }),
            )}
          </div>`
        : nothing
    }
    ${
      scale
        ? html`<div class="pair">
            ${number(view.t('scale-min'), 'scale-min', scale.min, 10, fault('scale'), (min) =>
              write({ ...rules, scale: { ...scale, min } }),
            )}
            ${number(view.t('scale-max'), 'scale-max', scale.max, 10, undefined, (max) =>
              write({ ...rules, scale: { ...scale, max } }),
            )}
          </div>`
        : nothing
    }
    ${fraction(view, 'quorum', view.t('quorum-share'), quorum.share, fault('quorum'), (share) => write({ ...rules, quorum: { ...quorum, share } }), view.t('quorum-share-hint'))}
    ${radioField(
      {
        id: 'quorum-counts',
        label: view.t('quorum-counts'),
        value: quorum.counts,
        write: (counts) => write({ ...rules, quorum: { ...quorum, counts: counts as 'cast' | 'present' } }),
      },
      (['cast', 'present'] as const).map((value) => ({ value, label: view.t(`quorum-${value}`) })),
    )}
    ${selectField(
      {
        id: 'base',
        label: view.t('base'),
        value: rules.base,
        fault: fault('base'),
        write: (base) => write({ ...rules, base: base as BallotRules['base'] }),
      },
      bases.map((value) => ({ value, label: view.t(`base-${value}`) })),
    )}
    ${
      hasThreshold(rules) && rules.method !== 'yes-no'
        ? tickField({ id: 'has-threshold', label: view.t('has-threshold') }, threshold !== undefined, (isOn) => {
            const { threshold: _gone, ...rest } = rules;
            write(isOn ? { ...rest, threshold: { share: half, relation: 'more-than' } } : rest);
          })
        : nothing
    }
    ${
      threshold
        ? html`${fraction(view, 'threshold', view.t('threshold-share'), threshold.share, fault('threshold'), (share) =>
            write({ ...rules, threshold: { ...threshold, share } }),
          )}
          ${radioField(
            {
              id: 'relation',
              label: view.t('threshold-relation'),
              value: threshold.relation,
              write: (relation) =>
                write({ ...rules, threshold: { ...threshold, relation: relation as typeof threshold.relation } }),
            },
            (['more-than', 'at-least'] as const).map((value) => ({ value, label: view.t(`relation-${value}`) })),
            true,
          )}`
        : nothing
    }
    ${tickField({ id: 'abstain', label: view.t('abstain-allowed') }, rules.abstain, (abstain) => write({ ...rules, abstain }))}
    ${tickField({ id: 'revote', label: view.t('revote-allowed') }, rules.revote, (revote) => write({ ...rules, revote }))}
    ${selectField(
      {
        id: 'tie',
        label: view.t('tie'),
        value: rules.tie,
        fault: fault('tie'),
        write: (tie) => {
          const { lot: _drawn, ...rest } = rules;
          write({ ...rest, tie: tie as BallotRules['tie'] });
        },
      },
      ties.map((value) => ({ value, label: view.t(`tie-${value}`) })),
    )}
    ${rules.tie === 'lot' ? lotField(view, rules, options, fault('lot')) : nothing}
  </details>`;
}

function number(
  label: string,
  id: string,
  value: number,
  max: number,
  fault: string | undefined,
  write: (value: number) => void,
): TemplateResult {
  const take = (text: string) => {
    if (/^\d{1,4}$/.test(text)) write(Number(text));
  };
  return textField({ id, label, value: String(value), max, fault, write: take }, 'number');
}

/** An exact fraction: two whole numbers, so that two thirds are two thirds. */
function fraction(
  view: DeskView,
  id: string,
  what: string,
  value: Fraction,
  fault: string | undefined,
  write: (value: Fraction) => void,
  hint?: string,
): TemplateResult {
  return html`<div class="field" role="group" aria-labelledby="${id}-what">
    <p class="label" id="${id}-what">${what}</p>
    <div class="line fraction">
      ${part(view.t('numerator', { what }), `${id}-numerator`, value.numerator, (numerator) => write({ ...value, numerator }))}
      <span aria-hidden="true">/</span>
      ${part(view.t('denominator', { what }), `${id}-denominator`, value.denominator, (denominator) => {
        if (denominator > 0) write({ ...value, denominator });
      })}
    </div>
    ${hint ? html`<p class="hint">${hint}</p>` : nothing} ${fault ? html`<p class="fault">${fault}</p>` : nothing}
  </div>`;
}

function part(label: string, id: string, value: number, write: (value: number) => void): TemplateResult {
  return html`<input
    class="input"
    id=${id}
    type="number"
    min="0"
    max="1000"
    autocomplete="off"
    aria-label=${label}
    .value=${String(value)}
    @input=${(event: Event) => {
      const text = (event.target as HTMLInputElement).value;
      if (/^\d{1,4}$/.test(text)) write(Number(text));
    }}
  />`;
}

/** The order that decides ties, drawn before anybody votes. */
function lotField(
  view: DeskView,
  rules: BallotRules,
  options: readonly BallotOption[],
  fault: string | undefined,
): TemplateResult {
  const names = new Map(options.map(({ id, title }) => [id, title]));
  const all = rules.method === 'yes-no' ? ['yes', 'no'] : options.map(({ id }) => id);
  const { lot } = rules;
  const fits = lot?.length === all.length && lot.every((id) => all.includes(id));
  return html`<div class="field">
    <p class="label">${view.t('lot')}</p>
    ${
      fits
        ? html`<ol>
            ${lot.map((id, at) => html`<li>${at + 1}. <bdi>${names.get(id) ?? view.words('option', id)}</bdi></li>`)}
          </ol>`
        : html`<p>${view.t('lot-none')}</p>`
    }
    <p class="hint">${view.t('lot-hint')}</p>
    ${fault ? html`<p class="fault">${fault}</p>` : nothing}
    ${tool('lot-draw', view.t(fits ? 'lot-again' : 'lot-draw'), () => view.store.drawLot())}
  </div>`;
}
