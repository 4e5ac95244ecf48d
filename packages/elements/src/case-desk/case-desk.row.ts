import type { CaseSummary } from '@fulian/sdk/stores/case-desk';
import { limitWords } from './case-desk.time.js';
import type { DeskView } from './case-desk.view.js';

/** The shape that stands beside the word of a grade, so that nobody has to tell colours apart. */
export const gradeSigns = { red: '▲', orange: '◆', pink: '●', none: '○' } as const;

/** A case number in groups, as it stands on receipts. */
export function numberWords(number: string): string {
  return number.replace(/(.{4})(?=.)/g, '$1 ');
}

const cells = ['grade', 'category', 'clock', 'number', 'place', 'worker', 'marks'] as const;
type Cell = (typeof cells)[number];

/** The columns, in the order in which they are read. */
export const columns: readonly Cell[] = cells;

/** One row of the pool (`part="row"`): made once, filled with one case after another. */
export class Row {
  readonly element = document.createElement('div');
  private readonly cells = {} as Record<Cell, HTMLElement>;
  private readonly sign = document.createElement('span');
  private readonly grade = document.createElement('span');
  private shown: CaseSummary | undefined;
  private stamp = -1;
  index = -1;

  constructor(id: string) {
    const { element, sign, grade } = this;
    element.className = 'row';
    element.id = id;
    element.setAttribute('role', 'row');
    element.setAttribute('part', 'row');
    for (const name of cells) {
      const cell = (this.cells[name] = document.createElement('span'));
      cell.className = `cell ${name}`;
      cell.setAttribute('role', 'gridcell');
      element.append(cell);
    }
    sign.setAttribute('aria-hidden', 'true');
    sign.className = 'sign';
    this.cells.grade.append(sign, grade);
  }

  get caseId(): string | undefined {
    return this.shown?.id;
  }

  /** Shows a case; `stamp` changes when anything else does that a row depends on. */
  fill(view: DeskView, index: number, summary: CaseSummary | undefined, stamp: number): void {
    if (this.index !== index) {
      this.index = index;
      this.element.setAttribute('aria-rowindex', String(index + 2));
    } else if (this.shown === summary && this.stamp === stamp) return;
    this.shown = summary;
    this.stamp = stamp;
    if (summary) this.show(view, summary);
    else this.clear(view);
  }

  private clear(view: DeskView): void {
    const { element, sign, grade } = this;
    element.className = 'row empty';
    for (const name of cells) if (name !== 'grade') this.cells[name].textContent = '';
    sign.textContent = grade.textContent = '';
    this.cells.category.textContent = view.t('row-loading');
    element.removeAttribute('aria-selected');
  }

  private show(view: DeskView, summary: CaseSummary): void {
    const { element, sign, grade } = this;
    const { nextDue, nextLimit, assignee, waiting, unread } = summary;
    const isSelected = view.state.selected?.id === summary.id;
    const isEnded = ['closed', 'declined', 'withdrawn'].includes(summary.state);
    const limit = nextDue === undefined ? undefined : limitWords(view, nextDue, true);
    element.className = `row ${summary.grade}${isSelected ? ' selected' : ''}${unread ? ' unread' : ''}`;
    element.setAttribute('aria-selected', isSelected ? 'true' : 'false');
    sign.textContent = gradeSigns[summary.grade];
    grade.textContent = view.gradeName(summary.grade);
    this.say('category', view.categoryName(summary.category));
    this.say(
      'clock',
      limit && nextLimit
        ? `${view.t(`limit-${nextLimit}`)} ${limit.words}`
        : view.t(isEnded ? `state-${summary.state}` : 'no-limit'),
      limit?.urgency ?? '',
    );
    this.say('number', numberWords(summary.number));
    this.say('place', view.placeName(summary));
    this.say('worker', assignee ? assignee.name : isEnded ? '' : view.t('row-nobody'), assignee ? '' : 'nobody');
    const marks = [
      ...(unread ? [view.t('row-new')] : []),
      ...(waiting ? [view.t(`waiting-${waiting}`)] : []),
      ...(view.state.unsent.includes(summary.id) ? [view.t('row-draft')] : []),
      ...(unread || waiting || isEnded ? [] : [view.t(`state-${summary.state}`)]),
    ];
    this.say('marks', marks.join(' · '), unread ? 'new' : '');
  }

  private say(name: Cell, words: string, kind = ''): void {
    const cell = this.cells[name];
    const className = `cell ${name}${kind ? ` ${kind}` : ''}`;
    if (cell.className !== className) cell.className = className;
    if (cell.textContent !== words) cell.textContent = words;
  }
}
