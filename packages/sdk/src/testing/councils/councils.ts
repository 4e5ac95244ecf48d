import { sampleCouncils } from './sample-councils.js';
import type { TestCouncil, TestMember } from './test-council.js';

/** Somebody who takes part, by the token of her session. */
export interface TestMemberSession {
  readonly council: TestCouncil;
  readonly member: TestMember;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** All councils of a test server: the samples, made when they are first asked for, and those that came since. */
export class Councils {
  /** By token. Clear it to end all sessions. */
  readonly sessions = new Map<string, TestMemberSession>();
  /** Vouchers that have counted. */
  readonly vouchers = new Set<string>();
  private made: TestCouncil[] | undefined;

  constructor(private readonly now: () => number) {}

  /** In the order in which they were made. May be changed. */
  get all(): TestCouncil[] {
    this.made ??= sampleCouncils(this.now);
    return this.made;
  }

  find(id: string | undefined): TestCouncil | undefined {
    return this.all.find((one) => one.id === id);
  }
}
