declare const setTimeout: (run: () => void, milliseconds: number) => number;
declare const clearTimeout: (timer: number) => void;

const minute = 60_000;
/** Milliseconds: no token of a requester lives longer; what says otherwise is a clock that goes wrong. */
const longestToken = 31 * minute;

/** Who is told. */
export interface DeadlinesHost {
  soon(change: { readonly idleSoon?: boolean; readonly expiresSoon?: boolean }): void;
  idle(): void;
  expired(): void;
}

/** The two ends of an opened case: no sign of her for some minutes, and the end of its token. */
export class Deadlines {
  private timer: number | undefined;
  private lastSign = 0;
  private idleAfter = Infinity;
  private expiresAt = Infinity;
  private told = { idleSoon: false, expiresSoon: false };

  constructor(
    private readonly clock: () => number,
    private readonly host: DeadlinesHost,
  ) {}

  /** `expiresAt` in UTC, by the service's clock; `undefined` where no token is there. */
  begin(idleMinutes: number, expiresAt: string | undefined): void {
    const now = this.clock();
    this.lastSign = now;
    this.idleAfter = idleMinutes * minute;
    const left = expiresAt === undefined ? Infinity : +new Date(expiresAt) - now;
    // A phone whose clock goes wrong must not close a case that has just been opened.
    this.expiresAt = expiresAt === undefined ? Infinity : now + (left > 0 && left < longestToken ? left : longestToken);
    this.told = { idleSoon: false, expiresSoon: false };
    this.look();
  }

  touch(): void {
    if (this.timer === undefined) return;
    this.lastSign = this.clock();
    if (this.told.idleSoon) this.look();
  }

  stop(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = undefined;
  }

  private look(): void {
    this.stop();
    const now = this.clock();
    const idleAt = this.lastSign + this.idleAfter;
    // A phone that slept wakes up late: the clock counts, not the timer.
    if (now >= idleAt) return this.host.idle();
    if (now >= this.expiresAt) return this.host.expired();
    const next = { idleSoon: idleAt - now <= minute, expiresSoon: this.expiresAt - now <= 5 * minute };
    const ends = [idleAt - minute, idleAt, this.expiresAt - 5 * minute, this.expiresAt];
    const first = Math.min(...ends.filter((end) => end > now && end < Infinity));
    this.timer = setTimeout(() => this.look(), first - now);
    const { idleSoon, expiresSoon } = this.told;
    this.told = next;
    if (next.idleSoon !== idleSoon || next.expiresSoon !== expiresSoon) this.host.soon(next);
  }
}
