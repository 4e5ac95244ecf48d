import { manyCases, sampleCases } from './sample-cases.js';
import type { NameOf, TestCase } from './test-case.js';

/** All cases of a test server: the sample cases, made when they are first asked for, and those that came since. */
export class CaseList {
  private made: TestCase[] | undefined;
  private readonly came: TestCase[] = [];
  private readonly selections = new Map<string, readonly TestCase[]>();

  constructor(
    private readonly now: () => number,
    private readonly nameOf: NameOf,
  ) {}

  /** In the order in which they were made. May be changed. */
  get all(): TestCase[] {
    this.made ??= [...sampleCases(this.now(), this.nameOf), ...this.came];
    return this.made;
  }

  /** What `select` makes, remembered until something changes: filtering ten thousand cases takes its time. */
  selected(key: string, select: (all: readonly TestCase[]) => readonly TestCase[]): readonly TestCase[] {
    const known = this.selections.get(key) ?? select(this.all);
    this.selections.set(key, known);
    return known;
  }

  /** Some case is not what it was. */
  touch(): void {
    this.selections.clear();
  }

  /** One that has just come. */
  add(one: TestCase): void {
    this.touch();
    (this.made ?? this.came).push(one);
  }

  /** A long queue besides, the same one each time. */
  addMany(count: number): void {
    this.touch();
    this.all.push(...manyCases(count, this.now(), this.nameOf));
  }

  /** No case at all. */
  clear(): void {
    this.touch();
    this.made = [];
    this.came.splice(0);
  }
}
