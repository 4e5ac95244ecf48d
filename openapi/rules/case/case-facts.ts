import type { components } from '../../generated/types.js';

type Schemas = components['schemas'];

/** Where a case stands. */
export type CaseState = Schemas['CaseState'];
/** What staff can do. */
export type CaseStepKind = Schemas['CaseStepKind'];
/** One step of staff as it is sent. */
export type CaseStep = Schemas['CaseStep'];
/** What can happen. */
export type CaseEventKind = Schemas['CaseEventKind'];
/** How a federation handles cases. */
export type CaseRules = Schemas['CaseRules'];
/** What has to be done in time. */
export type LimitKind = Schemas['LimitKind'];
/** 0 in time; 1 the worker, 2 the level above, 3 the level above that. */
export type OverdueLevel = Schemas['OverdueLevel'];
/** A role of staff. */
export type StaffRole = Schemas['StaffRole'];

/** One time limit of a case. All times are RFC 3339 in UTC. */
export interface CaseLimitFacts {
  readonly kind: LimitKind;
  readonly due: string;
  /** When it is told to the level above, and to the level above that (L5). */
  readonly due2: string;
  readonly due3: string;
  /** When it was done; absent while it is open. */
  readonly metAt?: string;
  /** The overdue level that was told last; absent: none. */
  readonly told?: OverdueLevel;
}

/** An offer of the case that nobody has answered. */
export interface CaseOffer {
  /** Sequence of the event that offered it. */
  readonly id: number;
  readonly federation?: string;
  readonly partner?: string;
  /** Whether the receiver learns who she is before accepting. */
  readonly named: boolean;
}

/** A follow-up that is due or done; `due` is a day in China. */
export type FollowUpFacts = Schemas['FollowUp'];

/**
 * All that the rules know of a case: codes and times, nothing that anybody wrote. The service keeps it in the row of the case,
 * the model of the property test beside it. Times are RFC 3339 in UTC.
 */
export interface CaseFacts {
  /** Counts every change that somebody else must know of; what `If-Match` asks for. */
  readonly revision: number;
  /** Sequence of the last event. */
  readonly lastSeq: number;
  readonly state: CaseState;
  readonly grade: Schemas['Grade'];
  readonly category: string;
  /** The federation that it came to first; never changes. */
  readonly home: string;
  /** The federation that handles it; always there (C4). */
  readonly owner: string;
  /** Who works on it. */
  readonly assignee?: { readonly id: string; readonly name: string };
  readonly excludedUnits: readonly string[];
  /** Federations that work on it together with its owner. */
  readonly joint: readonly string[];
  readonly offer?: CaseOffer;
  /** She was asked something and has not answered. */
  readonly asked: boolean;
  /** She was asked whether named data may go to a partner agency, and has not answered. */
  readonly consentAsked: boolean;
  /** What she said to that last. */
  readonly transferConsent?: boolean;
  /** Who asked for closing a red case; absent where nobody waits for approval. */
  readonly closingAskedBy?: string;
  readonly limits: readonly CaseLimitFacts[];
  readonly extended: boolean;
  readonly keyFamily: boolean;
  readonly followUps: readonly FollowUpFacts[];
  readonly satisfied?: boolean;
  /** She wrote something that nobody has answered or marked as read. */
  readonly unread: boolean;
  /** Possible repeats that somebody looked at and found to be none, by case id. */
  readonly dismissed: readonly string[];
  readonly submittedAt: string;
  readonly resolvedAt?: string;
  readonly endedAt?: string;
}

/** Who of staff acts: her role and the federation that she works for. */
export interface CaseStaff {
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly unit: string;
}

/** Codes and times of an event; never a word that somebody wrote. What of it is there depends on the kind. */
export interface CaseEventFacts {
  /** The grade before and after. */
  readonly fromGrade?: Schemas['Grade'];
  readonly grade?: Schemas['Grade'];
  /** A federation that this is about: offered to, accepted by, invited. */
  readonly unit?: string;
  /** A partner agency by its code. */
  readonly partner?: string;
  /** Who it was assigned to. */
  readonly worker?: { readonly id: string; readonly name: string };
  readonly measure?: Schemas['MeasureKind'];
  readonly on?: string;
  readonly reached?: boolean;
  readonly outcome?: Schemas['FollowUpOutcome'];
  readonly limit?: LimitKind;
  readonly level?: OverdueLevel;
  /** Until when, where the event moved a limit. */
  readonly due?: string;
  /** The event that offered what this answers. */
  readonly transfer?: number;
  readonly named?: boolean;
  /** Her consent; absent in a `consent` event that asks for it. */
  readonly given?: boolean;
  /** The case was reopened by this. */
  readonly reopened?: true;
  readonly repeat?: string;
  readonly channel?: Schemas['CaseChannel'];
  /** The state after the event, where it changed. */
  readonly state?: CaseState;
  /** Ids of files that came with it, and the federation that they were uploaded to. */
  readonly attachments?: readonly string[];
  readonly uploadedTo?: string;
}

/** An event that a step makes. */
export interface NewCaseEvent {
  readonly seq: number;
  readonly kind: CaseEventKind;
  /** Never shown to the requester. */
  readonly internal: boolean;
  readonly facts: CaseEventFacts;
  /** Sealed by the service before it is stored. */
  readonly words?: string;
}

/** What becomes of a case by a step. */
export interface CaseChange {
  readonly facts: CaseFacts;
  /** At least one; their `seq` follow `lastSeq` of the case before. */
  readonly events: readonly NewCaseEvent[];
  /** Set where the step replaces them; the service seals them. */
  readonly helpers?: readonly Schemas['Helper'][];
  readonly plan?: Schemas['HouseholdPlan'];
}
