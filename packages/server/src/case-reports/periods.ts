/** A month, a quarter or half a year by the calendar of China (UTC+8). */
export interface Period {
  /** As it is asked for: `2026-10`, `2026-Q3`, `2026-H1`. */
  readonly name: string;
  /** The first moment, and the first moment after it. */
  readonly begin: Date;
  readonly end: Date;
  /** Its first and its last day. */
  readonly from: string;
  readonly to: string;
  /** Its months, `2026-10`. */
  readonly months: readonly string[];
}

const chinaMs = 8 * 3_600_000;

/** Reads a period that keeps to the contract. */
export function periodOf(name: string): Period {
  const year = Number(name.slice(0, 4));
  const part = name.slice(5);
  const [first, count] = part.startsWith('Q')
    ? [Number(part[1]) * 3 - 3, 3]
    : part.startsWith('H')
      ? [Number(part[1]) * 6 - 6, 6]
      : [Number(part) - 1, 1];
  const midnight = (month: number) => new Date(Date.UTC(year, month, 1) - chinaMs);
  const end = midnight(first + count);
  return {
    name,
    begin: midnight(first),
    end,
    from: dayOf(midnight(first)),
    to: dayOf(new Date(end.getTime() - 1)),
    months: Array.from({ length: count }, (_, at) => `${year}-${String(first + at + 1).padStart(2, '0')}`),
  };
}

function dayOf(instant: Date): string {
  return new Date(instant.getTime() + chinaMs).toISOString().slice(0, 10);
}
