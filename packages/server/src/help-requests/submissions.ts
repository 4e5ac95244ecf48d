import { findFaults, gradeOf } from '@fulian/contract/rules';
import { limitsOf, meet, type CaseLimitFacts, type CaseStaff } from '@fulian/contract/rules/case';
import type { components } from '@fulian/contract/types';
import { randomUUID } from 'node:crypto';
import { draftWrappingKey, unwrapFileKey, wrapFileKey } from '../attachments/file-keys.js';
import type { AttachmentRepository, StoredFile } from '../attachments/repository.js';
import type { Uploads } from '../attachments/uploads.js';
import type { CaseRulebook } from '../cases/case-rules.js';
import { marksOf } from '../cases/marks.js';
import type { Clock } from '../clock.js';
import type { Federation, FederationRepository } from '../federations/repository.js';
import { receiverOf } from '../federations/tree.js';
import type { Idempotency } from '../idempotency.js';
import { caseKeyPlace, type FederationKeys } from '../keys/federation-keys.js';
import { newKey, seal } from '../keys/seal.js';
import { ProblemError } from '../problem.js';
import type { Receipts } from '../security/receipts.js';
import { BoundedCache } from '../bounded-cache.js';
import { newCaseNumber } from './case-number.js';
import { sealContents } from './contents.js';
import { firstContactBy } from './first-contact.js';
import type { Forms } from './forms.js';
import type { HelpForm } from './help-form.js';
import type { HelpRequestRepository } from './repository.js';
import { workingCalendar } from './working-days.js';

type Schemas = components['schemas'];
type Submission = Schemas['HelpRequestSubmission'];

/** What submitting needs. */
export interface SubmissionParts {
  readonly requests: HelpRequestRepository;
  readonly federations: FederationRepository;
  readonly forms: Forms;
  readonly files: AttachmentRepository;
  readonly uploads: Uploads;
  readonly receipts: Receipts;
  readonly federationKeys: FederationKeys;
  readonly idempotency: Idempotency;
  readonly clock: Clock;
  readonly rulebook: CaseRulebook;
  /** Of the MACs that cases are found by. */
  readonly marksKey: Uint8Array;
  /** Draws a case number; `newCaseNumber` unless a test wants a collision. */
  readonly drawNumber?: () => string;
}

/** A request as it came in. */
export interface SubmitCall {
  readonly federation: string;
  readonly key: string;
  readonly draft: string | undefined;
  readonly submission: Submission;
  /** Of staff who takes it down for somebody. */
  readonly registration?: Registration;
}

/** What staff adds to a request that she takes down. */
export interface Registration {
  readonly channel: Schemas['CaseChannel'];
  readonly by: CaseStaff;
  /** Runs the change with its entries in the audit log of the federation that gets the case. */
  readonly audited: <T>(home: string, request: string, work: (audit: string) => Promise<T>) => Promise<T>;
}

/** An answer's text; `replayed` where it was given before. */
export interface SubmitAnswer {
  readonly text: string;
  readonly replayed: boolean;
}

/** Of a trillion numbers a few million are taken: two draws are rare, five mean that something else is wrong. */
const mostDraws = 5;
/** Who comes or calls is talked to while the request is taken down. */
const spokenChannels: readonly Schemas['CaseChannel'][] = ['visit', 'hotline-12338', 'hotline-12345'];

/** Takes requests for help: checks what fits, decides who gets it and how urgent it is, seals it and stores it once. */
export class Submissions {
  readonly #receivers: BoundedCache<Promise<Federation | undefined>>;

  constructor(private readonly parts: SubmissionParts) {
    this.#receivers = new BoundedCache(parts.clock, 5_000, 10_000);
  }

  /** Stores a request and answers its receipt. Throws the problems that the contract names. */
  async submit(call: SubmitCall): Promise<SubmitAnswer> {
    const { forms, idempotency } = this.parts;
    const form = await forms.recent(call.federation);
    if (!form) throw new ProblemError('federation-unknown');
    const { registration } = call;
    const request = registration
      ? idempotency.request('registerCase', call.federation, call.key, [
          call.submission,
          call.draft ?? null,
          registration.channel,
          registration.by.id,
        ])
      : idempotency.request('submitHelpRequest', call.federation, call.key, [call.submission, call.draft ?? null]);
    try {
      return await this.#store(call, form, request);
    } catch (error) {
      // What was stored is answered again, whatever has changed since.
      const kept = isRefusal(error) ? await idempotency.find(request) : undefined;
      if (kept === undefined) throw error;
      return { text: kept, replayed: true };
    }
  }

  async #store(call: SubmitCall, form: HelpForm, key: ReturnType<Idempotency['request']>): Promise<SubmitAnswer> {
    const { requests, receipts, federationKeys, idempotency, clock, drawNumber = newCaseNumber } = this.parts;
    const { submission, registration } = call;
    await this.#assertFits(form, submission);
    const owner = await this.#receiver(form, submission.exclusion?.units ?? []);
    const grade = gradeOf(form, submission.category, submission.riskScreen.answers);
    const submittedAt = clock.now();
    const firstContact = firstContactBy(submittedAt, grade, form.firstContact);
    const channel = registration?.channel ?? 'web';
    const limits = await this.#limits(owner.code, submission.category, grade, { submittedAt, firstContact, channel });
    const id = randomUUID();
    const place = { federation: owner.code, request: id };
    const caseKey = newKey();
    const contents = sealContents(caseKey, place, submission, submittedAt);
    const ownerKey = await federationKeys.of(owner.code);
    const wrappedCaseKey = seal(ownerKey, caseKeyPlace(owner.code, id), caseKey);
    const files = await this.#files(call, caseKey);

    for (let draw = 0; draw < mostDraws; draw += 1) {
      const number = drawNumber();
      const receipt: Schemas['HelpRequestReceipt'] = {
        number,
        grade,
        submittedAt: submittedAt.toISOString(),
        firstContactBy: firstContact.toISOString(),
        handledBy: owner,
      };
      const text = JSON.stringify(registration ? { id: `${owner.code}-${id}`, receipt } : receipt);
      const sealed = await idempotency.sealAnswer(key, text);
      const one = {
        portal: call.federation,
        owner: owner.code,
        id,
        number,
        receipt: receipts.store(number, submission.receiptSecret),
        wrappedCaseKey,
        category: submission.category,
        division: submission.division,
        grade,
        submittedAt,
        firstContactBy: firstContact,
        excludedUnits: submission.exclusion?.units ?? [],
        contents,
        ...files,
        channel,
        limits,
        marks: marksOf(this.parts.marksKey, submission),
        registrar: registration?.by,
      };
      const result = await (registration
        ? registration.audited(owner.code, id, (audit) => requests.submit(one, key, sealed, audit))
        : requests.submit(one, key, sealed));
      const kept = await idempotency.resolve(key, result);
      if (kept !== undefined) return { text: kept, replayed: true };
      if (result.outcome === 'file-gone') throw new ProblemError('attachment-unknown');
      if (result.outcome === 'stored') return { text, replayed: false };
    }
    throw new Error('No free case number was found');
  }

  /** L1 to L3: what is due, and that first contact is made where she was talked to. */
  async #limits(
    owner: string,
    category: string,
    grade: Schemas['Grade'],
    { submittedAt, firstContact, channel }: { submittedAt: Date; firstContact: Date; channel: Schemas['CaseChannel'] },
  ): Promise<CaseLimitFacts[]> {
    const rules = await this.parts.rulebook.of(owner);
    const context = { rules, calendar: workingCalendar(submittedAt) };
    const limits = limitsOf({ category, grade, submittedAt }, context, firstContact);
    return spokenChannels.includes(channel) ? meet(limits, ['first-contact'], submittedAt) : limits;
  }

  /** Rules R1 to R9, and whether the places that the request names exist. Throws `request-incomplete`. */
  async #assertFits(form: HelpForm, submission: Submission): Promise<void> {
    const findings = findFaults(form, submission);
    const { division, exclusion } = submission;
    const named = [...(division === undefined ? [] : [division]), ...(exclusion?.units ?? [])];
    const unknown = await this.parts.forms.unknown(named);
    if (division !== undefined && unknown.includes(division))
      findings.push({ where: 'body/division', code: 'not-offered' });
    exclusion?.units.forEach((unit, at) => {
      if (unknown.includes(unit)) findings.push({ where: `body/exclusion/units/${at}`, code: 'not-offered' });
    });
    if (findings.length > 0) throw new ProblemError('request-incomplete', { findings });
  }

  async #receiver(form: HelpForm, excluded: readonly string[]): Promise<Federation> {
    const { parents } = form.federation;
    const receiver = receiverOf([...parents, form.federation], excluded);
    if (!receiver) throw new ProblemError('no-unit-left');
    if (receiver.code === form.federation.code) return form.federation;
    const found = await BoundedCache.through(this.#receivers, receiver.code, () =>
      this.parts.federations.find(receiver.code),
    );
    if (!found) throw new ProblemError('no-unit-left');
    return found;
  }

  /** The draft's files with their keys wrapped for the case. */
  async #files({ federation, draft, submission }: SubmitCall, caseKey: Uint8Array) {
    const ids = submission.attachments ?? [];
    if (ids.length === 0) return { draftMac: undefined, files: [] };
    if (draft === undefined) throw new ProblemError('attachment-unknown');
    const { files, uploads, federationKeys } = this.parts;
    const draftMac = uploads.draftMac(federation, draft);
    const found = await files.ofDraft(federation, draftMac, ids);
    if (found.length < ids.length) throw new ProblemError('attachment-unknown');
    if (found.some((file) => !file.stored)) throw new ProblemError('attachment-unfinished');
    const wrapping = draftWrappingKey(await federationKeys.of(federation), draft);
    const rewrapped = ({ id, wrappedKey }: StoredFile) => {
      const file = { federation, id };
      return { id, wrappedKey: wrapFileKey(caseKey, file, unwrapFileKey(wrapping, file, wrappedKey)) };
    };
    return { draftMac, files: found.map(rewrapped) };
  }
}

/** Problems that depend on what else is stored, and may hence come up only at a second try. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof ProblemError &&
    ['request-incomplete', 'no-unit-left', 'attachment-unknown', 'attachment-unfinished'].includes(error.code)
  );
}
