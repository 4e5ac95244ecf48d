/**
 * The day of one case, as a table: who does what and when, and what everybody must see of it then. All times are those of China;
 * the limits are worked out by hand, from the rules of the county and the calendar. Who walks it is another matter: clients of the
 * SDK or people at a browser.
 */
import type { CaseState, CaseStep, LimitKind } from '@fulian/contract/rules/case';
import type { components } from '@fulian/contract/types';
import { units, type Level } from './case-house.js';
import { herWords, innerWords, laterWords, saidWords } from './case-words.js';

type Schemas = components['schemas'];

/** What somebody does. `clock`: nobody, time passes. */
export type Doing =
  | { readonly who: Level; readonly step: CaseStep; readonly file?: string; readonly refused?: string }
  | { readonly who: 'she'; readonly own: 'submit' }
  | { readonly who: 'she'; readonly own: 'message'; readonly words: string; readonly file?: string }
  | { readonly who: 'she'; readonly own: 'rate'; readonly satisfied: boolean; readonly words?: string }
  | { readonly who: 'clock' };

/** What must be seen once it is done. What is left out is as it was before. */
export interface Outcome {
  readonly state?: CaseState;
  readonly owner?: Level;
  /** `''`: for nobody. */
  readonly waiting?: '' | NonNullable<Schemas['CaseSummary']['waiting']>;
  readonly unread?: boolean;
  /** `2026-11-20T12:15 +1 met`: until when, how late, whether done. `''`: there is none any more. */
  readonly limits?: { readonly [Kind in LimitKind]?: string };
  /** What happens next, as she is told: `contact 2026-11-20T12:15 late`. */
  readonly next?: string;
  /** What is new on her timeline. */
  readonly hers?: readonly Schemas['OwnCaseEvent']['kind'][];
  /** Whose streams tell of it; nobody else's do. */
  readonly told: readonly Level[];
  /** What the county's own systems are told. Default: `changed`. */
  readonly hook?: 'submitted' | 'changed' | 'overdue' | 'closed';
}

/** One line of the day. */
export interface Act {
  readonly at: string;
  readonly title: string;
  readonly does: Doing;
  readonly shows: Outcome;
}

const { township, village } = units;
const above: readonly Level[] = ['city', 'county'];
const three: readonly Level[] = ['city', 'county', 'township'];
const four: readonly Level[] = ['city', 'county', 'township', 'village'];
const firstContact = '2026-11-20T12:15';

/** Friday, 20 November 2026: a working day; there is no holiday before New Year. */
export const day: readonly Act[] = [
  {
    at: '2026-11-20T11:15',
    title: 'She asks the county for help',
    does: { who: 'she', own: 'submit' },
    shows: {
      state: 'submitted',
      owner: 'county',
      waiting: '',
      unread: false,
      limits: {
        'first-contact': '2026-11-23T17:00',
        acceptance: '2026-11-23T17:00',
        resolution: '2026-12-11T17:00',
      },
      next: 'contact 2026-11-23T17:00',
      hers: ['submitted'],
      told: above,
      hook: 'submitted',
    },
  },
  {
    at: '2026-11-20T11:20',
    title: 'The county accepts it and writes to her',
    does: { who: 'county', step: { kind: 'accept', words: saidWords.accept } },
    shows: { state: 'accepted', limits: { acceptance: '2026-11-23T17:00 met' }, hers: ['accepted'], told: above },
  },
  {
    at: '2026-11-20T11:30',
    title: 'The county makes it red: first contact is due an hour after she asked',
    does: { who: 'county', step: { kind: 'regrade', grade: 'red', words: innerWords.regrade } },
    shows: { limits: { 'first-contact': firstContact }, next: `contact ${firstContact}`, told: above },
  },
  {
    at: '2026-11-20T12:15',
    title: 'Nobody has called her: the worker is told',
    does: { who: 'clock' },
    shows: {
      limits: { 'first-contact': `${firstContact} +1` },
      next: `contact ${firstContact} late`,
      hers: ['late'],
      told: above,
      hook: 'overdue',
    },
  },
  {
    at: '2026-11-20T13:15',
    title: 'An hour later the level above is told',
    does: { who: 'clock' },
    shows: { limits: { 'first-contact': `${firstContact} +2` }, told: above, hook: 'overdue' },
  },
  {
    at: '2026-11-20T15:15',
    title: 'Three hours later the level above that is told',
    does: { who: 'clock' },
    shows: { limits: { 'first-contact': `${firstContact} +3` }, told: above, hook: 'overdue' },
  },
  {
    at: '2026-11-20T15:20',
    title: 'The county reaches her',
    does: { who: 'county', step: { kind: 'contact', reached: true } },
    shows: {
      state: 'in-progress',
      limits: { 'first-contact': `${firstContact} +3 met` },
      next: 'work 2026-12-11T17:00',
      hers: ['contacted'],
      told: above,
    },
  },
  {
    at: '2026-11-20T15:30',
    title: 'The county offers it to the township',
    does: {
      who: 'county',
      step: { kind: 'offer-transfer', to: { federation: township }, words: innerWords.offer },
    },
    shows: { waiting: 'receiver', next: 'transfer 2026-12-11T17:00', hers: ['offered'], told: three },
  },
  {
    at: '2026-11-20T15:40',
    title: 'The township returns it: it was the county’s all the time',
    does: { who: 'township', step: { kind: 'return-transfer', words: innerWords.returned } },
    shows: { waiting: '', next: 'work 2026-12-11T17:00', told: three },
  },
  {
    at: '2026-11-20T15:50',
    title: 'The county offers it once more',
    does: {
      who: 'county',
      step: { kind: 'offer-transfer', to: { federation: township }, words: innerWords.offerAgain },
    },
    shows: { waiting: 'receiver', next: 'transfer 2026-12-11T17:00', hers: ['offered'], told: three },
  },
  {
    at: '2026-11-20T16:00',
    title: 'The township accepts it',
    does: { who: 'township', step: { kind: 'accept-transfer' } },
    shows: { owner: 'township', waiting: '', next: 'work 2026-12-11T17:00', hers: ['handed-over'], told: three },
  },
  {
    at: '2026-11-20T16:05',
    title: 'The township offers it to the village',
    does: {
      who: 'township',
      step: { kind: 'offer-transfer', to: { federation: village }, words: innerWords.village },
    },
    shows: { waiting: 'receiver', next: 'transfer 2026-12-11T17:00', hers: ['offered'], told: four },
  },
  {
    at: '2026-11-20T16:10',
    title: 'The village accepts it',
    does: { who: 'village', step: { kind: 'accept-transfer' } },
    shows: { owner: 'village', waiting: '', next: 'work 2026-12-11T17:00', hers: ['handed-over'], told: four },
  },
  {
    at: '2026-11-20T16:12',
    title: 'The worker in the village takes it herself',
    does: { who: 'village', step: { kind: 'claim' } },
    shows: { told: four },
  },
  {
    at: '2026-11-23T09:30',
    title: 'She is visited',
    does: { who: 'village', step: { kind: 'measure', measure: 'visit', words: innerWords.visit } },
    shows: { hers: ['measure'], told: four },
  },
  {
    at: '2026-11-23T09:40',
    title: 'The household gets a plan',
    does: {
      who: 'village',
      step: {
        kind: 'plan',
        plan: {
          aim: innerWords.aim,
          items: [{ what: innerWords.item, who: innerWords.responsible, by: '2026-12-31' }],
        },
      },
    },
    shows: { told: four },
  },
  {
    at: '2026-11-23T09:45',
    title: 'A counsellor of the helper team joins',
    does: { who: 'village', step: { kind: 'assign', helpers: [{ role: 'counsellor', name: innerWords.helper }] } },
    shows: { told: four },
  },
  {
    at: '2026-11-23T09:50',
    title: 'A note with a file stays inside',
    does: { who: 'village', step: { kind: 'note', words: innerWords.note }, file: innerWords.noteFile },
    shows: { told: four },
  },
  {
    at: '2026-11-23T10:30',
    title: 'She is asked something',
    does: { who: 'village', step: { kind: 'ask', words: saidWords.ask } },
    shows: { waiting: 'requester', next: 'your-answer', hers: ['asked'], told: four },
  },
  {
    at: '2026-11-23T11:00',
    title: 'She answers, with a file',
    does: { who: 'she', own: 'message', words: laterWords.answer, file: herWords.fileName },
    shows: { waiting: '', unread: true, next: 'work 2026-12-11T17:00', hers: ['message'], told: four },
  },
  {
    at: '2026-11-23T11:10',
    title: 'The village writes back',
    does: { who: 'village', step: { kind: 'message', words: saidWords.message } },
    shows: { unread: false, hers: ['message'], told: four },
  },
  {
    at: '2026-12-11T17:00',
    title: 'Fifteen working days are over',
    does: { who: 'clock' },
    shows: {
      limits: { resolution: '2026-12-11T17:00 +1' },
      next: 'work 2026-12-11T17:00 late',
      hers: ['late'],
      told: four,
      hook: 'overdue',
    },
  },
  {
    at: '2026-12-11T17:05',
    title: 'The village takes fifteen working days more, and says why; New Year’s Day is none',
    does: { who: 'village', step: { kind: 'extend', words: saidWords.extend } },
    shows: {
      limits: { resolution: '2027-01-04T17:00' },
      next: 'work 2027-01-04T17:00',
      hers: ['extended'],
      told: four,
    },
  },
  {
    at: '2026-12-11T17:06',
    title: 'Which it can do only once',
    does: { who: 'village', step: { kind: 'extend', words: saidWords.extend }, refused: 'step-refused' },
    shows: { told: [] },
  },
  {
    at: '2026-12-16T10:00',
    title: 'It is resolved; in thirty days somebody comes again',
    does: { who: 'village', step: { kind: 'resolve', words: saidWords.resolve } },
    shows: {
      state: 'resolved',
      limits: { resolution: '2027-01-04T17:00 met', 'follow-up': '2027-01-15T17:00' },
      next: 'your-rating 2027-01-15T10:00',
      hers: ['resolved'],
      told: four,
    },
  },
  {
    at: '2026-12-16T20:00',
    title: 'She is dissatisfied: it is open again, with its whole time',
    does: { who: 'she', own: 'rate', satisfied: false, words: laterWords.dissatisfied },
    shows: {
      state: 'reopened',
      unread: true,
      limits: { resolution: '2027-01-07T17:00', 'follow-up': '' },
      next: 'work 2027-01-07T17:00',
      hers: ['reopened'],
      told: four,
    },
  },
  {
    at: '2026-12-17T09:30',
    title: 'The village answers her',
    does: { who: 'village', step: { kind: 'message', words: saidWords.sorry } },
    shows: { unread: false, hers: ['message'], told: four },
  },
  {
    at: '2026-12-17T10:00',
    title: 'It is resolved again',
    does: { who: 'village', step: { kind: 'resolve', words: saidWords.resolveAgain } },
    shows: {
      state: 'resolved',
      limits: { resolution: '2027-01-07T17:00 met', 'follow-up': '2027-01-16T17:00' },
      next: 'your-rating 2027-01-16T10:00',
      hers: ['resolved'],
      told: four,
    },
  },
  {
    at: '2026-12-17T20:00',
    title: 'She is satisfied',
    does: { who: 'she', own: 'rate', satisfied: true, words: laterWords.satisfied },
    shows: { next: 'follow-up 2027-01-16T17:00', hers: ['satisfied'], told: four },
  },
  {
    at: '2027-01-16T17:00',
    title: 'Nobody came again: the worker is told',
    does: { who: 'clock' },
    shows: {
      limits: { 'follow-up': '2027-01-16T17:00 +1' },
      next: 'follow-up 2027-01-16T17:00 late',
      hers: ['late'],
      told: four,
      hook: 'overdue',
    },
  },
  {
    at: '2027-01-18T17:00',
    title: 'A working day later the level above is told; a weekend is none',
    does: { who: 'clock' },
    shows: { limits: { 'follow-up': '2027-01-16T17:00 +2' }, told: four, hook: 'overdue' },
  },
  {
    at: '2027-01-20T17:00',
    title: 'Three working days later the level above that is told',
    does: { who: 'clock' },
    shows: { limits: { 'follow-up': '2027-01-16T17:00 +3' }, told: four, hook: 'overdue' },
  },
  {
    at: '2027-01-21T10:00',
    title: 'The village comes again: all is quiet',
    does: { who: 'village', step: { kind: 'follow-up', outcome: 'stable', words: innerWords.followUp } },
    shows: {
      state: 'followed-up',
      limits: { 'follow-up': '2027-01-16T17:00 +3 met' },
      next: 'nothing',
      hers: ['followed-up'],
      told: four,
    },
  },
  {
    at: '2027-01-21T10:05',
    title: 'A red case is not closed by its worker',
    does: { who: 'village', step: { kind: 'close' }, refused: 'step-refused' },
    shows: { told: [] },
  },
  {
    at: '2027-01-21T10:10',
    title: 'She asks for approval',
    does: { who: 'village', step: { kind: 'request-closing', words: innerWords.requestClosing } },
    shows: { waiting: 'approval', told: four },
  },
  {
    at: '2027-01-21T10:15',
    title: 'A worker above her cannot give it',
    does: { who: 'county', step: { kind: 'approve-closing' }, refused: 'step-refused' },
    shows: { told: [] },
  },
  {
    at: '2027-01-21T10:20',
    title: 'The city’s supervisor approves: it is closed',
    does: { who: 'city', step: { kind: 'approve-closing', words: innerWords.approve } },
    shows: { state: 'closed', waiting: '', hers: ['closed'], told: four, hook: 'closed' },
  },
];

/** A moment that is written as in China. */
export function china(text: string): Date {
  return new Date(`${text}:00+08:00`);
}

/** The other way round. */
export function chinaText(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16);
}

/** What must be seen now, by all that was done so far. */
export interface Expected {
  readonly state: string;
  readonly owner: string;
  readonly waiting: string;
  readonly unread: boolean;
  readonly limits: Readonly<Record<string, string>>;
  readonly next: string;
  readonly timeline: readonly string[];
}

/** The same after one more act. */
export function expectedAfter(before: Expected | undefined, { shows }: Act): Expected {
  const { limits = {}, hers = [], told: _told, hook: _hook, ...facts } = shows;
  return {
    ...(before as Expected),
    ...facts,
    limits: Object.fromEntries(Object.entries({ ...before?.limits, ...limits }).filter(([, text]) => text !== '')),
    timeline: [...(before?.timeline ?? []), ...hers],
  };
}
