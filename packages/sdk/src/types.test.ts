import { describe, expectTypeOf, test } from 'vitest';
import type { components } from '@fulian/contract/types';
import { createClient } from './index.js';
import type { Answer, Client, FetchLike, Input, ListOperation, OperationId, SignalLike } from './index.js';
import type { StreamEvent } from './operation-types.js';
import type { RequesterClient } from './requester.js';
import type { StaffClient } from './staff.js';

type Schemas = components['schemas'];
const path = { code: '990101000000' };
const draft = 'x'.repeat(22);

/** Never runs: `tsc` alone reads what is in here. */
function typesOnly(
  client: Client,
  staff: StaffClient,
  submission: Schemas['HelpRequestSubmission'],
  draftPoint: Schemas['ServicePointDraft'],
  requester: RequesterClient,
): void {
  // @ts-expect-error the path is missing
  void client.getFederation();
  // @ts-expect-error the code is a text
  void client.getFederation({ path: { code: 990101000000 } });
  // @ts-expect-error no such path parameter
  void client.getFederation({ path: { code: '990101000000', id: 'x' } });
  // @ts-expect-error this operation takes no body
  void client.getFederation({ path, body: {} });
  // @ts-expect-error the query is required
  void client.searchFederations({});
  // @ts-expect-error not a level
  void client.searchFederations({ query: { q: '县', level: 'moon' } });
  // @ts-expect-error the body is missing
  void client.submitHelpRequest({ path });
  // @ts-expect-error the contract does not know this field
  void client.submitHelpRequest({ path, body: { ...submission, mood: 'fine' } });
  // @ts-expect-error the draft key is required
  void client.startAttachment({ path, body: { name: 'a', size: 1 } });
  // @ts-expect-error the offset is required
  void client.appendAttachment({ path: { ...path, attachmentId: 'x' }, body: new ArrayBuffer(1), draft });
  // @ts-expect-error the receipt is required
  void client.readOwnHelpRequest({});
  // @ts-expect-error a receipt has a secret
  void client.readOwnHelpRequest({ receipt: { number: '1' } });
  // @ts-expect-error a GET takes no idempotency key
  void client.getHealth({ idempotencyKey: 'x' });
  // @ts-expect-error no such operation
  void client.deleteEverything();
  // @ts-expect-error an operation for staff needs a staff client
  void client.retireServicePoint({});
  // @ts-expect-error a change says what it changes
  void staff.changeServicePoint({ path: { ...path, pointId: 'x' }, body: draftPoint });
  // @ts-expect-error a step says which revision it was decided on
  void staff.takeCaseStep({ path: { caseId: 'x' }, body: { kind: 'accept' } });
  // @ts-expect-error no such step
  void staff.takeCaseStep({ path: { caseId: 'x' }, headers: { 'If-Match': '"1"' }, body: { kind: 'forget' } });
  // @ts-expect-error the public client does not open cases
  void client.openOwnCase({ receipt: { number: '1', secret: '2' } });
  // @ts-expect-error a case is opened with a receipt
  void requester.openOwnCase();
  // @ts-expect-error a stream is iterated over and not awaited for an answer
  void requester.watchOwnCase().then(() => undefined);
  // @ts-expect-error a requester's client has no operations of staff
  void requester.getCase({ path: { caseId: 'x' } });
  void requester.sendOwnMessage({ body: { words: 'x' } });
  void requester.sendOwnMessage({ body: { words: 'x' }, headers: { 'Fulian-Draft': draft } });
  // @ts-expect-error this operation does not list
  void client.pages('getFederation', { path });
  // @ts-expect-error the base URL is required
  createClient({});
  void client.getHealth();
  void client.submitHelpRequest({ path, body: submission });
  void client.submitHelpRequest({ path, body: submission, draft, idempotencyKey: 'x' }, { timeout: 5 });
  void client.getHealth({}, { signal: new AbortController().signal });
}

describe('types', () => {
  test('answers are the contract’s shapes', () => {
    expectTypeOf<Answer<'getFederation'>>().toEqualTypeOf<Schemas['Federation']>();
    expectTypeOf<Answer<'submitHelpRequest'>>().toEqualTypeOf<Schemas['HelpRequestReceipt']>();
    expectTypeOf<Answer<'downloadOwnAttachment'>>().toEqualTypeOf<ArrayBuffer>();
    expectTypeOf<Answer<'removeAttachment'>>().toEqualTypeOf<undefined>();
    expectTypeOf<ListOperation>().toEqualTypeOf<'searchFederations' | 'listChildFederations' | 'searchServicePoints'>();
    expectTypeOf<ListOperation<OperationId>>().toEqualTypeOf<
      | ListOperation
      | 'listServicePointFeedback'
      | 'listCases'
      | 'listCaseWorkers'
      | 'listCaseEvents'
      | 'listStaffAccounts'
      | 'listAuditEntries'
      | 'listWebhookDeliveries'
      | 'listCouncils'
      | 'listTopics'
      | 'listOwnTopics'
      | 'listComments'
      | 'listMeetings'
      | 'listResolutions'
      | 'listOwnResolutions'
      | 'listBallots'
      | 'listAllTopics'
      | 'listAllResolutions'
      | 'listAllComments'
      | 'listAllBallots'
    >();
    expectTypeOf<RequesterClient['watchOwnCase']>().returns.toEqualTypeOf<AsyncIterableIterator<StreamEvent>>();
    expectTypeOf<Answer<'exportCaseReport'>>().toEqualTypeOf<ArrayBuffer>();
    expectTypeOf<Client['getHelpForm']>().returns.resolves.toEqualTypeOf<Schemas['HelpForm']>();
  });

  test('inputs ask for what an operation takes', () => {
    expectTypeOf<Input<'getHealth'>>().toEqualTypeOf<{ readonly [name: string]: never }>();
    expectTypeOf<Input<'appendAttachment'>['headers']>().toEqualTypeOf<{ 'Upload-Offset': number }>();
    expectTypeOf<Input<'submitHelpRequest'>['draft']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Input<'startAttachment'>['draft']>().toEqualTypeOf<string>();
    expectTypeOf<Input<'sendOwnMessage'>['headers']>().toEqualTypeOf<{ 'Fulian-Draft'?: string } | undefined>();
    expectTypeOf<Input<'listCases'>['headers']>().toEqualTypeOf<{ 'Fulian-Find'?: string } | undefined>();
    expectTypeOf(typesOnly).toBeFunction();
  });

  test('the platform’s fetch and signals fit', () => {
    expectTypeOf(fetch).toExtend<FetchLike>();
    expectTypeOf<AbortSignal>().toExtend<SignalLike>();
  });
});
