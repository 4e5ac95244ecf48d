import { categories, type PointTable } from '@fulian/contract/rules/map';
import { pause } from '../../exchange.js';
import type { Schemas } from '../../operation-types.js';
import type { SignalLike } from '../../wire.js';
import { type Names, wordsOf } from './names.js';
import type { SourceHost } from './source.js';
import type { ServiceMapState } from './types.js';

declare const AbortController: new () => { readonly signal: SignalLike; abort(): void };

/** Milliseconds after the last letter, before the service is asked. */
const settleTime = 250;
/** Results that are read; who finds more than these has to say more. */
const mostResults = 1000;

/**
 * Which rows have a text in their names: looked for here where all names are here, else on the service. While an answer is on
 * its way, what was found last stays.
 */
export class Search {
  state: ServiceMapState['search'] = 'idle';
  private text = '';
  private found: Uint8Array | undefined;
  private hadNames = false;
  private running: { readonly signal: SignalLike; abort(): void } | undefined;

  constructor(
    private readonly table: PointTable,
    private readonly names: Names,
    private readonly host: SourceHost,
  ) {
    host.signal.addEventListener('abort', () => this.running?.abort());
  }

  /** 1 for each row with this text; `undefined` where no text is looked for. */
  find(typed: string): Uint8Array | undefined {
    const words = wordsOf(typed);
    const text = words.join(' ');
    const hasNames = this.names.fitAtOnce && this.names.areWhole;
    if (text === this.text && hasNames === this.hadNames) return this.found;
    this.text = text;
    this.hadNames = hasNames;
    this.running?.abort();
    this.running = undefined;
    if (text === '') {
      this.state = 'idle';
      this.found = undefined;
    } else if (hasNames) {
      this.state = 'idle';
      this.found = this.names.find(words);
    } else {
      this.state = 'pending';
      if (!this.names.fitAtOnce) void this.askService(words.join(''));
    }
    return this.found;
  }

  /** The names that it waits for do not come. True where it waits. */
  fail(): boolean {
    const isWaiting = this.state === 'pending' && this.names.fitAtOnce;
    if (isWaiting) this.state = 'error';
    return isWaiting;
  }

  private async askService(text: string): Promise<void> {
    const running = new AbortController();
    this.running = running;
    const { host } = this;
    let found: Uint8Array | undefined;
    try {
      await pause('service map', settleTime, running.signal);
      found = await this.rowsOf(await this.results(text, running.signal));
    } catch {
      // What was found last stays, and `state` says that this was not found.
    }
    if (this.running !== running) return;
    this.state = found ? 'idle' : 'error';
    this.found = found ?? this.found;
    host.changed();
  }

  private async results(text: string, signal: SignalLike): Promise<Schemas['ServicePoint'][]> {
    const { client, federation } = this.host;
    const input = { path: { code: federation }, query: { q: text, limit: 500 } };
    const results: Schemas['ServicePoint'][] = [];
    for await (const { items } of client.pages('searchServicePoints', input, { signal })) {
      results.push(...items);
      if (results.length >= mostResults) break;
    }
    return results;
  }

  /** The rows of these points: by place and category, and by id where several share those. */
  private async rowsOf(results: readonly Schemas['ServicePoint'][]): Promise<Uint8Array> {
    const { table, names } = this;
    const wanted = new Map<number, string[]>();
    for (const { id, position, area, category } of results) {
      const { lng, lat } = position ?? area!;
      const key = keyOf(Math.round(lng * 1e5), Math.round(lat * 1e5), categories.indexOf(category));
      const ids = wanted.get(key);
      if (ids) ids.push(id);
      else wanted.set(key, [id]);
    }
    const rows = new Map<number, number[]>();
    for (let row = 0; row < table.count; row += 1) {
      const key = keyOf(table.lng[row]!, table.lat[row]!, table.category[row]!);
      if (!wanted.has(key)) continue;
      const others = rows.get(key);
      if (others) others.push(row);
      else rows.set(key, [row]);
    }
    const doubtful = [...rows.values()].filter((same) => same.length > 1);
    await names.ensure(doubtful.reduce((all, same) => all.concat(same), []));
    const found = new Uint8Array(table.count);
    rows.forEach((same, key) => {
      for (const row of same) if (same.length === 1 || wanted.get(key)!.includes(names.ids[row] ?? '')) found[row] = 1;
    });
    return found;
  }
}

/** One number for a place and a category. */
function keyOf(lng: number, lat: number, category: number): number {
  return ((lng + 18_000_000) * 17_000_001 + lat + 8_500_000) * 8 + category;
}
