import {
  canonicalChoice,
  canonicalJson,
  findChoiceFaults,
  receiptOfPaper,
  receiptOfVote,
  type Choice,
} from '@fulian/contract/rules/council';
import type { components } from '@fulian/contract/types';
import { randomBytes } from 'node:crypto';
import { BoundedCache } from '../bounded-cache.js';
import type { Clock } from '../clock.js';
import { councilIdOf, placeOf } from '../councils/council-place.js';
import type { Database } from '../database/database.js';
import { DatabaseFailure } from '../database/failure.js';
import type { Members } from '../membership/members.js';
import { ProblemError } from '../problem.js';
import type { BallotKeys } from './ballot-keys.js';
import type { BallotRepository } from './ballot-repository.js';
import { choiceOf, partsOf, sha256, type OpenedFacts } from './ballot-rows.js';
import { openVote, roomOf, sealVote, type BallotPlace } from './box.js';
import { evaluatePaper, isElement, isSealed } from './paper-keys.js';

type Schemas = components['schemas'];

/** What voting needs. */
export interface VotingParts {
  readonly database: Database;
  readonly ballots: BallotRepository;
  readonly keys: BallotKeys;
  readonly members: Members;
  readonly clock: Clock;
}

/** A ballot as it is named in a path. */
export interface BallotPath {
  readonly councilId: string;
  readonly ballotId: string;
}

interface Facts extends OpenedFacts {
  readonly secret: boolean;
  /** Bytes of a vote in the box. */
  readonly room: number;
}

const remembered = 1_000;
const rememberedMs = 3_600_000;
/** Raised where the vote's entry in the log came after the closing time. */
const late = 'FL409';
/** So often somebody else may change the same paper's vote between reading and writing before it is a failure. */
const mostAttempts = 20;
const saltBytes = 32;

/** Where a ballot of a path lies. */
export function ballotPlace({ councilId, ballotId }: BallotPath): BallotPlace {
  return { ...placeOf(councilId), id: ballotId };
}

/** What members do with an open ballot, and what nobody in particular does: put a paper into the box. */
export class Voting {
  readonly #facts: BoundedCache<Facts>;

  constructor(private readonly parts: VotingParts) {
    this.#facts = new BoundedCache(parts.clock, remembered, rememberedMs);
  }

  /** Where she stands. Throws `member-refused`, `council-unknown` and `ballot-unknown`. */
  async own(token: string, path: BallotPath): Promise<Schemas['OwnBallot']> {
    const { member } = await this.parts.members.openFor(token, path.councilId, { evenLeft: true });
    const [row] = await this.parts.database.call<{
      eligible: boolean;
      has_paper: boolean;
      choice: string | null;
      receipt: Buffer | null;
      may_vote: boolean;
    }>('own-ballot', 'select * from own_ballot($1, $2, $3, $4)', [...listOf(ballotPlace(path)), member.id]);
    if (!row) throw new ProblemError('ballot-unknown');
    return {
      eligible: row.eligible,
      hasPaper: row.has_paper,
      hasVoted: row.choice !== null,
      mayVote: row.may_vote,
      ...(row.choice !== null && { choice: choiceOf(row.choice) }),
      ...(row.receipt !== null && { receipt: row.receipt.toString('hex') }),
    };
  }

  /** Her vote in an open ballot; resolves once it and its entry in the log are durable. Throws what the contract names. */
  async castOpen(token: string, path: BallotPath, choice: Choice): Promise<Schemas['BallotStored']> {
    const { member } = await this.parts.members.openFor(token, path.councilId, { evenLeft: true });
    const place = ballotPlace(path);
    const facts = await this.#factsOf(place);
    if (facts.secret) throw new ProblemError('vote-invalid', { findings: [{ where: 'body', code: 'secret' }] });
    const said = this.#canonical(choice, facts);
    const salt = randomBytes(saltBytes);
    const receipt = receiptOfVote(sha256, salt.toString('hex'), member.id, said);
    const row = await this.#vote([...listOf(place), member.id, canonicalJson(said), salt, Buffer.from(receipt, 'hex')]);
    switch (row.outcome) {
      case 'stored':
      case 'same':
        return { receipt: row.receipt!.toString('hex') };
      case 'not-eligible':
        throw new ProblemError('not-eligible');
      case 'counted':
        throw new ProblemError('vote-counted');
      case 'not-open':
        throw new ProblemError('ballot-not-open');
      default:
        throw new ProblemError('ballot-unknown');
    }
  }

  /** Her paper for a secret ballot. Throws what the contract names. */
  async takePaper(token: string, path: BallotPath, blinded: string): Promise<Schemas['PaperAnswer']> {
    const { member } = await this.parts.members.openFor(token, path.councilId, { evenLeft: true });
    const place = ballotPlace(path);
    const { secret } = await this.#factsOf(place);
    // Before it counts as handed out.
    if (!secret || !isElement(blinded)) throw new ProblemError('paper-invalid');
    const [row] = await this.parts.database.call<{ outcome: string }>(
      'take-ballot-paper',
      'select take_ballot_paper($1, $2, $3, $4, $5) as outcome',
      [...listOf(place), member.id, Buffer.from(blinded, 'hex')],
    );
    switch (row!.outcome) {
      case 'given':
        break;
      case 'not-eligible':
        throw new ProblemError('not-eligible');
      case 'other':
        throw new ProblemError('paper-given');
      default:
        throw new ProblemError('ballot-not-open');
    }
    const keys = await this.parts.keys.of(place);
    if (!keys) throw new ProblemError('ballot-not-open');
    const { evaluated, proof } = evaluatePaper(keys.paper, blinded);
    return { evaluated: Buffer.from(evaluated).toString('hex'), proof: Buffer.from(proof).toString('hex') };
  }

  /**
   * A vote that comes with a paper and from nobody. What it says is known here and nowhere else: it is sealed before it reaches the
   * database, and no word of it is logged. Throws what the contract names; whatever is wrong with a paper costs the same.
   */
  async castSecret(path: BallotPath, { paper, seal, choice }: Schemas['SecretVote']): Promise<Schemas['BallotStored']> {
    const place = ballotPlace(path);
    const facts = await this.#factsOf(place);
    if (!facts.secret) throw new ProblemError('paper-invalid');
    const keys = await this.parts.keys.of(place);
    if (!keys) throw new ProblemError('ballot-not-open');
    if (!isSealed(keys.paper.secret, paper, seal, place.id)) throw new ProblemError('paper-invalid');
    const said = canonicalJson(this.#canonical(choice, facts));
    const receipt = receiptOfPaper(sha256, paper);
    const sealed = sealVote(keys.box, place, receipt, { paper, choice: said }, facts.room);
    let before: Buffer | null = null;
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      const [row]: { outcome: string; sealed: Buffer | null }[] = await this.parts.database.call(
        'put-into-box',
        'select outcome, sealed from put_into_box($1, $2, $3, $4, $5, $6)',
        [...listOf(place), Buffer.from(receipt, 'hex'), sealed, before],
      );
      if (row!.outcome === 'stored') return { receipt };
      if (row!.outcome !== 'there') throw new ProblemError('ballot-not-open');
      if (openVote(keys.box, place, receipt, row!.sealed!).choice === said) return { receipt };
      if (!facts.rules.revote) throw new ProblemError('vote-counted');
      before = row!.sealed;
    }
    throw new ProblemError('unavailable', { retryAfter: 1 });
  }

  #canonical(choice: Choice, { rules, options }: Facts): Choice {
    const findings = findChoiceFaults(choice, rules, options);
    if (findings.length > 0) throw new ProblemError('vote-invalid', { findings });
    return canonicalChoice(choice, rules);
  }

  /** Rules and options, which do not change once a ballot is open. */
  async #factsOf(place: BallotPlace): Promise<Facts> {
    const name = `${councilIdOf(place)}/${place.id}`;
    const known = this.#facts.get(name);
    if (known) return known;
    const found = await this.parts.ballots.find({ scope: 'council' }, place);
    if (typeof found === 'string') throw new ProblemError(found);
    const { rules, options } = partsOf(found.row);
    const facts: Facts = {
      rules,
      options,
      secret: rules.secrecy === 'secret',
      room: roomOf(options, rules.method),
    };
    this.#facts.set(name, facts);
    return facts;
  }

  async #vote(values: readonly unknown[]): Promise<{ outcome: string; receipt: Buffer | null }> {
    try {
      const [row] = await this.parts.database.call<{ outcome: string; receipt: Buffer | null }>(
        'cast-open-vote',
        'select outcome, receipt from cast_open_vote($1, $2, $3, $4, $5, $6, $7)',
        values,
      );
      return row!;
    } catch (error) {
      if (error instanceof DatabaseFailure && error.sqlState === late) return { outcome: 'not-open', receipt: null };
      throw error;
    }
  }
}

function listOf({ federation, council, id }: BallotPlace): [string, string, string] {
  return [federation, council, id];
}
