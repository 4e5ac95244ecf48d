import type { FulianError } from '../../errors.js';
import type { Schemas } from '../../operation-types.js';
import { randomKey } from '../../random.js';
import type { RequesterClient } from '../../requester.js';
import { asFulianError, isUnknown, type Life } from '../observable.js';
import { isTokenRefused } from './receipt.js';
import type { OutgoingMessage } from './types.js';

/** What a message carries besides what she sees of it. */
interface Entry {
  item: OutgoingMessage;
  readonly body: Schemas['OwnMessage'];
  /** The draft that its files were uploaded under. */
  readonly draft: string;
  /** The same for every try: the service takes one message under it. */
  readonly idempotencyKey: string;
  isRunning: boolean;
}

/** What an outbox needs of its surroundings. */
export interface OutboxHost {
  /** Called after each change. */
  changed(items: readonly OutgoingMessage[]): void;
  /** A message arrived, and this is her case now. */
  arrived(answer: Schemas['OwnCase']): void;
  /** The token is over. What is here stays here. */
  refused(): void;
}

/**
 * Messages on their way. Each has one idempotency key for all its tries, and its words never change under it: so it arrives at
 * most once, and it stays here until an answer says that it arrived or was refused.
 */
export class Outbox {
  private entries: readonly Entry[] = [];
  private made = 0;

  constructor(private readonly host: OutboxHost) {}

  get isEmpty(): boolean {
    return this.entries.length === 0;
  }

  get items(): readonly OutgoingMessage[] {
    return this.entries.map(({ item }) => item);
  }

  /** Takes a message and sends it. */
  async send(
    client: RequesterClient,
    life: Life,
    message: { words: string; attachments: string[]; files: string[]; draft: string; at: string },
  ): Promise<void> {
    const { words, attachments, files, draft, at } = message;
    this.made += 1;
    const entry: Entry = {
      item: { key: `message-${this.made}`, words, files, at, status: 'sending' },
      body: { words, ...(attachments.length > 0 && { attachments }) },
      draft,
      idempotencyKey: randomKey(),
      isRunning: false,
    };
    this.entries = [...this.entries, entry];
    await this.post(client, life, entry);
  }

  /** Sends a message again, or all of those of which nobody knows whether they arrived, in their order. */
  async retry(client: RequesterClient, life: Life, key?: string): Promise<void> {
    for (const entry of this.entries) {
      if (entry.item.status !== 'unknown' || (key !== undefined && entry.item.key !== key)) continue;
      if (life.isOver) return;
      await this.post(client, life, entry);
    }
  }

  /** Removes a refused message; its words. */
  take(key: string): string | undefined {
    const entry = this.entries.find(({ item }) => item.key === key && item.status === 'refused');
    if (!entry) return undefined;
    this.remove(entry);
    return entry.item.words;
  }

  private async post(client: RequesterClient, life: Life, entry: Entry): Promise<void> {
    if (entry.isRunning) return;
    const { body, draft, idempotencyKey } = entry;
    entry.isRunning = true;
    this.update(entry, 'sending');
    let answer: Schemas['OwnCase'];
    try {
      const headers = body.attachments ? { 'Fulian-Draft': draft } : {};
      answer = await client.sendOwnMessage({ body, headers, idempotencyKey }, { signal: life.signal });
    } catch (thrown) {
      const error = asFulianError(thrown, 'message');
      entry.isRunning = false;
      const isOver = isTokenRefused(error);
      // A token that is over says nothing of an earlier try, and none of this one: the message waits for the next token.
      this.update(entry, isOver || life.isOver || isUnknown(error) ? 'unknown' : 'refused', error);
      if (isOver && !life.isOver) this.host.refused();
      return;
    }
    this.remove(entry);
    if (!life.isOver) this.host.arrived(answer);
  }

  private remove(entry: Entry): void {
    this.entries = this.entries.filter((one) => one !== entry);
    this.host.changed(this.items);
  }

  private update(entry: Entry, status: OutgoingMessage['status'], error?: FulianError): void {
    const { error: _, ...item } = entry.item;
    entry.item = { ...item, status, ...(error && { error }) };
    this.host.changed(this.items);
  }
}
