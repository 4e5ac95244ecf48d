import type { components } from '@fulian/contract/types';

type Page = components['schemas']['ServicePointNames'];

/** What is known of the names of a table's rows. They come in blocks, all at once where there are few. */
export class Names {
  readonly ids: (string | undefined)[] = [];
  readonly names: (string | undefined)[] = [];
  private readonly initials: (string | undefined)[] = [];
  /** As text is compared with them; made when somebody looks for the first one. */
  private readonly spellings: (string | undefined)[] = [];
  private readonly blocks = new Map<number, Promise<void>>();
  private readonly size: number;
  private known = 0;

  /** `ask` fetches the names of `rows` rows from one row on. */
  constructor(
    private readonly count: number,
    private readonly ask: (from: number, rows: number) => Promise<Page>,
  ) {
    this.size = this.fitAtOnce ? 2000 : 256;
  }

  /** Whether there are so few that all of them are fetched, and text is looked for here. */
  get fitAtOnce(): boolean {
    return this.count <= 5000;
  }

  /** Whether all names are here. */
  get areWhole(): boolean {
    return this.known >= this.count;
  }

  /** Fetches the blocks of these rows as far as they are missing. Rejects with a `FulianError`; the next call tries again. */
  async ensure(rows: readonly number[]): Promise<void> {
    const waiting = new Set<Promise<void>>();
    for (const row of rows) waiting.add(this.block(Math.floor(row / this.size)));
    // An array: polyfills, and Zone.js among them, know no other list.
    await Promise.all([...waiting]);
  }

  /** Fetches all. */
  all(): Promise<void> {
    const rows: number[] = [];
    for (let row = 0; row < this.count; row += this.size) rows.push(row);
    return this.ensure(rows);
  }

  /** Whether one of these rows has no name yet. */
  isMissing(rows: readonly number[]): boolean {
    return rows.some((row) => this.ids[row] === undefined);
  }

  /** 1 for each row whose name contains all of the words, in characters or in pinyin. */
  find(words: readonly string[]): Uint8Array {
    const found = new Uint8Array(this.count);
    for (let row = 0; row < this.count; row += 1) {
      const spelling = (this.spellings[row] ??= wordsOf(`${this.names[row] ?? ''}|${this.initials[row] ?? ''}`).join(
        '',
      ));
      if (words.every((word) => spelling.includes(word))) found[row] = 1;
    }
    return found;
  }

  private block(number: number): Promise<void> {
    const known = this.blocks.get(number);
    if (known) return known;
    const fetched = this.fetch(number);
    this.blocks.set(number, fetched);
    fetched.catch(() => this.blocks.delete(number));
    return fetched;
  }

  private async fetch(number: number): Promise<void> {
    const from = number * this.size;
    const { ids, names, initials } = await this.ask(from, this.size);
    this.known += ids.length;
    ids.forEach((id, at) => {
      this.ids[from + at] = id;
      this.names[from + at] = names[at];
      this.initials[from + at] = initials[at];
    });
  }
}

/** The words of a text as they are compared. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}
