import { gradeOf } from '@fulian/contract/rules';
import type { Client } from '../../client.js';
import { type FulianError, isFulianError, isProblemError } from '../../errors.js';
import { ContractError } from '../../errors/contract-error.js';
import { randomDigits, randomKey } from '../../random.js';
import type { SignalLike } from '../../wire.js';
import { type Checked, checkStep, faultsFound, unfinishedFiles } from './checks.js';
import { faultAt, faultsOfStep } from './places.js';
import { loadSchema, schemaIfLoaded } from './schema.js';
import { Sending } from './sending.js';
import { stepOf, stepsFor, worksWithoutForm } from './steps.js';
import { riskAnswersOf, type Submission, submissionOf } from './submission.js';
import type {
  AnswerFault,
  FederationSummary,
  FileSource,
  Finding,
  HelpFormAnswers,
  HelpFormState,
  HelpFormStore,
  StepId,
} from './types.js';
import { Uploads } from './uploads.js';

declare const AbortController: new () => { readonly signal: SignalLike; abort(): void };

/** What a help form's store is made for. */
export interface HelpFormStoreOptions {
  readonly client: Pick<
    Client,
    | 'getHelpForm'
    | 'submitHelpRequest'
    | 'startAttachment'
    | 'getAttachment'
    | 'appendAttachment'
    | 'removeAttachment'
    | 'pages'
  >;
  /** 12-digit code of the federation that receives the request. */
  readonly federation: string;
}

type Change = { [Key in keyof HelpFormState]?: HelpFormState[Key] | undefined };

/** What belongs to one request and dies with it. */
interface Life {
  readonly secret: string;
  readonly draft: string;
  readonly sending: Sending;
  readonly uploads: Uploads;
  readonly places: Map<string, Promise<readonly FederationSummary[]>>;
  readonly controller: { readonly signal: SignalLike; abort(): void };
}

/** Makes the headless state of one request for help. It sends nothing before `load`. */
export function createHelpFormStore(options: HelpFormStoreOptions): HelpFormStore {
  return new FormStore(options);
}

class FormStore implements HelpFormStore {
  private current: HelpFormState = blankState();
  private readonly listeners = new Set<() => void>();
  private life: Life;
  private loading: Promise<void> | undefined;
  private submitting: Promise<void> | undefined;

  constructor(private readonly options: HelpFormStoreOptions) {
    this.life = this.newLife();
  }

  get state(): HelpFormState {
    return this.current;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  load(): Promise<void> {
    if (this.current.load === 'complete') return Promise.resolve();
    this.loading ??= this.fetchForm();
    return this.loading;
  }

  answer(change: { [Key in keyof HelpFormAnswers]?: HelpFormAnswers[Key] | undefined }): void {
    if (this.isFixed) return;
    const answers: Record<string, unknown> = { ...this.current.answers };
    for (const key of Object.keys(change) as (keyof HelpFormAnswers)[]) {
      if (change[key] === undefined) delete answers[key];
      else answers[key] = change[key];
    }
    this.set({ answers });
  }

  async next(): Promise<boolean> {
    const { life } = this;
    const { step } = this.current;
    if (this.isFixed || step === 'check') return false;
    // From here on there is time to fetch what checks lengths and formats.
    void loadSchema();
    if (step !== 'danger' && this.current.load !== 'complete') {
      await this.load();
      if (this.life !== life || this.current.step !== step) return false;
    }
    const faults = checkStep(step, this.checked());
    this.set({ faults });
    if (faults.length > 0) return false;
    const { steps, changing } = this.current;
    const target = changing ? this.firstOpenStep() : steps[steps.indexOf(step) + 1]!;
    if (!this.current.form && !worksWithoutForm(target)) return false;
    this.goTo(target, changing && target !== 'check');
    return true;
  }

  back(): boolean {
    if (this.isFixed) return false;
    const { changing, step, steps } = this.current;
    const target = changing ? 'check' : steps[steps.indexOf(step) - 1];
    if (!target) return false;
    this.goTo(target, false);
    return true;
  }

  change(step: StepId): void {
    if (!this.isFixed && this.current.steps.includes(step)) this.goTo(step, step !== 'check');
  }

  placesBelow(code: string): Promise<readonly FederationSummary[]> {
    const { places } = this.life;
    const known = places.get(code);
    if (known) return known;
    const fetched = this.fetchPlaces(code);
    places.set(code, fetched);
    fetched.catch(() => places.delete(code));
    return fetched;
  }

  addFiles(files: Iterable<FileSource>): void {
    if (!this.isFixed) this.life.uploads.add(files);
  }

  removeFile(key: string): void {
    if (!this.isFixed) this.life.uploads.remove(key);
  }

  retryFile(key: string): void {
    if (!this.isFixed) this.life.uploads.retry(key);
  }

  submit(): Promise<void> {
    this.submitting ??= this.send(this.life);
    return this.submitting;
  }

  confirmReceipt(group: string): void {
    const { receipt, groupToConfirm } = this.current;
    if (!receipt) return;
    const typed = group.replace(/\D/g, '');
    const right = typed === receipt.secret.slice(groupToConfirm * 4, groupToConfirm * 4 + 4);
    this.set({ receiptConfirmed: right ? 'yes' : 'wrong' });
  }

  wipe(): void {
    this.life.controller.abort();
    this.life.uploads.stop();
    this.life = this.newLife();
    this.loading = undefined;
    this.submitting = undefined;
    this.current = blankState();
    for (const listener of [...this.listeners]) listener();
  }

  /** Nothing can be changed while it is being sent, or after. */
  private get isFixed(): boolean {
    return this.current.submission === 'sending' || this.current.submission === 'sent';
  }

  private newLife(): Life {
    const { client, federation } = this.options;
    const draft = randomKey();
    return {
      secret: randomDigits(24),
      draft,
      sending: new Sending(client, federation),
      uploads: new Uploads({
        client,
        federation,
        draft,
        limits: () => this.current.form?.attachments ?? { maxCount: 10, maxBytes: 20 << 20 },
        changed: (attachments) => this.set({ attachments }),
      }),
      places: new Map(),
      controller: new AbortController(),
    };
  }

  private set(change: Change): void {
    const next: Record<string, unknown> = { ...this.current, ...change };
    for (const key of Object.keys(next)) if (next[key] === undefined) delete next[key];
    const { answers, form } = next as unknown as HelpFormState;
    if ('answers' in change || 'form' in change) Object.assign(next, derived(answers, form));
    this.current = next as unknown as HelpFormState;
    for (const listener of [...this.listeners]) listener();
  }

  private goTo(step: StepId, changing: boolean, faults: readonly AnswerFault[] = []): void {
    this.set({ step, changing, faults, submission: 'editing', submitError: undefined });
  }

  private checked(): Checked {
    const { form, answers, attachments } = this.current;
    return { form, answers, attachments, found: form ? faultsFound(form, this.submission(), schemaIfLoaded()) : [] };
  }

  private submission(): Submission {
    const { form, answers, grade } = this.current;
    const { secret, uploads } = this.life;
    return submissionOf(form!, answers, { attachments: uploads.storedIds, receiptSecret: secret, grade });
  }

  /** The first step with something open; a change of one answer may have opened others. */
  private firstOpenStep(): StepId {
    const checked = this.checked();
    return this.current.steps.find((step) => checkStep(step, checked).length > 0) ?? 'check';
  }

  private async fetchForm(): Promise<void> {
    const { life } = this;
    const { client, federation } = this.options;
    this.set({ load: 'pending', loadError: undefined });
    let change: Change;
    try {
      const form = await client.getHelpForm({ path: { code: federation } }, { signal: life.controller.signal });
      change = { load: 'complete', form };
    } catch (error) {
      change = { load: 'error', loadError: asFulianError(error) };
    }
    if (this.life !== life) return;
    this.loading = undefined;
    this.set(change);
  }

  private async fetchPlaces(code: string): Promise<readonly FederationSummary[]> {
    const { client } = this.options;
    const places: FederationSummary[] = [];
    const pages = client.pages('listChildFederations', { path: { code }, query: { limit: 500 } }, this.life.controller);
    for await (const { items } of pages) places.push(...items);
    return places;
  }

  private async send(life: Life): Promise<void> {
    try {
      if (this.current.submission !== 'sent') await this.check(life);
    } catch (error) {
      if (this.life === life) this.set({ submission: 'unsent', submitError: asFulianError(error) });
    } finally {
      if (this.life === life) this.submitting = undefined;
    }
  }

  private async check(life: Life): Promise<void> {
    this.set({ submission: 'sending', submitError: undefined, faults: [] });
    if (this.current.load !== 'complete') {
      await this.load();
      if (this.life !== life) return;
      if (this.current.loadError) throw this.current.loadError;
    }
    const checked = this.checked();
    for (const step of this.current.steps) {
      const faults = step === 'attachments' ? unfinishedFiles(this.current.attachments) : checkStep(step, checked);
      if (faults.length > 0) return this.goTo(step, true, faults);
    }
    await this.store(life, this.submission());
  }

  private async store(life: Life, submission: Submission): Promise<void> {
    const { secret, draft, sending, uploads, controller } = life;
    try {
      const sent = await sending.send(submission, {
        draft: uploads.areAny ? draft : undefined,
        signal: controller.signal,
      });
      if (this.life !== life) return;
      const { number, grade, submittedAt, firstContactBy, handledBy } = sent.receipt;
      const receipt = { number, secret, grade, submittedAt, firstContactBy, handledBy, isEarlier: sent.isEarlier };
      // What she typed is not needed once it is stored, and is not kept.
      sending.forget();
      uploads.stop();
      this.set({ submission: 'sent', receipt, answers: withoutText(this.current.answers), attachments: [] });
    } catch (error) {
      if (this.life !== life) return;
      if (!(await this.leadBack(error, submission))) throw error;
    }
  }

  /** Leads to the answer that the service found fault with; false where there is none. */
  private async leadBack(error: unknown, submission: Submission): Promise<boolean> {
    if (!isProblemError(error)) return false;
    if (error.code === 'attachment-unknown') this.life.uploads.forget();
    const findings: readonly Finding[] = error.problem.findings ?? [];
    const faults = findings.flatMap((finding) => faultAt(finding, submission) ?? []);
    if (findings.some(({ code }) => code === 'consent-outdated' || code === 'not-offered')) await this.reload(findings);
    const step = this.current.steps.find((one) => faults.some(({ answer }) => stepOf(answer) === one));
    if (!step) return false;
    this.goTo(step, true, faultsOfStep(step, faults));
    return true;
  }

  /** The federation has changed its form since it was loaded. Outdated consents have to be given anew. */
  private async reload(findings: readonly Finding[]): Promise<void> {
    if (findings.some(({ code }) => code === 'consent-outdated')) {
      const { consentGeneral, consentSensitive, consentMinor, ...answers } = this.current.answers;
      this.set({ answers });
    }
    await this.fetchForm();
  }
}

function blankState(): HelpFormState {
  return {
    load: 'initial',
    step: 'danger',
    changing: false,
    answers: {},
    faults: [],
    attachments: [],
    submission: 'editing',
    groupToConfirm: Math.floor(Math.random() * 6),
    receiptConfirmed: 'no',
    ...derived({}, undefined),
  };
}

function derived(answers: Readonly<HelpFormAnswers>, form: HelpFormState['form']) {
  const danger = answers.danger === 'yes';
  const known = form && gradeOf(form, answers.category ?? '', riskAnswersOf(form, answers));
  const grade = known ?? (danger ? 'red' : 'none');
  return { steps: stepsFor(answers, form), grade, inDanger: danger || grade === 'red' } as const;
}

/** The choices without what she typed. */
function withoutText(answers: Readonly<HelpFormAnswers>): HelpFormAnswers {
  const { narrative, name, contactValue, otherPersonName, otherPersonRelation, coverWords, ...kept } = answers;
  const { needsNote, exclusionNote, reporterBodyName, ...choices } = kept;
  return choices;
}

/** Whatever is thrown besides is a fault of the program, and its words may quote hers. */
function asFulianError(error: unknown): FulianError {
  return isFulianError(error) ? error : new ContractError('help form', 'it failed unexpectedly', [], { cause: error });
}
