/** Ways to change a council's log: blindly, byte by byte and entry by entry, and as somebody who knows what it means. */
import { canonicalJson, type Choice, countBallots, receiptOfVote } from '@fulian/contract/rules/council';
import { copyOf, type DraftLog, textOf } from '../../packages/sdk/src/verify/sample-log.js';

/** From 0 to 1, 1 excluded. */
export type Random = () => number;

const below = (random: Random, count: number) => Math.floor(random() * count);

/** Changes the bytes of a text, which need not be a text afterwards. */
export const byteChanges: Readonly<Record<string, (bytes: Buffer, random: Random) => Buffer>> = {
  'a bit is flipped': (bytes, random) => {
    const at = below(random, bytes.length);
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.of(bytes[at]! ^ (1 << below(random, 8))),
      bytes.subarray(at + 1),
    ]);
  },
  'a digit becomes another': (bytes, random) => {
    const digits = [...bytes.keys()].filter((at) => bytes[at]! >= 48 && bytes[at]! <= 57);
    const at = digits[below(random, digits.length)]!;
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.of(48 + ((bytes[at]! - 48 + 1 + below(random, 9)) % 10)),
      bytes.subarray(at + 1),
    ]);
  },
  'some bytes are deleted': (bytes, random) => {
    const at = below(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + below(random, 80))]);
  },
  'a byte is added': (bytes, random) => {
    const at = below(random, bytes.length + 1);
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.of([32, 48, 97, 10, 0, 44][below(random, 6)]!),
      bytes.subarray(at),
    ]);
  },
  'two pieces change their places': (bytes, random) => {
    const length = 1 + below(random, 100);
    const [one, other] = [below(random, bytes.length - length), below(random, bytes.length - length)].sort(
      (a, b) => a - b,
    );
    if (other! - one! < length) return bytes;
    return Buffer.concat([
      bytes.subarray(0, one),
      bytes.subarray(other, other! + length),
      bytes.subarray(one! + length, other),
      bytes.subarray(one, one! + length),
      bytes.subarray(other! + length),
    ]);
  },
  'the end is cut off': (bytes, random) => bytes.subarray(0, below(random, bytes.length)),
};

/** Changes entries and what is in them; the text stays well-formed. */
export const entryChanges: Readonly<Record<string, (log: DraftLog, random: Random) => void>> = {
  'an entry is deleted': ({ entries }, random) => void entries.splice(below(random, entries.length), 1),
  'an entry is repeated': ({ entries }, random) => {
    const at = below(random, entries.length);
    entries.splice(below(random, entries.length + 1), 0, entries[at]!);
  },
  'two entries change their places': ({ entries }, random) => {
    const [one, other] = [below(random, entries.length), below(random, entries.length)];
    [entries[one], entries[other]] = [entries[other]!, entries[one]!];
  },
  'the last entries are cut off': (log, random) => {
    log.entries = log.entries.slice(0, below(random, log.entries.length));
  },
  'bodies are exchanged between two entries of a kind': ({ entries }, random) => {
    const at = below(random, entries.length);
    const alike = entries.flatMap((entry, index) => (entry.kind === entries[at]!.kind && index !== at ? [index] : []));
    const other = alike[below(random, alike.length)];
    if (other === undefined) return;
    const [one, two] = [entries[at]!, entries[other]!];
    entries[at] = { ...one, body: two.body };
    entries[other] = { ...two, body: one.body };
  },
  'something in a list is deleted': (log, random) => {
    const list = anyList(log, random);
    list.splice(below(random, list.length), 1);
  },
  'a list is put into another order': (log, random) => {
    const list = anyList(log, random);
    for (let at = list.length - 1; at > 0; at -= 1) {
      const other = below(random, at + 1);
      [list[at], list[other]] = [list[other], list[at]];
    }
  },
  'a value becomes another of its kind': (log, random) => {
    const places = placesOf(log.entries).filter(({ holder, name }) => typeof holder[name] !== 'object');
    const { holder, name } = places[below(random, places.length)]!;
    const value = holder[name];
    const others = places.map((place) => place.holder[place.name]).filter((other) => typeof other === typeof value);
    holder[name] = others[below(random, others.length)];
  },
  'a field is taken away': (log, random) => {
    const places = placesOf(log.entries).filter(({ holder }) => !Array.isArray(holder));
    const { holder, name } = places[below(random, places.length)]!;
    delete holder[name];
  },
  'a field is added': (log, random) => {
    const places = placesOf(log.entries).filter(({ holder }) => !Array.isArray(holder));
    places[below(random, places.length)]!.holder['more'] = true;
  },
};

interface ValuePlace {
  readonly holder: Record<string, unknown>;
  readonly name: string;
}

/** Every value in every entry, but the hashes, which who covers up writes anew. */
function placesOf(value: unknown): ValuePlace[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((name) => [
    ...(Array.isArray(holder) || name === 'hash' || name === 'seq' ? [] : [{ holder, name }]),
    ...placesOf(holder[name]),
  ]);
}

function anyList(log: DraftLog, random: Random): unknown[] {
  const lists = placesOf(log.entries)
    .map(({ holder, name }) => holder[name])
    .filter((value): value is unknown[] => Array.isArray(value) && value.length > 1);
  return lists[below(random, lists.length)]!;
}

/** One who knows what the log means and changes all that hangs together. */
export interface Attack {
  readonly name: string;
  /** Whether what the log says then still adds up, so that only a head that somebody kept finds it. */
  readonly isConsistent: boolean;
  readonly change: (log: DraftLog) => void;
}

// oxlint-disable-next-line typescript/no-explicit-any -- an attacker keeps to no types
const bodyOf = (log: DraftLog, kind: string, at = 0): any =>
  log.entries.filter((entry) => entry.kind === kind).at(at)!.body;

/** The closing of the first open ballot, and of the secret one with nine papers of which eight were used. */
const openClosing = (log: DraftLog) => bodyOf(log, 'ballot-closed', 0);
const secretClosing = (log: DraftLog) => bodyOf(log, 'ballot-closed', 4);
const opened = (log: DraftLog, ballot: string) =>
  log.entries.find((entry) => entry.kind === 'ballot-opened' && (entry.body as { ballot: string }).ballot === ballot)!
    // oxlint-disable-next-line typescript/no-explicit-any -- as above
    .body as any;

/** Counts a closing again, so that its result fits what it says. */
function recount(log: DraftLog, closing: ReturnType<typeof openClosing>): void {
  const { rules, options, members } = opened(log, closing.ballot);
  const choices = closing.choices ?? closing.votes.map(({ choice }: { choice: Choice }) => choice);
  const { present, papers } = closing;
  const facts = { rules, options, choices, eligible: members.length, ...(papers !== undefined && { papers }) };
  closing.result = countBallots({ ...facts, ...(present !== undefined && { present }) });
}

const no: Choice = { picks: ['no'] };
const sorted = (choices: Choice[]) =>
  choices.sort((one, other) => (canonicalJson(one) < canonicalJson(other) ? -1 : 1));

/** Attacks that are no accident. `sha256` is what the log is made with. */
export function attacks(sha256: (text: string) => string): Attack[] {
  return [
    {
      name: 'a vote, its receipt, the entry that stored it and the result are changed',
      isConsistent: true,
      change(log) {
        const closing = openClosing(log);
        const vote = closing.votes.at(-1);
        const stored = log.entries.find((entry) => (entry.body as { receipt?: string }).receipt === vote.receipt)!;
        vote.choice = no;
        vote.receipt = receiptOfVote(sha256, vote.salt, vote.member, no);
        Object.assign(stored.body, { receipt: vote.receipt });
        recount(log, closing);
      },
    },
    {
      name: 'a vote and its receipt are changed, and the entry that stored it is left',
      isConsistent: false,
      change(log) {
        const closing = openClosing(log);
        const vote = closing.votes.at(-1);
        vote.choice = no;
        vote.receipt = receiptOfVote(sha256, vote.salt, vote.member, no);
        recount(log, closing);
      },
    },
    {
      name: 'an earlier vote is published in the place of the last one',
      isConsistent: false,
      change(log) {
        const closing = openClosing(log);
        const again = log.entries.find((entry) => (entry.body as { replaces?: string }).replaces !== undefined)!;
        const { receipt, replaces } = again.body as { receipt: string; replaces: string };
        const vote = closing.votes.find((one: { receipt: string }) => one.receipt === receipt);
        vote.receipt = replaces;
        vote.choice = { picks: ['yes'] };
        recount(log, closing);
      },
    },
    {
      name: 'a vote is left out of the closing',
      isConsistent: false,
      change(log) {
        openClosing(log).votes.pop();
        recount(log, openClosing(log));
      },
    },
    {
      name: 'only the result is changed',
      isConsistent: false,
      change(log) {
        openClosing(log).result.outcome = 'failed';
        openClosing(log).result.winners = [];
      },
    },
    {
      name: 'what one secret vote says is changed, and the result with it',
      isConsistent: true,
      change(log) {
        const closing = secretClosing(log);
        closing.choices[closing.choices.length - 1] = no;
        sorted(closing.choices);
        recount(log, closing);
      },
    },
    {
      name: 'a used paper is dropped with a choice, and the result counted again',
      isConsistent: true,
      change(log) {
        const closing = secretClosing(log);
        closing.used.pop();
        closing.choices.pop();
        recount(log, closing);
      },
    },
    {
      name: 'a used paper is dropped, and no choice',
      isConsistent: false,
      change: (log) => void secretClosing(log).used.pop(),
    },
    {
      name: 'papers are swapped between two ballots',
      isConsistent: true,
      change(log) {
        const [one, other] = [secretClosing(log), bodyOf(log, 'ballot-closed', 5)];
        const [mine, theirs] = [one.used[0] as string, other.used[0] as string];
        one.used = [...(one.used as string[]).slice(1), theirs].sort();
        other.used = [...(other.used as string[]).slice(1), mine].sort();
      },
    },
    {
      name: 'a paper is minted with a choice, within those that were handed out',
      isConsistent: true,
      change(log) {
        const closing = secretClosing(log);
        closing.used = [...(closing.used as string[]), 'ab'.repeat(32)].sort();
        closing.choices = sorted([...closing.choices, no]);
        recount(log, closing);
      },
    },
    {
      name: 'papers are minted, more than were handed out',
      isConsistent: false,
      change(log) {
        const closing = secretClosing(log);
        closing.used = [...(closing.used as string[]), 'ab'.repeat(32), 'cd'.repeat(32)].sort();
        closing.choices = sorted([...closing.choices, no, no]);
        recount(log, closing);
      },
    },
    {
      name: 'papers are minted and said to have been handed out, more than there are members',
      isConsistent: false,
      change(log) {
        const closing = secretClosing(log);
        closing.used = [...(closing.used as string[]), 'ab'.repeat(32), 'cd'.repeat(32)].sort();
        closing.choices = sorted([...closing.choices, no, no]);
        closing.papers = closing.used.length;
        recount(log, closing);
      },
    },
    {
      name: 'the rules are changed after the closing, and the result with them',
      isConsistent: true,
      change(log) {
        const closing = openClosing(log);
        opened(log, closing.ballot).rules.base = 'eligible';
        recount(log, closing);
      },
    },
    {
      name: 'somebody is put on the roll of one ballot',
      isConsistent: false,
      change(log) {
        const { members } = opened(log, openClosing(log).ballot);
        members.push('zzzzzzzzzzzzzzzzzzzzzz');
        recount(log, openClosing(log));
      },
    },
    {
      name: 'a whole ballot never was',
      isConsistent: true,
      change(log) {
        const { ballot } = bodyOf(log, 'ballot-closed', 7);
        log.entries = log.entries.filter((entry) => (entry.body as { ballot?: string }).ballot !== ballot);
      },
    },
  ];
}

/** A copy of the log with one blind change in its entries, and where the first entry differs; undefined where nothing has changed. */
export function changed(log: DraftLog, change: (log: DraftLog) => void): DraftLog | undefined {
  const copy = copyOf(log);
  change(copy);
  return textOf(copy) === textOf(log) ? undefined : copy;
}
