import type { Clock } from '../clock.js';
import type { Config } from '../config.js';
import type { Database } from '../database/database.js';
import type { FederationRepository } from '../federations/repository.js';
import type { Idempotency } from '../idempotency.js';
import type { FederationKeys } from '../keys/federation-keys.js';
import type { Keyring } from '../keys/keyring.js';
import type { Staff } from '../staff/staff.js';
import { Courier } from './courier.js';
import { webhookHandlers } from './handlers.js';
import { WebhookRepository } from './repository.js';
import { WebhookSender } from './sender.js';
import { Webhooks } from './webhooks.js';

/** What webhooks are made of. */
export interface WebhookAssembly {
  readonly database: Database;
  readonly keys: Keyring;
  readonly clock: Clock;
  readonly config: Config;
  readonly federations: FederationRepository;
  readonly federationKeys: FederationKeys;
  readonly idempotency: Idempotency;
  readonly staff: Staff;
}

/** All handlers of the tag `webhooks`, and who delivers. */
export function webhookHandlersOf(parts: WebhookAssembly) {
  const repository = new WebhookRepository(parts.database);
  const sender = new WebhookSender(parts.config.webhookAllow);
  const webhooks = new Webhooks({ ...parts, repository, sender, cursorKey: parts.keys.cursor });
  return {
    courier: new Courier({ ...parts, repository, sender }),
    handlers: webhookHandlers({ ...parts, webhooks }),
  };
}
