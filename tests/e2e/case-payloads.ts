/** Hostile texts through every field of a case: which fields there are is read from the contract, what they are sent with is decided here. */
import type { CaseStep, CaseStepKind } from '@fulian/contract/rules/case';
import { newToken, submissionOf, type TestCall, type TestService } from '../../packages/server/src/service-fixture.js';
import { signedIn, type TestPerson } from '../../packages/server/src/staff/staff-fixture.js';
import { pdfOf } from '../../packages/server/src/testing/sample-files.js';
import { resolve, type JsonSchema } from '../contract/document.js';
import { units } from './case-house.js';

const formula = '=HYPERLINK("//evil.example","x")';
const script = '<img src=x onerror=ran()><script>ran()</script>';
const bidi = '\u202Etxt.exe\u2067gpj\u202D\u2066';
const zalgo = `Z${'\u0351\u0316\u0489'.repeat(12)}`;

/** What is written; the first half where a field is short, and all of it where there is room. */
export const payloads: Readonly<Record<string, readonly [short: string, long: string]>> = {
  'formula and bidi': [`=1+cmd|A0${bidi}`, `${formula}${bidi}${script}${zalgo}`],
  'script and zalgo': ['<img src=x onerror=ran()>Z\u0351\u0316\u0489', `${script}${zalgo}javascript:ran()${bidi}`],
};

/** A free text in a schema, by its path. */
export interface TextField {
  readonly path: string;
  readonly max: number;
}

/** All free texts: strings that are no code, number, time or choice. */
export function textFieldsOf(schema: JsonSchema, path = ''): TextField[] {
  const { type, properties, items, format, pattern, maxLength, ...rest } = resolve(schema);
  if (properties)
    return Object.entries(properties).flatMap(([name, one]) =>
      textFieldsOf(one, path === '' ? name : `${path}/${name}`),
    );
  if (items) return textFieldsOf(items, path);
  const isFree = type === 'string' && rest.enum === undefined && format === undefined && pattern === undefined;
  return isFree ? [{ path, max: maxLength ?? 0 }] : [];
}

/** The name of a file is sealed, and answered to her alone, where the file is hers to see. */
export const hiddenField = 'AttachmentStart name';

/** A text that was stored. */
export interface Planted {
  /** `CaseStep words accept`. */
  readonly field: string;
  readonly text: string;
  /** Whether she reads it. */
  readonly hers: boolean;
}

/** Plants one kind of payload in cases of a service. */
export class Planter {
  readonly planted: Planted[] = [];
  readonly cases: { id: string; receipt: { number: string; secret: string } }[] = [];
  readonly files: { caseId: string; id: string }[] = [];
  #city!: TestPerson;
  #county!: TestPerson;
  #township!: TestPerson;

  constructor(
    private readonly service: TestService,
    private readonly payload: readonly [short: string, long: string],
    private readonly isReadByHer: (kind: CaseStepKind) => boolean,
    private readonly first: number,
  ) {}

  #text(field: string, max: number, hers: boolean): string {
    const [short, long] = this.payload;
    const text = `${max < 120 ? short : long}〔${this.first + this.planted.length}〕`;
    this.planted.push({ field, text, hers });
    return text;
  }

  async #call(id: Parameters<TestService['call']>[0], call: TestCall): Promise<ReturnType<typeof JSON.parse>> {
    const keyed = { ...call, headers: { 'idempotency-key': newToken(), ...call.headers } };
    const answer = await this.service.call(id, keyed);
    if (answer.statusCode >= 300) throw new Error(`${id} ${JSON.stringify(call.body)}: ${answer.body}`);
    return answer.statusCode === 204 ? undefined : answer.json();
  }

  /** Asks for help with a text in every field; `file` with one whose name is such a text. */
  async #submit(): Promise<string> {
    const text = (path: string, max: number) => this.#text(`HelpRequestSubmission ${path}`, max, true);
    const draft = newToken();
    const attachment = await this.#upload(draft, true);
    const secret = Array.from({ length: 24 }, (_, at) => (this.first + this.cases.length + at) % 10).join('');
    const { number } = await this.#call('submitHelpRequest', {
      path: { code: units.county },
      headers: { 'fulian-draft': draft },
      body: submissionOf('child', {
        narrative: text('narrative', 5000),
        asker: { role: 'mandatory-reporter', body: 'school', bodyName: text('asker/bodyName', 100) },
        identity: { kind: 'named', name: text('identity/name', 50) },
        safeContact: {
          channel: 'other-person',
          value: text('safeContact/value', 200),
          personName: text('safeContact/personName', 50),
          personRelation: text('safeContact/personRelation', 50),
          mayLeaveMessage: true,
          maySayWhoCalls: true,
          coverWords: text('safeContact/coverWords', 200),
        },
        needs: { note: text('needs/note', 500) },
        exclusion: { units: ['990101002000'], note: text('exclusion/note', 500) },
        attachments: [attachment],
        receiptSecret: secret,
      }),
    });
    const { rows } = await this.service.admin.query<{ id: string }>('select id from help_requests where number = $1', [
      number,
    ]);
    const id = `${units.county}-${rows[0]!.id}`;
    this.cases.push({ id, receipt: { number, secret } });
    this.files.push({ caseId: id, id: attachment });
    return id;
  }

  async #upload(draft: string, hers: boolean): Promise<string> {
    const bytes = pdfOf();
    const name = this.#text(hiddenField, 200, hers);
    const path = { code: units.county };
    const headers = { 'fulian-draft': draft };
    const { id } = await this.#call('startAttachment', { path, headers, body: { name, size: bytes.length } });
    await this.service.call('appendAttachment', {
      path: { ...path, attachmentId: id },
      headers: { ...headers, 'upload-offset': '0' },
      body: bytes,
    });
    return id;
  }

  async #step(who: TestPerson, caseId: string, step: CaseStep, withWords = true): Promise<void> {
    const { summary } = await this.#call('getCase', { path: { caseId }, headers: who.headers });
    const words = withWords && {
      words: this.#text(`CaseStep words ${step.kind}`, 5000, this.isReadByHer(step.kind)),
    };
    const draft = newToken();
    const attachments = step.kind === 'note' ? [await this.#upload(draft, this.isReadByHer(step.kind))] : undefined;
    if (attachments) this.files.push({ caseId, id: attachments[0]! });
    await this.#call('takeCaseStep', {
      path: { caseId },
      headers: { ...who.headers, 'if-match': `"${summary.revision}"`, ...(attachments && { 'fulian-draft': draft }) },
      body: { ...step, ...words, ...(attachments && { attachments }) },
    });
  }

  /** Her header, for a case. */
  async own(at: number): Promise<{ 'fulian-case': string }> {
    const { number, secret } = this.cases[at]!.receipt;
    const { token } = await this.#call('openOwnCase', { headers: { 'fulian-receipt': `${number}.${secret}` } });
    return { 'fulian-case': token };
  }

  async #own(at: number, id: 'sendOwnMessage' | 'rateOwnCase' | 'withdrawOwnCase', body: object = {}): Promise<void> {
    const schema = { sendOwnMessage: 'OwnMessage', rateOwnCase: 'OwnRating', withdrawOwnCase: 'OwnWithdrawal' }[id];
    const words = this.#text(`${schema} words`, 2000, true);
    await this.#call(id, { headers: await this.own(at), body: { ...body, words } });
  }

  /** Every field of every step, in five cases. */
  async plantAll(): Promise<void> {
    const { service } = this;
    this.#city = await signedIn(service, 'supervisor', units.city, this.#text('StaffDraft name', 50, false));
    this.#county = await signedIn(service, 'worker', units.county);
    this.#township = await signedIn(service, 'worker', units.township);
    const [city, county, township] = [this.#city, this.#county, this.#township];
    const offer: CaseStep = { kind: 'offer-transfer', to: { federation: units.township } };
    const other = await this.#submit();
    await this.#step(city, other, { kind: 'decline' });
    const one = await this.#submit();
    const take = (step: CaseStep, withWords = true) => this.#step(city, one, step, withWords);
    await take({ kind: 'dismiss-repeat', repeat: other });
    await take({ kind: 'accept' });
    await take({ kind: 'claim' }, false);
    await take({ kind: 'release' });
    await take({ kind: 'claim' }, false);
    const name = this.#text('CaseStep helpers/name', 50, false);
    await take({ kind: 'assign', helpers: [{ role: 'mediator', name }] });
    await take({ kind: 'regrade', grade: 'red' });
    await take({ kind: 'contact', reached: true });
    await take({ kind: 'ask' });
    await this.#own(1, 'sendOwnMessage');
    await take({ kind: 'message' });
    await take({ kind: 'note' });
    await take({ kind: 'measure', measure: 'other' });
    const item = {
      what: this.#text('CaseStep plan/items/what', 500, false),
      who: this.#text('CaseStep plan/items/who', 100, false),
    };
    await take({ kind: 'plan', plan: { aim: this.#text('CaseStep plan/aim', 2000, false), items: [item] } });
    await take({ kind: 'extend' });
    await take({ kind: 'consent', to: { partner: 'county-police' } });
    await take(offer);
    await take({ kind: 'cancel-transfer' });
    await take(offer);
    await this.#step(township, one, { kind: 'return-transfer' });
    await take(offer);
    await this.#step(township, one, { kind: 'accept-transfer' });
    await take({ kind: 'invite', unit: units.village });
    await take({ kind: 'leave', unit: units.village });
    await take({ kind: 'resolve' });
    await this.#own(1, 'rateOwnCase', { satisfied: false });
    await take({ kind: 'resolve' });
    await this.#own(1, 'rateOwnCase', { satisfied: true });
    await take({ kind: 'follow-up', outcome: 'stable' });
    await this.#step(county, one, { kind: 'request-closing' });
    await take({ kind: 'refuse-closing' });
    await this.#step(county, one, { kind: 'request-closing' });
    await take({ kind: 'approve-closing' });
    const third = await this.#submit();
    await this.#step(city, third, { kind: 'accept' });
    await this.#step(city, third, { kind: 'claim' }, false);
    await this.#step(city, third, { kind: 'resolve' });
    await this.#step(city, third, { kind: 'follow-up', outcome: 'stable' });
    await this.#step(city, third, { kind: 'close' });
    await this.#submit();
    await this.#own(3, 'withdrawOwnCase');
  }

  /** Who sees all of it. */
  get supervisor(): TestPerson {
    return this.#city;
  }
}
