import { html, nothing, type TemplateResult } from 'lit';
import type { CaseReportState, ReportPart, ReportRate, ReportRow } from '@fulian/sdk/stores/case-report';
import type { GapValues } from '../base/language.js';
import type { LocalizedText } from '../base/provider.js';
import { catalogue, type ReportKey } from './case-report.words.js';

/** What the figures need of the element that shows them. */
export interface ReportView {
  t(key: ReportKey, values?: GapValues): string;
  localized(text: LocalizedText): string;
}

/** A period as people say it. */
export function periodWords(view: ReportView, period: string): string {
  const year = period.slice(0, 4);
  const rest = period.slice(5);
  if (rest === 'H1' || rest === 'H2') return view.t(`period-half-year-${rest === 'H1' ? 1 : 2}`, { year });
  const n = Number(rest.replace('Q', ''));
  return view.t(rest.startsWith('Q') ? 'period-quarter' : 'period-month', { year, n });
}

const percent = (value: number) => `${(value * 100).toFixed(value > 0 && value < 0.1 ? 1 : 0)}%`;

/** All figures: how many, the rates with what they are of, and a chart that is a table for each part. */
export function figures(view: ReportView, state: CaseReportState): TemplateResult {
  const { report, rates, parts, audience } = state;
  if (!report) return html``;
  return html`<div class="figures" part="figures">
      <div class="figure">
        <span class="figure-name">${view.t('total')}</span>
        <b class="figure-value">${report.total === undefined ? view.t('few') : report.total}</b>
      </div>
      ${rates.map((one) => rate(view, one))}
    </div>
    ${report.suppressed ? html`<p class="notice" part="suppressed">${view.t('hidden-why')}</p>` : nothing}
    <div class="parts">${parts.map((one) => table(view, one, audience === 'public'))}</div>`;
}

function rate(view: ReportView, { id, count, of, rate: value }: ReportRate): TemplateResult {
  const isHidden = count === undefined || of === undefined;
  return html`<div class="figure">
    <span class="figure-name">${view.t(`rate-${id}`)}</span>
    <b class="figure-value">${value === undefined ? view.t('hidden') : percent(value)}</b>
    <span class="hint"
      >${isHidden ? view.t('few') : of === 0 ? view.t('rate-nothing') : view.t('rate-of', { count, of })}</span
    >
  </div>`;
}

function nameOf(view: ReportView, id: ReportPart['id'], { code, name }: ReportRow): string {
  if (name) return view.localized(name);
  if (id === 'byMonth') return periodWords(view, code);
  const prefix = { byGrade: 'grade', byChannel: 'channel', byMeasure: 'measure', byCategory: '', byTownship: '' }[id];
  const key = `${prefix}-${code}`;
  return catalogue.knows(key) ? view.t(key) : /^(?:unknown|none|other)$/.test(code) ? view.t('unknown') : code;
}

/** A chart that is a table: names and numbers are cells, the bar stands between them and says nothing by itself. */
function table(view: ReportView, { id, rows }: ReportPart, isPublic: boolean): TemplateResult {
  const hasShares = rows.some(({ share }) => share !== undefined);
  return html`<section class="part" part="chart" aria-labelledby="part-${id}">
    <h3 id="part-${id}">${view.t(`part-${id}`)}</h3>
    ${
      rows.length === 0
        ? html`<p class="hint">${view.t('nothing')}</p>`
        : html`<table aria-labelledby="part-${id}">
            <thead>
              <tr>
                <th scope="col">${view.t('column-name')}</th>
                <td class="bar-cell" aria-hidden="true"></td>
                <th class="number" scope="col">${view.t('column-count')}</th>
                ${hasShares ? html`<th class="number" scope="col">${view.t('column-share')}</th>` : nothing}
              </tr>
            </thead>
            <tbody>
              ${rows.map(
                (row) =>
                  html`<tr class=${id === 'byGrade' ? row.code : ''}>
                    <th scope="row"><bdi>${nameOf(view, id, row)}</bdi></th>
                    <td class="bar-cell" aria-hidden="true">
                      <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false">
                        <rect width=${(row.length * 100).toFixed(2)} height="10"></rect>
                      </svg>
                    </td>
                    <td class="number">${row.count ?? view.t(isPublic ? 'few' : 'hidden')}</td>
                    ${
                      hasShares
                        ? html`<td class="number">
                            ${row.share === undefined ? view.t('hidden') : percent(row.share)}
                          </td>`
                        : nothing
                    }
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
  </section>`;
}
