/** Things that staff of a federation can point at: a case with a file, accounts, places, webhooks, a council. */
import { newToken, submissionOf, type TestService } from '../../packages/server/src/service-fixture.js';
import { signedIn, type TestPerson } from '../../packages/server/src/staff/staff-fixture.js';
import { pdfOf } from '../../packages/server/src/testing/sample-files.js';
import type { Operation } from '../contract/document.js';
import { makeCouncilThings, neverCouncilPaths } from '../contract/council-things.js';
import { makeMapThings } from '../contract/map-things.js';

/** What an operation of staff is pointed at, by the name of the path's parameter. */
export interface StaffThings {
  readonly paths: Readonly<Record<string, string>>;
  /** The same of things that never were. */
  readonly never: StaffThings;
  /** Texts that nobody else may see: names, numbers and words of the federation's cases, accounts and councils. */
  readonly secrets: readonly string[];
}

const neverPaths: Readonly<Record<string, string>> = {
  code: '123456789012',
  caseId: '990101000000-00000000-0000-4000-8000-000000000000',
  attachmentId: 'A'.repeat(22),
  pointId: 'B'.repeat(22),
  feedbackId: 'C'.repeat(22),
  staffId: 'D'.repeat(22),
  webhookId: 'E'.repeat(22),
  deliveryId: `msg_${'F'.repeat(22)}`,
  photoId: 'G'.repeat(22),
  ...neverCouncilPaths,
};

/** Makes a case with a file, an account, a place with feedback, a webhook with a delivery and a council. */
export async function makeStaffThings(service: TestService, federation: string): Promise<StaffThings> {
  const path = { code: federation };
  const map = await makeMapThings(service, federation, 2);
  const council = await makeCouncilThings(service, federation);
  const account = await signedIn(service, 'worker', federation, '被保护的干部');
  const administrator = await signedIn(service, 'administrator', federation, '被保护的管理员');
  const draft = newToken();
  const file = pdfOf('% 材料\n');
  const started = await service.call('startAttachment', {
    path,
    headers: { 'fulian-draft': draft, 'idempotency-key': newToken() },
    body: { name: '材料.pdf', size: file.length },
  });
  const attachmentId = started.json<{ id: string }>().id;
  await service.call('appendAttachment', {
    path: { ...path, attachmentId },
    headers: { 'fulian-draft': draft, 'upload-offset': '0' },
    body: file,
  });
  const hook = await makeWebhook(service, federation, administrator);
  const stored = await service.call('submitHelpRequest', {
    path,
    headers: { 'fulian-draft': draft, 'idempotency-key': newToken() },
    body: submissionOf('anonymous', {
      attachments: [attachmentId],
      narrative: '这一句谁也不能看到。',
      identity: { kind: 'named', name: '不能说的名字' },
    }),
  });
  const { number } = stored.json<{ number: string }>();
  const { rows } = await service.admin.query<{ id: string }>('select id from help_requests where number = $1', [
    number,
  ]);
  const deliveries = await service.call('listWebhookDeliveries', { path, headers: administrator.headers });
  const delivery =
    deliveries.statusCode === 200 ? deliveries.json<{ items: { id: string }[] }>().items[0]?.id : undefined;
  const paths = {
    code: federation,
    caseId: `${federation}-${rows[0]!.id}`,
    attachmentId,
    pointId: map.point,
    feedbackId: map.feedback,
    photoId: map.photo,
    staffId: account.id,
    webhookId: hook,
    deliveryId: delivery ?? neverPaths.deliveryId!,
    ...council.paths,
  };
  const never: StaffThings = {
    paths: neverPaths,
    secrets: [],
    get never() {
      return never;
    },
  };
  return {
    paths,
    never,
    secrets: [
      number,
      rows[0]!.id,
      '这一句谁也不能看到',
      '不能说的名字',
      '被保护的干部',
      account.account,
      ...council.secrets,
    ],
  };
}

async function makeWebhook(service: TestService, federation: string, administrator: TestPerson): Promise<string> {
  const made = await service.call('createWebhook', {
    path: { code: federation },
    headers: { ...administrator.headers, 'idempotency-key': newToken() },
    body: { url: 'https://127.0.0.1/hook', kinds: ['case.submitted'] },
  });
  return made.statusCode === 201 ? made.json<{ id: string }>().id : neverPaths.webhookId!;
}

/** The path of an operation with these things in it. Throws where nobody said what a parameter is. */
export function pathOf(operation: Operation, things: StaffThings): Record<string, string> {
  const path: Record<string, string> = {};
  for (const [, name] of operation.path.matchAll(/\{(\w+)\}/g)) {
    const value = things.paths[name!];
    if (value === undefined) throw new Error(`${operation.id}: nobody said what ${name} is`);
    path[name!] = value;
  }
  return path;
}

/** The query that an operation cannot do without. */
export function stepWith(operation: Operation): Record<string, string> {
  const query: Record<string, string> = {};
  for (const one of operation.parameters) {
    if (one.in !== 'query' || !one.required) continue;
    query[one.name] = one.name === 'period' ? '2026-10' : (one.schema.enum?.[0] ?? 'csv');
  }
  return query;
}
