import type { components } from '@fulian/contract/types';
import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.js';
import { readCursor, writeCursor } from '../http/cursor.js';
import type { Idempotency } from '../idempotency.js';
import type { FederationKeys } from '../keys/federation-keys.js';
import { open, seal } from '../keys/seal.js';
import { ProblemError } from '../problem.js';
import type { StaffMember } from '../staff/staff.js';
import { sealPlace, type StoredDelivery, type WebhookRepository } from './repository.js';
import type { WebhookSender } from './sender.js';

type Schemas = components['schemas'];

/** What keeping webhooks needs. */
export interface WebhookParts {
  readonly repository: WebhookRepository;
  readonly sender: Pick<WebhookSender, 'isUsable'>;
  readonly federationKeys: FederationKeys;
  readonly idempotency: Idempotency;
  readonly clock: Clock;
  readonly cursorKey: Uint8Array;
}

/** A page of messages that is asked for. */
export interface DeliveryQuery {
  readonly state?: 'waiting' | 'delivered' | 'dead' | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

const secretBytes = 32;
const defaultLimit = 50;

/** Keeps the addresses that a federation wants to be told, and shows what became of the messages. */
export class Webhooks {
  constructor(private readonly parts: WebhookParts) {}

  async list({ federation }: StaffMember, code: string): Promise<Schemas['WebhookPage']> {
    const rows = await this.parts.repository.list(federation, code);
    const key = rows.length > 0 ? await this.parts.federationKeys.of(code) : undefined;
    return {
      items: rows.map((row) => ({
        id: row.id,
        url: open(key!, sealPlace('url', code, row.id), row.url).toString('utf8'),
        kinds: row.kinds as Schemas['WebhookEventKind'][],
        createdAt: row.created_at.toISOString(),
      })),
    };
  }

  /** Adds an address; its secret is answered this once. Throws `webhook-refused`. */
  async create(
    member: StaffMember,
    code: string,
    key: string,
    draft: Schemas['WebhookDraft'],
  ): Promise<{ text: string; replayed: boolean }> {
    const { repository, sender, federationKeys, idempotency, clock } = this.parts;
    const request = idempotency.request('createWebhook', code, key, [draft, member.id]);
    if (!sender.isUsable(draft.url)) throw refused('body/url', 'not-public');
    const id = randomBytes(16).toString('base64url');
    const secret = `whsec_${randomBytes(secretBytes).toString('base64')}`;
    const now = clock.now();
    const webhook: Schemas['Webhook'] = {
      id,
      url: draft.url,
      kinds: draft.kinds,
      createdAt: now.toISOString(),
      secret,
    };
    const text = JSON.stringify(webhook);
    const federationKey = await federationKeys.of(code);
    const sealed = (column: 'url' | 'secret', value: string) => seal(federationKey, sealPlace(column, code, id), value);
    const result = await repository.create(
      member.federation,
      {
        federation: code,
        id,
        url: sealed('url', draft.url),
        secret: sealed('secret', secret),
        kinds: draft.kinds,
        created_at: now,
      },
      request,
      await idempotency.sealAnswer(request, text),
    );
    const kept = await idempotency.resolve(request, result);
    if (kept !== undefined) return { text: kept, replayed: true };
    if (result.outcome === 'full') throw refused('body/url', 'too-many');
    return { text, replayed: false };
  }

  /** Throws `webhook-unknown`. */
  async remove({ federation }: StaffMember, code: string, id: string): Promise<void> {
    if (!(await this.parts.repository.remove(federation, code, id))) throw new ProblemError('webhook-unknown');
  }

  /** Messages, the newest first. Throws `cursor-invalid`. */
  async deliveries(
    { federation }: StaffMember,
    code: string,
    { state, cursor, limit = defaultLimit }: DeliveryQuery,
  ): Promise<Schemas['WebhookDeliveryPage']> {
    const { repository, cursorKey } = this.parts;
    const listing = ['listWebhookDeliveries', code, state ?? ''];
    const [at, id] = readCursor(cursorKey, listing, cursor, 2) ?? [];
    const before = at === undefined || id === undefined ? undefined : { at, id };
    const found = await repository.deliveries(federation, code, state, before, limit + 1);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(deliveryOf),
      ...(found.length > limit &&
        last && { nextCursor: writeCursor(cursorKey, listing, [last.at.toISOString(), last.id]) }),
    };
  }

  /** Sends a message once more. Throws `webhook-unknown`. */
  async repeat(
    { federation }: StaffMember,
    code: string,
    id: string,
    key: string,
  ): Promise<{ text: string; replayed: boolean }> {
    const { repository, idempotency, clock } = this.parts;
    const request = idempotency.request('repeatWebhookDelivery', code, key, [id]);
    const found = await repository.delivery(federation, code, id);
    if (!found) throw new ProblemError('webhook-unknown');
    const text = JSON.stringify(deliveryOf({ ...found, state: 'waiting' }));
    const sealed = await idempotency.sealAnswer(request, text);
    const result = await repository.repeat(federation, id, clock.now(), request, sealed);
    const kept = await idempotency.resolve(request, result);
    if (kept !== undefined) return { text: kept, replayed: true };
    if (result.outcome === 'gone') throw new ProblemError('webhook-unknown');
    return { text, replayed: false };
  }
}

function deliveryOf(row: StoredDelivery): Schemas['WebhookDelivery'] {
  return {
    id: row.id,
    webhook: row.webhook,
    kind: row.kind as Schemas['WebhookEventKind'],
    at: row.at.toISOString(),
    attempts: row.attempts,
    ...(row.last_status !== null && { lastStatus: row.last_status }),
    state: row.state as Schemas['WebhookDelivery']['state'],
  };
}

function refused(where: string, code: string): ProblemError {
  return new ProblemError('webhook-refused', { findings: [{ where, code }] });
}
