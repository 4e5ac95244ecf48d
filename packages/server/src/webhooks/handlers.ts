import type { FederationRepository } from '../federations/repository.js';
import { ProblemError } from '../problem.js';
import type { HandlersOf } from '../routes.js';
import type { StaffOperation } from '../staff/roles.js';
import type { Staff } from '../staff/staff.js';
import type { Webhooks } from './webhooks.js';

/** What the handlers of the tag `webhooks` need. */
export interface WebhookHandlerParts {
  readonly webhooks: Webhooks;
  readonly staff: Staff;
  readonly federations: FederationRepository;
}

type WebhookIds =
  | 'listWebhooks'
  | 'createWebhook'
  | 'deleteWebhook'
  | 'listWebhookDeliveries'
  | 'repeatWebhookDelivery';

const noStore = { 'Cache-Control': 'no-store' };

/** Answers the tag `webhooks`. */
export function webhookHandlers({ webhooks, staff, federations }: WebhookHandlerParts): HandlersOf<WebhookIds> {
  const openFor = async (token: string, operation: StaffOperation, code: string) => {
    const member = await staff.openFor(token, operation, code, 'federation-unknown');
    if (!(await federations.existing([code])).has(code)) throw new ProblemError('federation-unknown');
    return member;
  };
  const answer = ({ text, replayed }: { text: string; replayed: boolean }) => ({
    text,
    headers: { ...noStore, ...(replayed && { 'Idempotent-Replayed': 'true' }) },
  });
  return {
    async listWebhooks({ path: { code }, staff: token }) {
      return { body: await webhooks.list(await openFor(token, 'listWebhooks', code), code), headers: noStore };
    },

    async createWebhook({ path: { code }, header, body, staff: token }) {
      const member = await openFor(token, 'createWebhook', code);
      return answer(await webhooks.create(member, code, header['idempotency-key']!, body));
    },

    async deleteWebhook({ path: { code, webhookId }, staff: token }) {
      const member = await staff.openFor(token, 'deleteWebhook', code, 'webhook-unknown');
      await webhooks.remove(member, code, webhookId);
      return {};
    },

    async listWebhookDeliveries({ path: { code }, query, staff: token }) {
      const member = await openFor(token, 'listWebhookDeliveries', code);
      return { body: await webhooks.deliveries(member, code, query), headers: noStore };
    },

    async repeatWebhookDelivery({ path: { code, deliveryId }, header, staff: token }) {
      const member = await staff.openFor(token, 'repeatWebhookDelivery', code, 'webhook-unknown');
      return answer(await webhooks.repeat(member, code, deliveryId, header['idempotency-key']!));
    },
  };
}
