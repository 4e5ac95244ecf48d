import type { components } from '@fulian/contract/types';
import type { Clock } from '../clock.js';
import { readCursor, writeCursor } from '../http/cursor.js';
import type { Idempotency } from '../idempotency.js';
import type { FederationKeys } from '../keys/federation-keys.js';
import { open, seal } from '../keys/seal.js';
import { ProblemError } from '../problem.js';
import type { Staff } from '../staff/staff.js';
import { newPointId, type EditAnswer } from './edits.js';
import type { FeedbackRepository, StoredFeedback } from './feedback-repository.js';
import type { ServicePointRepository } from './repository.js';

type Schemas = components['schemas'];
type Item = Schemas['FeedbackItem'];

/** What feedback needs. */
export interface FeedbackParts {
  readonly feedback: FeedbackRepository;
  readonly points: ServicePointRepository;
  readonly federationKeys: FederationKeys;
  readonly idempotency: Idempotency;
  readonly staff: Staff;
  readonly clock: Clock;
  readonly cursorKey: Uint8Array;
}

/** A page that staff asks for. */
export interface FeedbackQuery {
  readonly state?: Schemas['FeedbackState'];
  readonly cursor?: string;
  readonly limit?: number;
}

const received: Schemas['FeedbackReceipt'] = { status: 'received' };
const defaultLimit = 100;
const chinaMs = 8 * 3_600_000;

/** Takes what visitors say of places, and lets staff look through it. Notes are sealed: anybody may write anything. */
export class Feedback {
  constructor(private readonly parts: FeedbackParts) {}

  /** Stores what a visitor says. Throws the problems that the contract names. */
  async send(code: string, pointId: string, key: string, said: Schemas['ServicePointFeedback']): Promise<EditAnswer> {
    const { feedback, points, federationKeys, idempotency, clock } = this.parts;
    const request = idempotency.request('sendServicePointFeedback', code, key, [pointId, said]);
    const text = JSON.stringify(received);
    const point = await points.find(code, pointId);
    if (!point) return this.#unlessKept(request, code);
    if ((said.kind === 'rating') !== (said.stars !== undefined)) {
      const finding = { where: 'body/stars', code: said.stars === undefined ? 'missing' : 'only-with-rating' };
      throw new ProblemError('service-point-refused', { findings: [finding] });
    }
    const { federation } = point;
    const id = newPointId();
    const note =
      said.note === undefined ? null : seal(await federationKeys.of(federation), placeOf(federation, id), said.note);
    const outcome = await feedback.send(
      code,
      { federation, id, point_id: pointId, kind: said.kind, stars: said.stars ?? null, note, received_at: clock.now() },
      request,
      await idempotency.sealAnswer(request, text),
    );
    const kept = await idempotency.resolve(request, outcome);
    if (kept !== undefined) return { text: kept, replayed: true };
    if (outcome.outcome === 'gone') throw new ProblemError('service-point-unknown');
    return { text, replayed: false };
  }

  /** A page of what visitors said. Throws `staff-refused`, `federation-unknown` and `cursor-invalid`. */
  async list(token: string, code: string, query: FeedbackQuery): Promise<Schemas['FeedbackPage']> {
    const { feedback, points, staff, cursorKey } = this.parts;
    const member = await staff.openFor(token, 'listServicePointFeedback', code, 'federation-unknown');
    const { state, cursor, limit = defaultLimit } = query;
    const listing = ['listServicePointFeedback', code, state ?? ''];
    const [at, id] = readCursor(cursorKey, listing, cursor, 2) ?? [];
    const after = at === undefined || id === undefined ? undefined : { at, id };
    const found = await feedback.list(member.federation, code, state, after, limit + 1);
    if (found.length === 0 && (await points.version(code)) === undefined) throw new ProblemError('federation-unknown');
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const more = found.length > limit && last;
    return {
      items: await Promise.all(shown.map((one) => this.#item(one))),
      ...(more && { nextCursor: writeCursor(cursorKey, listing, [last.received_at.toISOString(), last.id]) }),
    };
  }

  /** Accepts or refuses one. Throws `staff-refused` and `feedback-unknown`. */
  async settle(token: string, code: string, id: string, state: 'accepted' | 'refused'): Promise<Item> {
    const member = await this.parts.staff.openFor(token, 'settleServicePointFeedback', code, 'feedback-unknown');
    const row = await this.parts.feedback.settle(member.federation, code, id, state);
    if (!row) throw new ProblemError('feedback-unknown');
    return this.#item(row);
  }

  /** What was stored before its point was retired is answered again. */
  async #unlessKept(request: ReturnType<Idempotency['request']>, code: string): Promise<EditAnswer> {
    // A federation that is not there has no key to have sealed an answer with.
    const kept = (await this.parts.points.version(code)) && (await this.parts.idempotency.find(request));
    if (!kept) throw new ProblemError('service-point-unknown');
    return { text: kept, replayed: true };
  }

  async #item(row: StoredFeedback): Promise<Item> {
    const { federation, id } = row;
    const note =
      row.note &&
      open(await this.parts.federationKeys.of(federation), placeOf(federation, id), row.note).toString('utf8');
    return {
      id: row.id,
      pointId: row.point_id,
      kind: row.kind as Item['kind'],
      ...(row.stars !== null && { stars: row.stars }),
      ...(note !== null && { note }),
      state: row.state as Item['state'],
      receivedOn: new Date(row.received_at.getTime() + chinaMs).toISOString().slice(0, 10),
    };
  }
}

function placeOf(federation: string, id: string): string[] {
  return ['service_point_feedback', 'note', federation, id];
}
