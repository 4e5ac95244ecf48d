import { createHash } from 'node:crypto';
import { canonicalJson, type LogEntry, type LogKind } from '@fulian/contract/rules/council';
import { describe, expect, test } from 'vitest';
import { logFindingCodes, type LogFindingCode } from './findings.js';
import { copyOf, type DraftLog, type LogTools, reseal, sampleLog, textOf } from './sample-log.js';
import { verifyLog, type VerifyOptions } from './verify-log.js';

/** Stands for a signature; that of the command and of the soak is Ed25519. */
const signedBy = (key: string, text: string) => sha256(`${key}\n${text}`).repeat(2);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const signing = (key: string) => ({ key, sign: (text: string) => signedBy(key, text) });
const options: VerifyOptions = { sha256, isSigned: (key, text, signature) => signature === signedBy(key, text) };
const tools: LogTools = { random: Math.random, sha256, ...signing('ab'.repeat(32)) };
const log = sampleLog(tools);

/** Something that is changed in a log, and the entry that is found. */
type Change = (draft: DraftLog) => number | undefined;

interface OpenEntry {
  readonly seq: number;
  at: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- writing what no type allows is the point of these tests
  body: any;
}

/** The nth entry of a kind, open to change; -1 is the last. */
const nth = (draft: DraftLog, kind: LogKind, at = 0) =>
  draft.entries.filter((one) => one.kind === kind).at(at) as unknown as OpenEntry;

/** A UUID that nothing has. */
const nobody = 'ffffffff-0000-4000-8000-ffffffffffff';

/** What covering up cannot hide: the chain is hashed again and the head is signed again after these. */
const resealed: Partial<Record<LogFindingCode, Change | Change[]>> = {
  'entry-malformed': (draft) => void Object.assign(draft.entries[5]!, { more: 1 }),
  'other-council': (draft) => {
    draft.entries[7] = { ...draft.entries[7]!, council: draft.council.replace(/.$/, 'x') };
    return 8;
  },
  'time-goes-back': (draft) => {
    draft.entries[9] = { ...draft.entries[9]!, at: '2026-01-01T00:00:00.000Z' };
    return 10;
  },
  'body-malformed': [
    (draft) => {
      Object.assign(draft.entries[3]!, { body: {} });
      return 4;
    },
    // A secret ballot's closing with votes by name.
    (draft) => {
      const { seq, body } = nth(draft, 'ballot-closed', 4);
      for (const name of ['papers', 'key', 'used', 'choices']) delete body[name];
      body.votes = [];
      return seq;
    },
  ],
  'council-not-created': [
    (draft) => {
      draft.entries.shift();
      return 1;
    },
    (draft) => {
      draft.entries.splice(4, 0, draft.entries[0]!);
      return 5;
    },
  ],
  'roll-broken': [
    (draft) => {
      const { seq, body } = nth(draft, 'member-joined', 1);
      body.member = nth(draft, 'member-joined').body.member;
      return seq;
    },
    ...(['member-changed', 'member-left'] as const).map((kind) => (draft: DraftLog) => {
      const { seq, body } = nth(draft, kind);
      body.member = 'x'.repeat(22);
      return seq;
    }),
  ],
  'resolution-broken': [
    (draft) => {
      const { seq, body } = nth(draft, 'resolution-changed', 1);
      body.resolution = nobody;
      return seq;
    },
    (draft) => {
      const { seq, body } = nth(draft, 'resolution-made');
      body.ballot = nth(draft, 'ballot-opened', 3).body.ballot;
      return seq;
    },
  ],
  'ballot-opened-twice': (draft) => {
    const again = nth(draft, 'ballot-opened');
    draft.entries.splice(again.seq, 0, draft.entries[again.seq - 1]!);
    return again.seq + 1;
  },
  'ballot-not-open': [
    ...(['vote-stored', 'ballot-closed', 'ballot-cancelled'] as const).map((kind) => (draft: DraftLog) => {
      const { seq, body } = nth(draft, kind, -1);
      body.ballot = nth(draft, 'ballot-closed').body.ballot;
      return seq;
    }),
    (draft) => {
      const { seq, body } = nth(draft, 'ballot-cancelled');
      body.ballot = nobody;
      return seq;
    },
  ],
  'ballot-roll-differs': [
    (draft) => {
      const { seq, body } = nth(draft, 'ballot-opened', 1);
      body.members = body.members.slice(1);
      return seq;
    },
    (draft) => {
      const { seq, body } = nth(draft, 'ballot-opened', 4);
      body.members = [...body.members].reverse();
      return seq;
    },
  ],
  'ballot-rules-misfit': [
    (draft) => {
      const { seq, body } = nth(draft, 'ballot-opened');
      delete body.rules.threshold;
      return seq;
    },
    (draft) => {
      const { seq, body, at } = nth(draft, 'ballot-opened', 9);
      body.closesAt = at;
      return seq;
    },
    (draft) => {
      const { seq, body } = nth(draft, 'ballot-opened', 9);
      body.paperKey = 'ab'.repeat(32);
      return seq;
    },
  ],
  'ballot-again-unknown': (draft) => {
    const { seq, body } = nth(draft, 'ballot-opened', 4);
    body.again = body.ballot;
    return seq;
  },
  'ballot-closed-early': (draft) => {
    const { body, seq } = nth(draft, 'ballot-opened', 4);
    body.closesAt = '2026-12-31T00:00:00.000Z';
    return draft.entries.find((one) => one.seq > seq && one.kind === 'ballot-closed')!.seq;
  },
  'vote-late': (draft) => {
    const opened = nth(draft, 'ballot-opened', 9);
    const last = nth(draft, 'vote-stored', -1);
    opened.body.closesAt = last.at;
    return last.seq;
  },
  'vote-logged-in-secret': (draft) => {
    const { body, seq } = nth(draft, 'ballot-opened', 4);
    const vote = { ...nth(draft, 'vote-stored'), at: draft.entries[seq - 1]!.at };
    const logged = { ...vote, body: { ballot: body.ballot, receipt: 'ab'.repeat(32) } };
    draft.entries.splice(seq, 0, logged as unknown as LogEntry);
    return seq + 1;
  },
  'votes-more-than-members': (draft) => {
    const tenth = draft.entries.find((one) => (one.body as { replaces?: string }).replaces !== undefined)!;
    delete (tenth.body as { replaces?: string }).replaces;
    return tenth.seq;
  },
  'revote-not-allowed': (draft) => {
    const [one, other] = [nth(draft, 'vote-stored', -2), nth(draft, 'vote-stored', -1)];
    other.body.replaces = one.body.receipt;
    return other.seq;
  },
  'receipt-repeated': (draft) => {
    const [one, other] = [nth(draft, 'vote-stored', -2), nth(draft, 'vote-stored', -1)];
    other.body.receipt = one.body.receipt;
    return other.seq;
  },
  'receipt-replaced-unknown': (draft) => {
    const again = draft.entries.find((one) => (one.body as { replaces?: string }).replaces !== undefined)!;
    Object.assign(again.body, { replaces: 'ab'.repeat(32) });
    return again.seq;
  },
  'receipt-wrong': (draft) => {
    const { seq, body } = nth(draft, 'ballot-closed');
    body.votes[0].salt = 'ab'.repeat(32);
    return seq;
  },
  'receipt-not-logged': (draft) => {
    const { seq, body } = nth(draft, 'ballot-closed');
    body.votes[0].receipt = 'ab'.repeat(32);
    return seq;
  },
  'vote-dropped': (draft) => {
    const { seq, body } = nth(draft, 'ballot-closed');
    body.votes.shift();
    return seq;
  },
  'vote-of-stranger': (draft) => {
    const { seq, body } = nth(draft, 'ballot-closed');
    body.votes.at(-1).member = `zz${'z'.repeat(20)}`;
    return seq;
  },
  'votes-unsorted': [
    (draft) => {
      const { seq, body } = nth(draft, 'ballot-closed');
      body.votes.reverse();
      return seq;
    },
    (draft) => {
      const { seq, body } = nth(draft, 'ballot-closed');
      body.votes.splice(1, 0, body.votes[0]);
      return seq;
    },
  ],
  'choice-misfit': [
    (draft) => {
      const { seq, body } = nth(draft, 'ballot-closed', 5);
      body.choices[body.choices.length - 1] = { picks: ['z'] };
      return seq;
    },
    // Two ways to write one choice.
    (draft) => {
      const { seq, body } = nth(draft, 'ballot-closed', 2);
      body.votes.find((vote: { choice: { picks: string[] } }) => vote.choice.picks.length === 2).choice.picks.reverse();
      return seq;
    },
  ],
  'paper-key-wrong': (draft) => {
    const { seq, body } = nth(draft, 'ballot-closed', 4);
    body.key = body.key.replace(/^./, (digit: string) => (digit === '1' ? '2' : '1'));
    return seq;
  },
  'papers-more-than-members': (draft) => {
    const { seq, body } = nth(draft, 'ballot-closed', 4);
    body.papers = body.result.turnout.papers = 10;
    return seq;
  },
  'papers-used-more-than-given': [
    (draft) => {
      const { seq, body } = nth(draft, 'ballot-closed', 4);
      body.papers = body.result.turnout.papers = 7;
      return seq;
    },
    (draft) => {
      const { seq, body } = nth(draft, 'ballot-closed', 6);
      body.papers = body.result.turnout.papers = 2;
      return seq;
    },
  ],
  'papers-unsorted': [
    (draft) => {
      const { seq, body } = nth(draft, 'ballot-closed', 4);
      body.used.reverse();
      return seq;
    },
    // One paper twice.
    (draft) => {
      const { seq, body } = nth(draft, 'ballot-closed', 4);
      body.used[1] = body.used[0];
      return seq;
    },
  ],
  'choices-not-as-papers': [
    (draft) => {
      const { seq, body } = nth(draft, 'ballot-closed', 4);
      body.used.pop();
      return seq;
    },
    (draft) => {
      const { seq, body } = nth(draft, 'ballot-closed', 4);
      body.choices.reverse();
      return seq;
    },
    // Enough votes, and none of them published.
    (draft) => {
      const { seq, body } = nth(draft, 'ballot-closed', 4);
      delete body.used;
      delete body.choices;
      return seq;
    },
  ],
  'result-wrong': [
    ...[0, 1, 2, 3, 4, 5, 7].map((at) => (draft: DraftLog) => {
      const { seq, body } = nth(draft, 'ballot-closed', at);
      body.result.counts[0].votes = String(Number(body.result.counts[0].votes) + 1);
      return seq;
    }),
    (draft) => {
      const { seq, body } = nth(draft, 'ballot-closed', 6);
      body.result.turnout.abstained = 1;
      return seq;
    },
    (draft) => {
      const { seq, body } = nth(draft, 'casting-vote');
      body.result.winners = ['a'];
      return seq;
    },
  ],
  'casting-vote-wrong': [
    // Not the chair; not one of those that are tied; no tie; a second time.
    (draft) => {
      const { seq, body } = nth(draft, 'casting-vote');
      body.member = nth(draft, 'member-joined', 1).body.member;
      return seq;
    },
    (draft) => {
      const { seq, body } = nth(draft, 'casting-vote');
      body.choice = { picks: ['c'] };
      return seq;
    },
    (draft) => {
      const { seq, body } = nth(draft, 'casting-vote');
      body.ballot = nth(draft, 'ballot-closed').body.ballot;
      return seq;
    },
    (draft) => {
      const first = nth(draft, 'casting-vote');
      draft.entries.splice(first.seq, 0, draft.entries[first.seq - 1]!);
      return first.seq + 1;
    },
  ],
};

/** What is found before anybody covers it up. */
const bare: Partial<Record<LogFindingCode, (draft: DraftLog) => string>> = {
  'not-a-log': (draft) => textOf(draft).slice(0, -1),
  'text-changed': (draft) => JSON.stringify(draft, undefined, 1),
  'sequence-broken': (draft) => textOf({ ...draft, entries: draft.entries.filter(({ seq }) => seq !== 12) }),
  'hash-wrong': (draft) => {
    nth(draft, 'council-created').body.name = '别的';
    return textOf(draft);
  },
  'head-malformed': (draft) => textOf({ ...draft, head: { ...draft.head, seq: -1 } }),
  'head-not-the-end': (draft) => textOf({ ...draft, entries: draft.entries.slice(0, -1) }),
  'head-unsigned': (draft) => textOf({ ...draft, head: { ...draft.head, key: 'cd'.repeat(32) } }),
};

/** What is found by what somebody knows from elsewhere. */
const known: Partial<Record<LogFindingCode, (draft: DraftLog) => Partial<VerifyOptions>>> = {
  'head-other-key': (draft) => {
    reseal(draft, { ...tools, ...signing('cd'.repeat(32)) });
    return { key: tools.key };
  },
  'known-head-missing': (draft) => {
    draft.entries = draft.entries.slice(0, -2);
    reseal(draft, tools);
    return { heads: [log.head] };
  },
  'known-head-differs': (draft) => {
    nth(draft, 'council-created').body.name = '别的';
    reseal(draft, tools);
    return { heads: [log.head] };
  },
  'known-head-unsigned': () => ({ heads: [{ ...log.head, at: '2026-11-20T02:00:00Z' }] }),
};

describe('what is changed is found', () => {
  for (const [code, changes] of Object.entries(resealed))
    test(`${code}, even where the chain is hashed and the head signed again`, () => {
      for (const change of [changes].flat()) {
        const draft = copyOf(log);
        const seq = change(draft);
        const before = canonicalJson(draft.entries);
        // An entry that has no form any more is left as it is by who seals.
        reseal(draft, tools);
        if (code === 'entry-malformed') Object.assign(draft.entries[5]!, { more: 1 });
        expect(before).not.toBe(canonicalJson(log.entries));
        const { findings, firstBroken } = verifyLog(textOf(draft), options);
        expect(findings.map((found) => found.code)).toContain(code);
        if (seq !== undefined) expect(firstBroken, JSON.stringify(findings)).toBe(seq);
      }
    });

  test.each(Object.entries(bare))('%s, at once', (code, change) => {
    expect(verifyLog(change(copyOf(log)), options).findings.map((found) => found.code)).toContain(code);
  });

  test.each(Object.entries(known))('%s, by what is known from elsewhere', (code, change) => {
    const draft = copyOf(log);
    const more = change(draft);
    expect(verifyLog(textOf(draft), options).findings).toEqual([]);
    expect(verifyLog(textOf(draft), { ...options, ...more }).findings.map((found) => found.code)).toContain(code);
  });

  test('there is no code that nothing here brings about', () => {
    expect([...Object.keys(resealed), ...Object.keys(bare), ...Object.keys(known)].sort()).toEqual(
      [...logFindingCodes].sort(),
    );
  });
});
