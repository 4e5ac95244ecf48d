import type { Downloads } from '../attachments/downloads.js';
import type { CaseEngine } from '../cases/assembly.js';
import type { CaseRulebook } from '../cases/case-rules.js';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import type { FederationRepository } from '../federations/repository.js';
import type { Forms } from '../help-requests/forms.js';
import type { FederationKeys } from '../keys/federation-keys.js';
import type { Keyring } from '../keys/keyring.js';
import { CaseFeed } from '../live/case-feed.js';
import { liveHandlers } from '../live/handlers.js';
import { LiveHub } from '../live/hub.js';
import type { Receipts } from '../security/receipts.js';
import type { Staff } from '../staff/staff.js';
import { CaseTokens } from './case-tokens.js';
import { ownCaseHandlers } from './handlers.js';
import { OwnCases } from './own-case.js';

/** What her own case and the streams are made of. */
export interface OwnCaseAssembly {
  readonly database: Database;
  readonly keys: Keyring;
  readonly clock: Clock;
  readonly federations: FederationRepository;
  readonly federationKeys: FederationKeys;
  readonly forms: Forms;
  readonly rulebook: CaseRulebook;
  readonly receipts: Receipts;
  readonly staff: Staff;
  readonly downloads: Downloads;
  /** Hears of what fails beside requests. */
  readonly failed: (error: unknown) => void;
}

/** All handlers of the tag `own-case`, the stream of the tag `cases`, and the hub that ends with the service. */
export function ownCaseHandlersOf(parts: OwnCaseAssembly, { cases, caseFiles, names, steps }: CaseEngine) {
  const { database, keys, clock, federations, receipts, staff, downloads } = parts;
  const tokens = new CaseTokens(keys.ownCase, clock);
  const own = new OwnCases({ ...parts, cases, files: caseFiles, names });
  const feed = new CaseFeed(database);
  const hub = new LiveHub(database, feed, clock, parts.failed);
  return {
    hub,
    handlers: {
      ...ownCaseHandlers({ receipts, tokens, own, steps, downloads }),
      ...liveHandlers({ hub, feed, staff, federations, tokens, own, clock }),
    },
  };
}
