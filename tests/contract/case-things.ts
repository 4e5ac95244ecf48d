/** What right requests to operations of cases, staff and webhooks refer to: a case, its token, and people of every role. */
import { operationDetails } from '@fulian/contract/operation-details';
import type { TestService } from '../../packages/server/src/service-fixture.js';
import { roles, type StaffOperation } from '../../packages/server/src/staff/roles.js';
import { signedIn, type TestPerson } from '../../packages/server/src/staff/staff-fixture.js';
import type { Operation } from './document.js';

/** Things of one federation, made by calls of the service itself. */
export interface CaseThings {
  readonly caseId: string;
  /** Opens the case for its requester. */
  readonly token: string;
  readonly people: ReadonlyMap<string, TestPerson>;
  readonly webhookId: string;
  readonly deliveryId: string;
}

/** Makes them around the request of a receipt, whose case is accepted; the webhook is to be told of that. */
export async function makeCaseThings(service: TestService, federation: string, receipt: string): Promise<CaseThings> {
  const people = new Map<string, TestPerson>();
  for (const role of ['intake', 'worker', 'supervisor', 'administrator', 'auditor'] as const)
    people.set(role, await signedIn(service, role, federation));
  const [number] = receipt.split('.');
  const { rows } = await service.admin.query<{ id: string }>('select id from help_requests where number = $1', [
    number,
  ]);
  const opened = await service.call('openOwnCase', { headers: { 'fulian-receipt': receipt } });
  const administrator = people.get('administrator')!.headers;
  const hook = await service.call('createWebhook', {
    path: { code: federation },
    headers: { ...administrator, 'idempotency-key': 'prepare-webhook-00000000' },
    body: { url: 'https://127.0.0.1/hook', kinds: ['case.changed'] },
  });
  const caseId = `${federation}-${rows[0]!.id}`;
  await service.call('takeCaseStep', {
    path: { caseId },
    headers: { ...people.get('worker')!.headers, 'if-match': '"1"', 'idempotency-key': 'prepare-accept-000000000' },
    body: { kind: 'accept' },
  });
  const sent = await service.call('listWebhookDeliveries', { path: { code: federation }, headers: administrator });
  return {
    caseId,
    token: opened.json<{ token: string }>().token,
    people,
    webhookId: hook.json<{ id: string }>().id,
    deliveryId: sent.json<{ items: { id: string }[] }>().items[0]!.id,
  };
}

/** What a right request to an operation holds of these things; nothing where it is about something else. */
export function caseRight({ id, security }: Operation, things: CaseThings) {
  const isStaff = security?.flat().includes('staff') && id in roles;
  const role = isStaff ? roles[id as StaffOperation].find((one) => one !== 'machine') : undefined;
  const person = role === undefined ? undefined : things.people.get(role);
  const isPlace = operationDetails[id as keyof typeof operationDetails].tag.startsWith('service-point');
  return {
    path: {
      caseId: things.caseId,
      staffId: things.people.get('intake')!.id,
      webhookId: things.webhookId,
      deliveryId: things.deliveryId,
    },
    parameters: {
      period: '2026-10',
      'Fulian-Find': 'MTM5MDAwMDEyMzQ',
      'Last-Event-ID': '0',
      'Fulian-Draft': 'test-draft-0000000000000000',
      ...(id === 'takeCaseStep' && { 'If-Match': '"2"' }),
      ...(id === 'listWebhookDeliveries' && { state: 'waiting' }),
    },
    credentials: { case: things.token, ...(person && !isPlace && { staff: person.headers.authorization }) },
  };
}

/** Streams: a right request to one has no end. */
export const endless: readonly string[] = ['watchCases', 'watchOwnCase'];

/**
 * Those whose right requests need a password, a provider, a device or a case that has come so far, or take away what the others
 * need; they are answered rightly in the service's own tests.
 */
export const elsewhere: readonly string[] = [
  ...endless,
  'signInStaff',
  'startOidcSignIn',
  'finishOidcSignIn',
  'signOutStaff',
  'changeOwnPassword',
  'startSecondFactor',
  'confirmSecondFactor',
  'changeStaffAccount',
  'takeCaseStep',
  'rateOwnCase',
  'withdrawOwnCase',
  'answerOwnConsent',
  'eraseOwnCase',
  'createWebhook',
  'deleteWebhook',
  'repeatWebhookDelivery',
];
