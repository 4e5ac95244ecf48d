import { median, noise } from './statistics.js';

/** One line of the result: what was measured of whom. `null` stands where there is no figure; `note` says why. */
export interface Row {
  readonly metric: string;
  readonly subject: string;
  readonly unit: string;
  readonly median: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** Median over the limit's median. */
  readonly ratio: number | null;
  /** Median absolute deviation over the median of the rounds. */
  readonly noise: number | null;
  /** What was promised for this row; only where something was. */
  readonly goal?: string;
  /** Whether the goal is met; false also where it cannot be judged, `note` says so. */
  readonly holds?: boolean;
  readonly note?: string;
}

/** What is measured. */
export interface Metric {
  readonly name: string;
  /** `ms`, `kB` (1,000 bytes), `1/s`, … */
  readonly unit: string;
  readonly better: 'less' | 'more';
}

/** The figures of all rounds: of each subject and metric, one value a round; and why a subject has none. */
export interface Samples {
  readonly values: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;
  readonly failures: ReadonlyMap<string, string>;
}

/** A promise about one metric of one subject. */
export interface Goal {
  readonly metric: string;
  readonly subject: string;
  readonly text: string;
  /** Gives what speaks against it: nothing where the goal is met. `of` gives a subject's median of this metric. */
  missed(own: number, of: (subject: string) => number | undefined): string | undefined;
}

/** The median is at most `factor` times that of another subject. */
export function atMost(factor: number, other: string): Pick<Goal, 'text' | 'missed'> {
  return {
    text: `≤ ${factor} × ${other}`,
    missed: (own, of) => compared(own, of(other), other, (beside) => own <= factor * beside),
  };
}

/** The median is at least `factor` times that of another subject. */
export function atLeast(factor: number, other: string): Pick<Goal, 'text' | 'missed'> {
  return {
    text: `≥ ${factor} × ${other}`,
    missed: (own, of) => compared(own, of(other), other, (beside) => own >= factor * beside),
  };
}

/** The median is better than that of each of the others. */
export function aheadOf(others: readonly string[], better: Metric['better']): Pick<Goal, 'text' | 'missed'> {
  return {
    text: 'ahead of every peer',
    missed: (own, of) => {
      const against = others.map((other) =>
        compared(own, of(other), other, (beside) => (better === 'less' ? own < beside : own > beside)),
      );
      return against.filter((one) => one !== undefined).join(', ') || undefined;
    },
  };
}

function compared(own: number, beside: number | undefined, other: string, good: (beside: number) => boolean) {
  if (beside === undefined) return `cannot be judged: no figure of ${other}`;
  return good(beside) ? undefined : `${round(own)} beside ${round(beside)} of ${other}`;
}

/**
 * Turns figures into rows, metric by metric in the order given, subjects in the order given.
 *
 * Every subject gets a row for every metric: one that failed has no figures and its reason as note, so a gap cannot be
 * overlooked. A metric that a subject deliberately does not have is left out by not being in its samples.
 */
export function rowsOf(options: {
  readonly metrics: readonly Metric[];
  readonly subjects: readonly string[];
  /** The subject that ratios are taken against. */
  readonly limit: string;
  readonly goals: readonly Goal[];
  readonly samples: Samples;
}): Row[] {
  const { metrics, subjects, limit, goals, samples } = options;
  const rows: Row[] = [];
  for (const metric of metrics) {
    const middle = (subject: string) => {
      const values = samples.failures.has(subject) ? undefined : samples.values.get(subject)?.get(metric.name);
      return values?.length ? median(values) : undefined;
    };
    for (const subject of subjects) {
      const values = samples.values.get(subject)?.get(metric.name) ?? [];
      const failure = samples.failures.get(subject);
      const own = middle(subject);
      if (own === undefined && failure === undefined) continue;
      const promised = goals.filter((goal) => goal.metric === metric.name && goal.subject === subject);
      rows.push({
        ...(own === undefined ? noFigures : figuresOf(values, own, middle(limit))),
        metric: metric.name,
        subject,
        unit: metric.unit,
        ...verdictOf(promised, own, middle, failure),
      });
    }
  }
  return rows;
}

const noFigures = { median: null, min: null, max: null, ratio: null, noise: null } as const;

function figuresOf(values: readonly number[], own: number, limit: number | undefined) {
  return {
    median: round(own),
    min: round(Math.min(...values)),
    max: round(Math.max(...values)),
    ratio: limit === undefined || limit === 0 ? null : round(own / limit),
    noise: round(noise(values)),
  };
}

function verdictOf(
  promised: readonly Goal[],
  own: number | undefined,
  of: (subject: string) => number | undefined,
  failure: string | undefined,
): Pick<Row, 'goal' | 'holds' | 'note'> {
  const missed =
    own === undefined ? [] : promised.map((goal) => goal.missed(own, of)).filter((one) => one !== undefined);
  const notes = failure === undefined ? missed : [failure];
  return {
    ...(promised.length > 0 && {
      goal: promised.map((goal) => goal.text).join('; '),
      holds: own !== undefined && missed.length === 0,
    }),
    ...(notes.length > 0 && { note: notes.join('; ') }),
  };
}

/** Four significant digits, but never fewer than the whole number. */
function round(value: number): number {
  return Math.abs(value) >= 1_000 ? Math.round(value) : Number(value.toPrecision(4));
}
