import type { Samples } from './rows.js';
import { shuffled } from './statistics.js';

/** One round's figures of one subject, by metric. */
export type Figures = Readonly<Record<string, number>>;

/** What takes part: ours, a peer or the limit. */
export interface Subject {
  readonly name: string;
  /** Gets it ready once, before all rounds; the figures of a subject whose `prepare` rejects are never taken. */
  prepare?(): Promise<void>;
  measure(): Promise<Figures>;
}

export interface RoundsOptions {
  readonly subjects: readonly Subject[];
  /** Rounds that count; each measures every subject once, in an order of its own. */
  readonly rounds: number;
  /** Rounds before them whose figures are thrown away. */
  readonly warmUps: number;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Called before each measurement, with what comes. */
  readonly tell: (what: string) => void;
  /** Called between measurements: the place for a calibration. */
  readonly between?: () => void;
}

/**
 * Measures subjects side by side: in every round each of them once, in a shuffled order, so that neither a drift of the
 * machine nor a place in the order favours one.
 *
 * A subject that fails once is out: the reason is kept, its figures are dropped, and the others go on.
 */
export async function runRounds(options: RoundsOptions): Promise<Samples> {
  const { subjects, rounds, warmUps, random, tell, between } = options;
  const values = new Map<string, Map<string, number[]>>();
  const failures = new Map<string, string>();
  const attempt = async (subject: Subject, what: string, action: () => Promise<void>) => {
    tell(`${what}: ${subject.name}`);
    try {
      await action();
    } catch (error) {
      values.delete(subject.name);
      failures.set(subject.name, `${what}: ${messageOf(error)}`);
      tell(`${subject.name} is out (${what}: ${messageOf(error)})`);
    }
  };

  for (const subject of subjects) await attempt(subject, 'getting ready', async () => subject.prepare?.());
  for (let round = 1 - warmUps; round <= rounds; round++) {
    const what = round < 1 ? `warm-up ${round + warmUps} of ${warmUps}` : `round ${round} of ${rounds}`;
    for (const subject of shuffled(subjects, random)) {
      if (failures.has(subject.name)) continue;
      between?.();
      await attempt(subject, what, async () => {
        const figures = await subject.measure();
        if (round >= 1) add(values, subject.name, figures);
      });
    }
  }
  return { values, failures };
}

function add(values: Map<string, Map<string, number[]>>, subject: string, figures: Figures): void {
  const own = values.get(subject) ?? new Map<string, number[]>();
  values.set(subject, own);
  for (const [metric, figure] of Object.entries(figures)) {
    if (!Number.isFinite(figure)) throw new Error(`${metric} is ${figure}`);
    own.set(metric, [...(own.get(metric) ?? []), figure]);
  }
}

/** What was thrown, in one line: a table has room for no more. A first line that only announces takes the next one along. */
export function messageOf(error: unknown): string {
  const [first = '', second = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return (first.endsWith(':') ? `${first} ${second.trim()}` : first).slice(0, 300);
}
