import type { PointTable } from '@fulian/contract/rules/map';
import { pause } from '../../exchange.js';
import type { SignalLike } from '../../wire.js';
import { type Names, wordsOf } from './names.js';
import type { SourceHost } from './source.js';
import type { ServiceMapState } from './types.js';

declare const AbortController: new () => { readonly signal: SignalLike; abort(): void };

/** Milliseconds after the last letter, before the service is asked. */
const settleTime = 250;

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
      const { rowsNamed } = await import('./service-source.js');
      found = await rowsNamed(this.table, this.names, { text, host, signal: running.signal });
    } catch {
      // What was found last stays, and `state` says that this was not found.
    }
    if (this.running !== running) return;
    this.state = found ? 'idle' : 'error';
    this.found = found ?? this.found;
    host.changed();
  }
}
