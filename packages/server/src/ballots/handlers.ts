import { entityTagOf } from '../http/entity-tag.js';
import { ProblemError } from '../problem.js';
import type { HandlersOf } from '../routes.js';
import { pageOf, type BallotDesk, type DeskBallot } from './ballot-desk.js';
import type { BallotRepository } from './ballot-repository.js';
import { ballotOf } from './ballot-rows.js';
import type { BallotTurns } from './ballot-turns.js';
import { ballotPlace, type BallotPath, type Voting } from './voting.js';

/** What the handlers of ballots need. */
export interface BallotParts {
  readonly ballots: BallotRepository;
  readonly voting: Voting;
  readonly turns: BallotTurns;
  readonly desk: BallotDesk;
  readonly cursorKey: Uint8Array;
}

type BallotIds =
  | 'listBallots'
  | 'getBallot'
  | 'getOwnBallot'
  | 'castOpenVote'
  | 'takeBallotPaper'
  | 'castSecretVote'
  | 'castDecidingVote'
  | 'getBallotReceipts';
type DeskIds =
  | 'listAllBallots'
  | 'prepareBallot'
  | 'getBallotDraft'
  | 'changeBallot'
  | 'cancelBallot'
  | 'checkBallot'
  | 'openBallot'
  | 'closeBallot';

const noStore = { 'Cache-Control': 'no-store' };

/** Answers the tag `ballots`, and the ballots of the tag `council-desk`. */
export function ballotHandlers(parts: BallotParts): HandlersOf<BallotIds | DeskIds> {
  return { ...publicHandlers(parts), ...deskHandlers(parts) };
}

function publicHandlers({ ballots, voting, turns, cursorKey }: BallotParts): HandlersOf<BallotIds> {
  const read = async (path: BallotPath) => {
    const found = await ballots.find({ scope: 'council' }, ballotPlace(path));
    if (typeof found === 'string') throw new ProblemError(found);
    return ballotOf(found.row, found.votes);
  };
  return {
    async listBallots({ path: { councilId }, query: { cursor, limit } }) {
      return { body: await pageOf({ ballots, cursorKey }, { scope: 'council' }, councilId, cursor, limit) };
    },

    async getBallot({ path }) {
      const body = await read(path);
      const { serverTime: _, ...lasting } = body;
      // Not as `etag`: a 304 would say nothing of the time, by which clocks count down.
      return { body, headers: { ETag: entityTagOf(JSON.stringify(lasting)) } };
    },

    async getOwnBallot({ path, member }) {
      return { body: await voting.own(member, path), headers: noStore };
    },

    async castOpenVote({ path, body, member }) {
      return { body: await voting.castOpen(member, path, body.choice), headers: noStore };
    },

    async takeBallotPaper({ path, body, member }) {
      return { body: await voting.takePaper(member, path, body.blinded), headers: noStore };
    },

    async castSecretVote({ path, body }) {
      return { body: await voting.castSecret(path, body), headers: noStore };
    },

    async castDecidingVote({ path, body, member }) {
      await turns.decide(member, path, body.choice);
      return { body: await read(path), headers: noStore };
    },

    async getBallotReceipts({ path }) {
      const receipts = await ballots.receipts(ballotPlace(path));
      if (typeof receipts === 'string') throw new ProblemError(receipts);
      if (!receipts) throw new ProblemError('ballot-refused', { findings: [{ where: 'checks', code: 'not-closed' }] });
      return { body: { receipts: receipts.map((one) => one.toString('hex')) } };
    },
  };
}

function deskHandlers({ desk }: BallotParts): HandlersOf<DeskIds> {
  const answer = ({ body, etag, replayed }: DeskBallot) => ({
    body,
    headers: { ...noStore, ETag: etag, ...(replayed && { 'Idempotent-Replayed': 'true' }) },
  });
  return {
    async listAllBallots({ path: { councilId }, query, staff }) {
      return { body: await desk.list(staff, councilId, query), headers: noStore };
    },

    async prepareBallot({ path: { councilId }, header, body, staff }) {
      return answer(await desk.prepare(staff, councilId, header['idempotency-key']!, body));
    },

    async getBallotDraft({ path, staff }) {
      return answer(await desk.read(staff, path));
    },

    async changeBallot({ path, header, body, staff }) {
      return answer(await desk.change({ token: staff, path, ifMatch: header['if-match'] }, body));
    },

    async cancelBallot({ path, header, staff }) {
      await desk.cancel({ token: staff, path, ifMatch: header['if-match'] });
      return {};
    },

    async checkBallot({ path, staff }) {
      return { body: await desk.check(staff, path), headers: noStore };
    },

    async openBallot({ path, header, staff }) {
      const call = { token: staff, path, ifMatch: header['if-match'], key: header['idempotency-key'] };
      return answer(await desk.open(call));
    },

    async closeBallot({ path, header, staff }) {
      return answer(await desk.close({ token: staff, path, key: header['idempotency-key'] }));
    },
  };
}
