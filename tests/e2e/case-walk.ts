/** Walks the day of a case with the clients of the SDK, and reads what everybody sees. */
import type { components } from '@fulian/contract/types';
import type { CaseStep } from '@fulian/contract/rules/case';
import { randomInt } from 'node:crypto';
import { newToken } from '../../packages/server/src/service-fixture.js';
import { pdfOf } from '../../packages/server/src/testing/sample-files.js';
import { china, chinaText, type Act } from './case-day.js';
import { levels, placeOf, units, type CaseHouse, type Colleague } from './case-house.js';
import { herWords, innerWords, submission } from './case-words.js';

type Schemas = components['schemas'];

/** One case of the house. */
export interface Walk {
  caseId: string;
  number: string;
}

/** Does what an act says at its time, and has the service do what it does by itself. Gives the code of a refusal. */
export async function perform(house: CaseHouse, walk: Walk, { at, does }: Act): Promise<string | undefined> {
  house.moveTo(china(at));
  for (const one of [house.she, ...Object.values(house.staff)]) await one.present();
  let refusal: string | undefined;
  if (does.who === 'she') {
    if (does.own === 'submit') await submit(house, walk);
    else if (does.own === 'message') await writeMessage(house, does.words, does.file);
    else await house.she.client.rateOwnCase({ body: { satisfied: does.satisfied, ...worded(does.words) } });
  } else if (does.who !== 'clock') {
    const file = does.file === undefined ? undefined : { name: does.file, text: innerWords.noteText };
    refusal = await takeStep(house, walk.caseId, house.staff[does.who], does.step, file);
  }
  await house.work();
  return refusal;
}

const worded = (words: string | undefined) => (words === undefined ? {} : { words });

/** Submits her request, and opens her case with the receipt. */
export async function submit({ service, visitor, she }: CaseHouse, walk: Walk, change = {}): Promise<void> {
  const secret = Array.from({ length: 24 }, () => randomInt(10)).join('');
  const body = { ...submission, ...change, receiptSecret: secret };
  const receipt = await visitor.submitHelpRequest({ path: { code: units.county }, body });
  she.receipt = { number: receipt.number, secret };
  const { home, id } = await placeOf(service, receipt.number);
  walk.caseId = `${home}-${id}`;
  walk.number = receipt.number;
  await she.present();
}

/** Uploads a file as a draft of the federation that the case came to first. */
export async function upload(house: CaseHouse, draft: string, name: string, text: string): Promise<string> {
  const { visitor } = house;
  const bytes = pdfOf(`% ${text}\n`);
  const path = { code: units.county };
  const { id } = await visitor.startAttachment({ path, draft, body: { name, size: bytes.length } });
  await visitor.appendAttachment({
    path: { ...path, attachmentId: id },
    draft,
    headers: { 'Upload-Offset': 0 },
    body: new Uint8Array(bytes).buffer,
  });
  return id;
}

async function writeMessage(house: CaseHouse, words: string, file: string | undefined): Promise<void> {
  const draft = newToken();
  const attachments = file === undefined ? [] : [await upload(house, draft, file, herWords.fileText)];
  await house.she.client.sendOwnMessage({
    body: { words, ...(attachments.length > 0 && { attachments }) },
    headers: { 'Fulian-Draft': draft },
  });
}

/** Finds the case in her queue, opens it and takes a step; gives the code of a refusal. */
export async function takeStep(
  house: CaseHouse,
  caseId: string,
  { client, level }: Colleague,
  step: CaseStep,
  file?: { readonly name: string; readonly text: string },
): Promise<string | undefined> {
  const code = units[level];
  const { items } = await client.listCases({ path: { code }, query: { view: 'all', ids: caseId } });
  if (items[0]?.id !== caseId) throw new Error(`${level} has no such case in its queue`);
  let etag = '';
  const onHeaders = (headers: { get(name: string): string | null }) => (etag = headers.get('ETag') ?? '');
  await client.getCase({ path: { caseId } }, { onHeaders: (headers) => void onHeaders(headers) });
  const draft = newToken();
  const attachments = file && [await upload(house, draft, file.name, file.text)];
  try {
    await client.takeCaseStep({
      path: { caseId },
      headers: { 'If-Match': etag, ...(attachments && { 'Fulian-Draft': draft }) },
      body: { ...step, ...(attachments && { attachments }) },
    });
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

/** What is seen of a case, short enough for a table. */
export interface Seen {
  readonly state: string;
  readonly owner: string;
  readonly waiting: string;
  readonly unread: boolean;
  readonly limits: Readonly<Record<string, string>>;
  readonly next: string;
  readonly timeline: readonly string[];
}

/** As the city sees it, who is above all, and as she does. Fails where the two do not fit together. */
export async function look(
  { staff, she }: CaseHouse,
  { caseId }: Walk,
): Promise<Seen & { readonly own: Schemas['OwnCase'] }> {
  const [theirs, own] = await Promise.all([staff.city.client.getCase({ path: { caseId } }), she.client.readOwnCase()]);
  const { summary, limits } = theirs;
  if (own.state !== summary.state || own.handledBy.code !== summary.owner.code)
    throw new Error(`she sees ${own.state} at ${own.handledBy.code}, staff ${summary.state} at ${summary.owner.code}`);
  return {
    state: summary.state,
    owner: levels.find((one) => units[one] === summary.owner.code) ?? summary.owner.code,
    waiting: summary.waiting ?? '',
    unread: summary.unread,
    limits: Object.fromEntries(limits.map((one) => [one.kind, limitText(one)])),
    next: nextText(own.next),
    timeline: own.timeline.map((one) => one.kind),
    own,
  };
}

function limitText({ due, overdue, metAt }: Schemas['CaseLimit']): string {
  return [chinaText(due), overdue > 0 && `+${overdue}`, metAt !== undefined && 'met'].filter(Boolean).join(' ');
}

function nextText({ kind, due, late }: Schemas['OwnNext']): string {
  return [kind, due !== undefined && chinaText(due), late && 'late'].filter(Boolean).join(' ');
}
