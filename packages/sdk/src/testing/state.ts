import type { Schemas } from '../operation-types.js';
import { CaseList } from './cases/case-list.js';
import type { NameOf, TestCase } from './cases/test-case.js';
import { sampleStaff, type TestStaff } from './cases/test-staff.js';
import { Councils } from './councils/councils.js';
import { EventStreams, type TestStream } from './event-streams.js';
import { sampleServicePoints, type TestServicePoint } from './sample-service-points.js';
import { standardForm } from './world.js';

/** A request that the test server has stored. */
export interface StoredHelpRequest {
  readonly federation: string;
  /** As it was sent, with its receipt secret. */
  readonly submission: Schemas['HelpRequestSubmission'];
  readonly receipt: Schemas['HelpRequestReceipt'];
  /** May be changed, to show a request in another state. */
  state: Schemas['CaseState'];
}

/** A file that the test server holds. */
export interface StoredAttachment {
  readonly id: string;
  readonly federation: string;
  readonly draft: string;
  readonly name: string;
  readonly size: number;
  /** What has arrived. */
  readonly bytes: Uint8Array;
  offset: number;
  status: 'uploading' | 'stored';
  mediaType?: string;
  /** Number of the request that it belongs to, once submitted. */
  request?: string;
}

/** An answer that the test server keeps under an idempotency key. */
export interface KeptAnswer {
  readonly body: string;
  /** Absent while the first request with this key still runs. */
  answer?: WireAnswer;
}

/** What goes back over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text, bytes, a stream, or nothing. */
  readonly body: string | Uint8Array | TestStream | undefined;
}

/** A request that has passed the contract's checks. */
export interface CheckedRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly draft: string | undefined;
  readonly receipt: string | undefined;
  /** Opens one case. */
  readonly caseToken: string | undefined;
  /** Of a member of a council. */
  readonly memberToken: string | undefined;
  /** Of somebody who works for a federation. */
  readonly token: string | undefined;
}

/** Everything that the test server remembers. Tests read it, and may change it. */
export interface TestServerState {
  /** The form of every federation. Replace it to switch categories off or to outdate consents. */
  form: Schemas['HelpForm'];
  readonly helpRequests: StoredHelpRequest[];
  readonly attachments: Map<string, StoredAttachment>;
  /** Every service point. Replace it for another world; a table that was loaded is outdated then. */
  servicePoints: readonly TestServicePoint[];
  /** What visitors said of places, in its order. */
  readonly feedback: (Schemas['ServicePointFeedback'] & { readonly pointId: string })[];
  /** Sample cases, and those that came since. */
  readonly cases: CaseList;
  /** Who works here. */
  readonly staff: TestStaff[];
  /** By token. Clear it to end all sessions. */
  readonly sessions: Map<string, { readonly staff: TestStaff; readonly expires: number }>;
  /** Opened cases by token. */
  readonly ownTokens: Map<string, { readonly case: TestCase; readonly expires: number }>;
  /** Sample councils, and those that came since. */
  readonly councils: Councils;
  /** The oldest first; its hashes prove nothing here. */
  readonly audit: Schemas['AuditEntry'][];
  /** Who listens. */
  readonly streams: EventStreams;
  /** By operation and key. */
  readonly keys: Map<string, KeptAnswer>;
}

/** Nothing stored but the samples, and the form of the contract's examples. */
export function emptyState(now: () => number, nameOf: NameOf): TestServerState {
  return {
    form: standardForm(),
    helpRequests: [],
    attachments: new Map(),
    servicePoints: sampleServicePoints(),
    feedback: [],
    cases: new CaseList(now, nameOf),
    staff: sampleStaff(),
    sessions: new Map(),
    ownTokens: new Map(),
    councils: new Councils(now),
    audit: [],
    streams: new EventStreams(),
    keys: new Map(),
  };
}
