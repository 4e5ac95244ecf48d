import type { components } from '@fulian/contract/types';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestBallot } from '../../packages/server/src/ballots/ballot-fixture.js';
import { joinPages, nextAfter, verifyLog } from '../../packages/sdk/src/verify/index.js';
import { BallotHouse, forEachOf, type Sent } from './ballot-house.js';
import { progressOf, scale, seeded, soaking, tellFigures } from './scale.js';

type Schemas = components['schemas'];
type Choice = Schemas['ballot_Choice'];

const members = scale(60, 500);
const submissions = scale(5, 20);
const runs = scale(2, 20);
const kills = scale(1, 3);
/** Milliseconds that a proof may take. */
const patience = scale(240_000, 6 * 3_600_000);
/** Members who send at the same time, each all of her submissions at once. */
const atOnce = 25;

const answers: readonly Choice[] = [{ picks: ['yes'] }, { picks: ['no'] }, { abstain: true }];
const textOf = (choice: Choice) => JSON.stringify(choice);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Whether a head was signed by a key (Ed25519), both in hex. */
function isSigned(key: string, text: string, signature: string): boolean {
  const der = Buffer.from(`302a300506032b6570032100${key}`, 'hex');
  const read = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text, 'utf8'), read, Buffer.from(signature, 'hex'));
}

/** The log at `address`, which is answered in pieces. */
async function wholeLog(address: string): Promise<string> {
  const pages: string[] = [];
  for (let after: number | undefined = 0; after !== undefined; after = nextAfter(pages[pages.length - 1]!))
    pages.push(await (await fetch(`${address}?after=${after}`)).text());
  return joinPages(pages);
}

/** What came of one voter's submissions. */
interface Voter {
  /** Choices that the service said are stored, as texts. */
  readonly acknowledged: string[];
  /** What she was refused with. */
  readonly refused: (string | undefined)[];
  /** That proves her vote. */
  readonly receipts: Set<string>;
}

describe('ballots under fire', () => {
  let house: BallotHouse;
  // Making a database takes longer than most of what is done in it.
  beforeAll(async () => {
    house = await BallotHouse.start(members);
  }, patience);
  afterAll(() => house.service.remove());

  /** One voter's submissions, all at once; each is sent until it is answered. */
  const vote = async (
    send: (choice: Choice) => Sent & { id: 'castOpenVote' | 'castSecretVote' },
    random: () => number,
  ): Promise<Voter> => {
    const voter: Voter = { acknowledged: [], refused: [], receipts: new Set() };
    await Promise.all(
      Array.from({ length: submissions }, async () => {
        const choice = answers[Math.floor(random() * answers.length)]!;
        const { id, ...sent } = send(choice);
        const { status, body } = await house.insist<Schemas['BallotStored']>(id, sent);
        if (status === 200) {
          voter.acknowledged.push(textOf(choice));
          voter.receipts.add(body.receipt);
        } else voter.refused.push(body.code);
      }),
    );
    return voter;
  };

  const killInBetween = (random: () => number) => {
    let done = 0;
    let killed = 0;
    let running: Promise<void> | undefined;
    let failure: Error | undefined;
    return {
      /** Kills the service where so many of all voters have voted, without waiting for it: votes are on their way. */
      after: (voters: number) => {
        done += 1;
        const due = Math.floor((voters / (kills + 1)) * (killed + 1));
        if (done < due || killed >= kills || running) return;
        killed += 1;
        const both = soaking && random() < 1 / 3;
        running = (async () => {
          await house.service.kill();
          await house.service.start();
          if (both) house.service.killDatabase();
          await house.service.untilReady();
          running = undefined;
        })().catch((error: unknown) => {
          failure = error as Error;
        });
      },
      settled: async () => {
        await running;
        if (failure) throw failure;
        return killed;
      },
    };
  };

  it(
    'S10 one member has one vote, whatever is sent at once and however often the service is killed',
    { timeout: patience },
    async () => {
      const progress = progressOf('ballots', runs);
      const told = { runs, members, submissions, kills: 0, acknowledged: 0, refused: 0, lost: 0, 'counted twice': 0 };
      for (let run = 0; run < runs; run += 1) {
        const random = seeded(run + 1);
        // The first vote stands, or the last: by turns, and for open and for secret ballots.
        const revote = run % 4 === 1 || run % 4 === 2;
        const secret = run % 2 === 1;
        const ballot = await house.open({ secrecy: secret ? 'secret' : 'open', revote });
        const roll = house.council.members;
        const voters = new Map<string, Voter>();
        const killer = killInBetween(random);
        await forEachOf(roll, atOnce, async (member) => {
          const paper = secret ? await house.paper(ballot, member) : undefined;
          const voter = await vote(
            (choice) =>
              paper
                ? { id: 'castSecretVote', path: ballot.path, body: { ...paper, choice } }
                : { id: 'castOpenVote', path: ballot.path, headers: member.headers, body: { choice } },
            random,
          );
          voters.set(paper?.paper ?? member.id, voter);
          killer.after(roll.length);
        });
        told.kills += await killer.settled();
        const closed = await house.close(ballot);
        const { body } = await house.closing(ballot);

        const counted = body.votes?.map(({ member }) => member) ?? body.used!;
        const all = [...voters.values()];
        told.acknowledged += all.reduce((sum, one) => sum + one.acknowledged.length, 0);
        told.refused += all.reduce((sum, one) => sum + one.refused.length, 0);
        told['counted twice'] += counted.length - new Set(counted).size;
        told.lost += [...voters.keys()].filter((one) => !counted.includes(one)).length;
        expect(closed.result?.turnout.cast).toBe(roll.length);
        expect(new Set(counted)).toEqual(new Set(voters.keys()));
        expect(counted).toHaveLength(voters.size);
        expect(new Set(all.flatMap(({ refused }) => refused))).toEqual(new Set(revote ? [] : ['vote-counted']));
        // Where the first one stands, every acknowledged submission of hers says the same, and it is what was counted.
        if (!revote) for (const { acknowledged } of all) expect(new Set(acknowledged).size).toBe(1);
        if (body.votes) {
          for (const { member, choice } of body.votes)
            expect(voters.get(member)!.acknowledged).toContain(textOf(choice));
        } else if (!revote) {
          expect(body.choices!.map(textOf).sort()).toEqual(all.map(({ acknowledged }) => acknowledged[0]!).sort());
        } else {
          for (const choice of answers.map(textOf)) {
            const could = all.filter(({ acknowledged }) => acknowledged.includes(choice)).length;
            expect(body.choices!.filter((one) => textOf(one) === choice).length).toBeLessThanOrEqual(could);
          }
        }
        const list = await house.insist<Schemas['ReceiptList']>('getBallotReceipts', { path: ballot.path });
        for (const { receipts } of all)
          expect([...receipts].filter((one) => list.body.receipts.includes(one))).toHaveLength(1);
        progress(run + 1);
      }
      // And by who trusts nobody: the whole log, each chain and each count again.
      const log = await wholeLog(`${house.service.url}/v1/councils/${house.council.id}/log`);
      const verified = verifyLog(log, { sha256, isSigned });
      expect(verified.findings).toEqual([]);
      expect(verified.ballots.map(({ state, recount }) => [state, recount])).toEqual(
        Array.from({ length: runs }, () => ['closed', 'agrees']),
      );
      tellFigures('ballots', told);
      expect(told.kills).toBe(runs * kills);
      expect(told.lost).toBe(0);
      expect(told['counted twice']).toBe(0);
    },
  );

  it(
    'S10 counts every vote that was acknowledged before the closing and none that came after it, by the clock of the database',
    { timeout: patience },
    async () => {
      const random = seeded(7);
      const open = await house.open({ secrecy: 'open' });
      const secret = await house.open({ secrecy: 'secret' });
      const papers = new Map<string, { paper: string; seal: string }>();
      await forEachOf(house.council.members, atOnce, async (member) => {
        papers.set(member.id, await house.paper(secret, member));
      });

      const acknowledged = { open: new Set<string>(), secret: new Set<string>() };
      const refused = { open: new Set<string>(), secret: new Set<string>() };
      const votes = house.council.members.length * 2;
      // Most are on their way when the end is set, more are sent in the moment that is left, and the last ones for sure too late.
      const first = Math.ceil(members * 0.6);
      const late = members - Math.ceil(members * 0.05);
      const enough = Math.floor(first / 2);
      let half!: () => void;
      const set = new Promise<void>((resolve) => (half = resolve)).then(() => endSoon([open, secret]));
      const over = set.then(() => untilOver(open));
      const answered = (kind: 'open' | 'secret', name: string, status: number, code: string | undefined) => {
        if (status !== 200) expect(code).toBe('ballot-not-open');
        (status === 200 ? acknowledged : refused)[kind].add(name);
        // One kind may be quicker than the other, and both are to be under way.
        if (acknowledged.open.size >= enough && acknowledged.secret.size >= enough) half();
      };
      await Promise.all(
        house.council.members.flatMap((member, at) => {
          const choice = answers[Math.floor(random() * answers.length)]!;
          const paper = papers.get(member.id)!;
          const turn = at < first ? Promise.resolve() : at < late ? set : over;
          return [
            turn
              .then(() => house.insist('castOpenVote', { path: open.path, headers: member.headers, body: { choice } }))
              .then(({ status, body }) => answered('open', member.id, status, body.code)),
            turn
              .then(() => house.insist('castSecretVote', { path: secret.path, body: { ...paper, choice } }))
              .then(({ status, body }) => answered('secret', paper.paper, status, body.code)),
          ];
        }),
      );
      // Nobody asks for it: the service closes them by itself.
      for (const ballot of [open, secret])
        await expect
          .poll(
            () => house.call<Schemas['Ballot']>('getBallot', { path: ballot.path }).then(({ body }) => body.state),
            {
              timeout: 30_000,
            },
          )
          .toBe('closed');

      const closedOpen = await house.closing(open);
      const closedSecret = await house.closing(secret);
      expect(new Set(closedOpen.body.votes!.map(({ member }) => member))).toEqual(acknowledged.open);
      expect(new Set(closedSecret.body.used)).toEqual(acknowledged.secret);
      expect(closedSecret.body.choices).toHaveLength(acknowledged.secret.size);
      // None late and none early, by the database's own entries.
      const [times] = await house.service.query<{ late: number; closes: Date; entries: number }>(
        `select count(*) filter (where (l.entry::jsonb->>'at')::timestamptz >= b.closes_at)::int as late, b.closes_at as closes,
        count(*)::int as entries
      from ballots b join council_log l on l.council = b.council
        and l.entry::jsonb->>'kind' = 'vote-stored' and l.entry::jsonb->'body'->>'ballot' = b.id::text
      where b.id = '${open.id}' group by b.closes_at`,
      );
      expect(times!.late).toBe(0);
      expect(times!.entries).toBe(acknowledged.open.size);
      for (const { at } of [closedOpen, closedSecret])
        expect(Date.parse(at)).toBeGreaterThanOrEqual(times!.closes.getTime());
      const receipts = await house.call<Schemas['ReceiptList']>('getBallotReceipts', { path: secret.path });
      expect(new Set(receipts.body.receipts)).toEqual(new Set([...acknowledged.secret].map(sha256)));
      tellFigures('ballots-closing', {
        'in flight': votes,
        'stored open': acknowledged.open.size,
        'refused open': refused.open.size,
        'stored secret': acknowledged.secret.size,
        'refused secret': refused.secret.size,
      });
      // Else it was not around the closing.
      for (const kind of ['open', 'secret'] as const) {
        expect(acknowledged[kind].size).toBeGreaterThan(0);
        expect(refused[kind].size).toBeGreaterThan(0);
      }
    },
  );

  it(
    'S10 closes a ballot once, by itself, although the service was down when its time was over',
    { timeout: patience },
    async () => {
      const ballot = await house.open({ secrecy: 'secret' });
      for (const member of house.council.members.slice(0, 6)) {
        const paper = await house.paper(ballot, member);
        await house.insist('castSecretVote', { path: ballot.path, body: { ...paper, choice: answers[0]! } });
      }
      await house.service.kill();
      await endSoon([ballot]);
      await house.service.start();
      await expect
        .poll(() => house.call<Schemas['Ballot']>('getBallot', { path: ballot.path }).then(({ body }) => body.state), {
          timeout: 30_000,
        })
        .toBe('closed');
      const entries = await house.service.query(
        `select seq from council_log where entry like '%"kind":"ballot-closed"%' and entry like '%${ballot.id}%'`,
      );
      expect(entries).toHaveLength(1);
    },
  );

  /**
   * Moves the end of ballots to a moment from now, past the trigger that keeps it. Holds them first: whoever votes at this moment has done so by
   * the old time, and everybody after it goes by the new one.
   */
  async function endSoon(ballots: readonly TestBallot[]): Promise<void> {
    const ids = ballots.map(({ id }) => `'${id}'`).join(', ');
    await house.service.query(`begin; set local session_replication_role = replica;
      select id from ballots where id in (${ids}) order by id for update;
      update ballots set closes_at = date_trunc('milliseconds', clock_timestamp() + interval '50 ms') where id in (${ids}); commit`);
  }

  /** Resolves when the database's clock says that the time of a ballot is over. */
  async function untilOver({ id }: TestBallot): Promise<void> {
    await expect
      .poll(() => house.service.query(`select from ballots where id = '${id}' and closes_at <= clock_timestamp()`), {
        timeout: 30_000,
      })
      .toHaveLength(1);
  }
});
