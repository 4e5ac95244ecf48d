/** Things of one requester at one federation, made by calls of the service, and requests that point at such things. */
import { randomInt } from 'node:crypto';
import { newToken, submissionOf, type TestService } from '../../packages/server/src/service-fixture.js';
import { pdfOf } from '../../packages/server/src/testing/sample-files.js';
import { staffTokenMac } from '../../packages/server/src/staff/staff.js';
import { makeMapThings, mapRight, type MapThings } from '../contract/map-things.js';
import { rightRequest } from '../contract/bad-requests.js';
import { makeCouncilThings, type CouncilThings } from '../contract/council-things.js';
import { resolve, type Operation } from '../contract/document.js';

/** What one requester holds, and what the database calls it. */
export interface Owned {
  federation: string;
  /** The key of a draft with two files. */
  draft: string;
  /** A file of the draft that has begun to arrive. */
  uploading: string;
  /** A file of the draft that is stored. */
  loose: string;
  /** A file of the request that was submitted. */
  attached: string | undefined;
  number: string;
  secret: string;
  /** What opens the request as a case. */
  caseToken: string;
  /** Of the listing of the federation above, and of a search. */
  childCursor: string;
  searchCursor: string;
  /** The request's id and the draft's MAC in hex, as stored. */
  request: string;
  draftMac: string;
  /** Service points, what was said of one, and the token of the federation's staff. */
  map: MapThings;
  /** Parts of it that a request can point at. */
  pointId: string;
  feedbackId: string;
  photoId: string;
  staff: string;
  pointCursor: string;
  feedbackCursor: string;
  tableVersion: string;
  /** The token's MAC in hex, as stored. */
  tokenMac: string;
  /** A council, and what a request about it can point at. */
  council: CouncilThings;
  ballotId: string | undefined;
  councilCursor: string;
  topicCursor: string;
  meetingCursor: string;
  resolutionCursor: string;
  ballotCursor: string;
}

/** Words to be planted; left out: those of the contract's example. */
export interface Planted {
  narrative?: string;
  fileName?: string;
  fileText?: string;
}

/** Makes a request with a file and a draft with two at a federation. */
export async function makeOwned(service: TestService, federation: string, planted: Planted = {}): Promise<Owned> {
  const path = { code: federation };
  const { narrative, fileName = '材料.pdf', fileText = '' } = planted;
  const start = async (draft: string, size: number) => {
    const headers = { 'fulian-draft': draft, 'idempotency-key': newToken() };
    const answer = await service.call('startAttachment', { path, headers, body: { name: fileName, size } });
    return answer.json<{ id: string }>().id;
  };
  const send = (draft: string, attachmentId: string, body: Buffer) =>
    service.call('appendAttachment', {
      path: { ...path, attachmentId },
      headers: { 'fulian-draft': draft, 'upload-offset': '0' },
      body,
    });
  const file = pdfOf(`% ${fileText}\n`);
  const submitted = newToken();
  const attached = await start(submitted, file.length);
  await send(submitted, attached, file);
  const secret = Array.from({ length: 24 }, () => randomInt(10)).join('');
  const stored = await service.call('submitHelpRequest', {
    path,
    headers: { 'fulian-draft': submitted, 'idempotency-key': newToken() },
    body: submissionOf('anonymous', {
      attachments: [attached],
      receiptSecret: secret,
      ...(narrative !== undefined && { narrative }),
    }),
  });
  if (stored.statusCode !== 201) throw new Error(stored.body);
  const { number } = stored.json<{ number: string }>();
  const opened = await service.call('openOwnCase', { headers: { 'fulian-receipt': `${number}.${secret}` } });
  const draft = newToken();
  const loose = await start(draft, file.length);
  await send(draft, loose, file);
  const uploading = await start(draft, 1_000);
  await send(draft, uploading, Buffer.alloc(512, '%PDF-1.4'));

  const cursorOf = async (...[id, call]: Parameters<TestService['call']>) =>
    (await service.call(id, call)).json<{ nextCursor: string }>().nextCursor;
  const above = federation.endsWith('2000000') ? '990100000000' : federation;
  const map = await makeMapThings(service, federation, 2);
  const council = await makeCouncilThings(service, federation);
  const { rows } = await service.admin.query<{ request: string; mac: string }>(
    `select (select request_id from receipts where number = $1) as request,
      (select encode(draft_mac, 'hex') from attachments where id = $2) as mac`,
    [number, loose],
  );
  return {
    federation,
    draft,
    uploading,
    loose,
    attached,
    number,
    secret,
    caseToken: opened.json<{ token: string }>().token,
    childCursor: await cursorOf('listChildFederations', { path: { code: above }, query: { limit: '1' } }),
    searchCursor: await cursorOf('searchFederations', { query: { q: above === federation ? '县' : '云', limit: '1' } }),
    request: rows[0]!.request,
    draftMac: rows[0]!.mac,
    map,
    pointId: map.point,
    feedbackId: map.feedback,
    photoId: map.photo,
    staff: map.staff,
    pointCursor: map.pointCursor,
    feedbackCursor: map.feedbackCursor,
    tableVersion: map.tableVersion,
    tokenMac: staffTokenMac(service.keys.staff, map.staff.slice('Bearer '.length)).toString('hex'),
    council,
    ballotId: undefined,
    councilCursor: council.cursors.listCouncils!,
    topicCursor: council.cursors.listTopics!,
    meetingCursor: council.cursors.listMeetings!,
    resolutionCursor: council.cursors.listResolutions!,
    ballotCursor: council.cursors.listBallots!,
  };
}

/** What of a requester's an operation is right with. */
export function ownedBy({ id }: Operation, mine: Owned): Partial<Owned> {
  return id === 'submitHelpRequest' ? { attached: mine.loose } : {};
}

/** Operations for which a point of their own was made. */
const ownPoint = /^retireServicePoint$|ServicePointPhoto$/;

/** An answer without what differs between any two: request id and date. */
export interface Comparable {
  status: number;
  headers: Record<string, unknown>;
  body: string;
}

/** Calls an operation with the things of `used`; of `pointed` those that are somebody else's. */
export async function answerOf(
  service: TestService,
  operation: Operation,
  used: Owned,
  pointed: Partial<Owned>,
  idempotencyKey?: string,
): Promise<Comparable> {
  const binary = operation.body && resolve(operation.body.schema).format === 'binary';
  const attachment = pointed.loose ?? used.attached;
  const map = mapRight(operation, used.map, used.federation);
  const [example] = Object.values(operation.body?.examples ?? {});
  const submission = () => ({
    ...submissionOf('anonymous'),
    ...(attachment !== undefined && { attachments: [attachment] }),
  });
  const bodyOf = () => {
    if (!operation.body) return undefined;
    if (binary) return map.body ?? Buffer.alloc(10, '%PDF-1.4');
    if (operation.id === 'castSecretVote')
      return Buffer.from(JSON.stringify({ ...used.council.paper, choice: { picks: ['yes'] } }));
    return Buffer.from(JSON.stringify(operation.id === 'submitHelpRequest' ? submission() : example));
  };
  const sent = rightRequest(operation, {
    path: {
      ...map.path,
      code: operation.id === 'listServicePointNames' ? map.path.code : used.federation,
      tableVersion: used.tableVersion,
      pointId: pointed.pointId ?? (ownPoint.test(operation.id) ? map.path.pointId : used.pointId),
      photoId: used.photoId,
      feedbackId: used.feedbackId,
      attachmentId: (operation.security?.flat().includes('draft') ? used.uploading : used.attached) ?? '',
      problemCode: 'internal',
      councilId: used.council.council.id,
      ballotId:
        pointed.ballotId ??
        used.ballotId ??
        used.council.ballots[operation.id === 'castSecretVote' ? 'secret' : 'closed'].id,
    },
    parameters: {
      'If-Match': operation.id === 'changeServicePointPhoto' ? '"2"' : '"1"',
      'Fulian-Position': '118.41,27.9',
      format: 'csv',
      alt: '门口',
      // The listing for which the cursor of `own` was made.
      ...(operation.id === 'searchFederations' && { q: '县' }),
      limit: '1',
      'Upload-Offset': '0',
      ...(operation.id === 'searchFederations' && { cursor: used.searchCursor }),
      ...(operation.id === 'listChildFederations' && { cursor: used.childCursor }),
      ...(operation.id === 'searchServicePoints' && { cursor: used.pointCursor }),
      ...(operation.id === 'listServicePointFeedback' && { cursor: used.feedbackCursor }),
      ...(operation.id === 'listCouncils' && { cursor: used.councilCursor }),
      ...(operation.id === 'listTopics' && { cursor: used.topicCursor }),
      ...(operation.id === 'listMeetings' && { cursor: used.meetingCursor }),
      ...(operation.id === 'listResolutions' && { cursor: used.resolutionCursor }),
      ...(operation.id === 'listBallots' && { cursor: used.ballotCursor }),
    },
    credentials: {
      receipt: `${used.number}.${used.secret}`,
      draft: used.draft,
      staff: used.staff,
      case: used.caseToken,
    },
    body: bodyOf(),
  });
  const headers = Object.fromEntries(sent.headers);
  if (idempotencyKey !== undefined) headers['Idempotency-Key'] = idempotencyKey;
  // Only names that were sent before may repeat a key: each row has its own.
  else if ('Idempotency-Key' in headers) headers['Idempotency-Key'] = newToken();
  const answer = await service.app.inject({
    method: sent.method,
    url: sent.target,
    headers,
    ...(sent.body && { payload: Buffer.from(sent.body) }),
  });
  const { 'fulian-request-id': id, date: _, ...rest } = answer.headers;
  return { status: answer.statusCode, headers: rest, body: answer.body.replaceAll(String(id), 'request-id') };
}
