import type { components } from '@fulian/contract/types';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.js';
import { ProblemError } from '../problem.js';
import { isDay } from './china-day.js';
import type { CouncilPlace } from './council-place.js';

type Schemas = components['schemas'];
type Draft = Schemas['ResolutionDraft'];
type Finding = Schemas['Finding'];

/** What the ballot says that a resolution comes from; empty where it comes from none. */
export interface DecidedBy {
  /** When it was closed. */
  readonly at?: Date;
  /** The topic of its motion. */
  readonly topic?: string;
}

/** Throws `resolution-refused` where a draft does not fit: its days, its topic, or a ballot that decided nothing. */
export async function assertDraftFits(db: Kysely<Tables>, place: CouncilPlace, draft: Draft): Promise<DecidedBy> {
  const { topic, ballot } = draft;
  const findings = dayFaults(draft);
  if (topic !== undefined && !(await hasTopic(db, place, topic)))
    findings.push({ where: 'body/topic', code: 'unknown' });
  const decided = ballot === undefined ? {} : await decidedBy(db, place, ballot);
  if (typeof decided === 'string') findings.push({ where: 'body/ballot', code: decided });
  if (findings.length > 0 || typeof decided === 'string') throw new ProblemError('resolution-refused', { findings });
  return decided;
}

function dayFaults({ due, notice }: Draft): Finding[] {
  const findings: Finding[] = [];
  const days = { due, 'notice/from': notice?.from, 'notice/until': notice?.until };
  for (const [name, day] of Object.entries(days))
    if (day !== undefined && !isDay(day)) findings.push({ where: `body/${name}`, code: 'bad-format' });
  if (findings.length === 0 && notice && notice.until < notice.from)
    findings.push({ where: 'body/notice/until', code: 'too-small' });
  return findings;
}

async function hasTopic(db: Kysely<Tables>, { federation, council }: CouncilPlace, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('council_topics')
    .select('id')
    .where('federation', '=', federation)
    .where('council', '=', council)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** The ballot's facts, or why nothing can come from it. */
async function decidedBy(
  db: Kysely<Tables>,
  place: CouncilPlace,
  id: string,
): Promise<DecidedBy | 'unknown' | 'undecided'> {
  const { federation, council } = place;
  const row = await db
    .selectFrom('ballots')
    .select(['state', 'closed_at', 'motion', 'result'])
    .where('federation', '=', federation)
    .where('council', '=', council)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return 'unknown';
  if (row.state !== 'closed' || row.closed_at === null || row.result === null) return 'undecided';
  const { outcome } = JSON.parse(row.result) as Schemas['BallotResult'];
  if (outcome !== 'passed' && outcome !== 'elected') return 'undecided';
  const { topic } = JSON.parse(row.motion) as Schemas['Motion'];
  const isThere = topic !== undefined && (await hasTopic(db, place, topic));
  return { at: row.closed_at, ...(isThere && { topic }) };
}
