import type { components } from '@fulian/contract/types';
import { canonicalJson } from '../idempotency.js';
import { open, seal } from '../keys/seal.js';

type Schemas = components['schemas'];
type Choice = Schemas['ballot_Choice'];

/** A ballot, as it lies in the database. */
export interface BallotPlace {
  readonly federation: string;
  /** The council's UUID. */
  readonly council: string;
  readonly id: string;
}

const paperBytes = 32;
const lengthBytes = 2;
const block = 64;

/**
 * Bytes that every sealed vote of a ballot takes: what the longest choice takes that its options allow, so that the length tells nothing.
 */
export function roomOf(options: readonly Schemas['BallotOption'][], method: Schemas['BallotMethod']): number {
  const ids = options.map(({ id }) => id);
  const longest: Choice =
    method === 'score'
      ? { scores: ids.map((option) => ({ option, points: 10 })) }
      : method === 'yes-no' || method === 'single' || method === 'approval'
        ? { picks: ids }
        : { ranking: ids };
  const most = Math.max(Buffer.byteLength(canonicalJson(longest)), Buffer.byteLength(canonicalJson({ abstain: true })));
  return Math.ceil((paperBytes + lengthBytes + most) / block) * block;
}

/** A vote as it lies in the box. */
export interface BoxedVote {
  /** 64 hex digits. */
  readonly paper: string;
  /** Canonical JSON of the choice. */
  readonly choice: string;
}

function placeOf({ federation, council, id }: BallotPlace, receipt: string): string[] {
  return ['ballot_boxes', 'sealed', federation, council, id, receipt];
}

/** Seals a vote for the box, in `room` bytes. The receipt (hex) is bound to it. */
export function sealVote(key: Uint8Array, place: BallotPlace, receipt: string, vote: BoxedVote, room: number): Buffer {
  const plain = Buffer.alloc(room);
  plain.write(vote.paper, 0, 'hex');
  const length = Buffer.byteLength(vote.choice);
  if (paperBytes + lengthBytes + length > room) throw new RangeError('a choice is longer than the box has room for');
  plain.writeUInt16BE(length, paperBytes);
  plain.write(vote.choice, paperBytes + lengthBytes, 'utf8');
  return seal(key, placeOf(place, receipt), plain);
}

/** Opens what `sealVote` made. Throws `SealBroken`. */
export function openVote(key: Uint8Array, place: BallotPlace, receipt: string, sealed: Uint8Array): BoxedVote {
  const plain = open(key, placeOf(place, receipt), sealed);
  const length = plain.readUInt16BE(paperBytes);
  const from = paperBytes + lengthBytes;
  return { paper: plain.toString('hex', 0, paperBytes), choice: plain.toString('utf8', from, from + length) };
}
