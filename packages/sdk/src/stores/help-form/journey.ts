import { gradeOf } from '@fulian/contract/rules';
import type { Client } from '../../client.js';
import { isProblemError } from '../../errors.js';
import { randomDigits, randomKey } from '../../random.js';
import type { SignalLike } from '../../wire.js';
import type { Change } from '../observable.js';
import { contactFaults, fileFaults, submissionFaults } from './checks.js';
import { faultAt, faultsOfStep } from './places.js';
import { missingAnswers } from './questions.js';
import { Sending } from './sending.js';
import { stepOf } from './steps.js';
import { riskAnswersOf, type Submission, submissionOf } from './submission.js';
import type {
  AnswerFault,
  FederationSummary,
  FileSource,
  Grade,
  HelpForm,
  HelpFormAnswers,
  HelpFormState,
  StepId,
} from './types.js';
import { Uploads } from './uploads.js';

/** What of the client the help form uses. */
export type HelpFormClient = Pick<
  Client,
  | 'getHelpForm'
  | 'submitHelpRequest'
  | 'startAttachment'
  | 'getAttachment'
  | 'appendAttachment'
  | 'removeAttachment'
  | 'pages'
>;

/** The store, as its journey sees it. */
export interface JourneyHost {
  readonly client: HelpFormClient;
  readonly federation: string;
  /** Aborted when the store is wiped: nothing may be changed from then on. */
  readonly signal: SignalLike;
  readonly state: HelpFormState;
  set(change: Change<HelpFormState>): void;
  goTo(step: StepId, changing: boolean, faults?: readonly AnswerFault[]): void;
  /** Loads the form anew; resolves also where that fails. */
  reload(): Promise<void>;
}

/**
 * The way from the second question to the receipt: everything that the first question does not need, and that is
 * therefore loaded while she answers it. Lives as long as one request and holds its secret, its draft key and its
 * idempotency key.
 */
export class Journey {
  private readonly secret = randomDigits(24);
  private readonly draft = randomKey();
  private readonly sending: Sending;
  private readonly uploads: Uploads;
  private readonly places = new Map<string, Promise<readonly FederationSummary[]>>();

  constructor(private readonly host: JourneyHost) {
    const { client, federation } = host;
    this.sending = new Sending(client, federation, this.draft);
    this.uploads = new Uploads({
      client,
      federation,
      draft: this.draft,
      limits: () => host.state.form!.attachments,
      changed: (attachments) => host.set({ attachments }),
    });
  }

  /** What the answers add up to. */
  grade(form: HelpForm, answers: Readonly<HelpFormAnswers>): Grade {
    return gradeOf(form, answers.category ?? '', riskAnswersOf(form, answers));
  }

  /** What is wrong with a step. */
  check(step: StepId): AnswerFault[] {
    return this.checkOf(step, this.found());
  }

  /** The first step with something open; a change of one answer may have opened others. */
  firstOpenStep(): StepId {
    const found = this.found();
    return this.host.state.steps.find((step) => this.checkOf(step, found).length > 0) ?? 'check';
  }

  /** The divisions directly below one, remembered. */
  placesBelow(code: string): Promise<readonly FederationSummary[]> {
    const known = this.places.get(code);
    if (known) return known;
    const fetched = this.fetchPlaces(code);
    this.places.set(code, fetched);
    fetched.catch(() => this.places.delete(code));
    return fetched;
  }

  addFiles(files: Iterable<FileSource>): void {
    this.uploads.add(files);
  }

  removeFile(key: string): void {
    this.uploads.remove(key);
  }

  retryFile(key: string): void {
    this.uploads.retry(key);
  }

  /** Checks everything and sends it. Rejects with what kept it from being stored; leads her to what is wrong with it. */
  async submit(): Promise<void> {
    const { host } = this;
    const found = this.found();
    for (const step of host.state.steps) {
      const open = step === 'attachments' ? fileFaults(host.state.attachments, 'waiting', 'uploading') : [];
      const faults = open.length > 0 ? open : this.checkOf(step, found);
      if (faults.length > 0) return host.goTo(step, true, faults);
    }
    const submission = this.submission();
    try {
      await this.send(submission);
    } catch (error) {
      if (!host.signal.aborted && !(await this.leadBack(error, submission))) throw error;
    }
  }

  /** Ends what runs and lets go of everything. */
  stop(): void {
    this.uploads.stop();
    this.sending.forget();
    this.places.clear();
  }

  private submission(): Submission {
    const { form, answers, grade } = this.host.state;
    return submissionOf(form!, answers, { attachments: this.uploads.storedIds, receiptSecret: this.secret, grade });
  }

  private found(): AnswerFault[] {
    return submissionFaults(this.host.state.form!, this.submission());
  }

  private checkOf(step: StepId, found: readonly AnswerFault[]): AnswerFault[] {
    const { answers, attachments, steps } = this.host.state;
    const own = step === 'contact' ? contactFaults(answers) : fileFaults(attachments, 'failed');
    return faultsOfStep(step, [...missingAnswers(step, answers, steps), ...own, ...found]);
  }

  private async fetchPlaces(code: string): Promise<readonly FederationSummary[]> {
    const { client, signal } = this.host;
    const places: FederationSummary[] = [];
    const input = { path: { code }, query: { limit: 500 } };
    for await (const { items } of client.pages('listChildFederations', input, { signal })) places.push(...items);
    return places;
  }

  private async send(submission: Submission): Promise<void> {
    const { host, secret } = this;
    const { receipt, isEarlier } = await this.sending.send(submission, host.signal);
    if (host.signal.aborted) return;
    const { number, grade, submittedAt, firstContactBy, handledBy } = receipt;
    // What she typed is not needed once it is stored, and is not kept.
    this.stop();
    host.set({
      submission: 'sent',
      receipt: { number, secret, grade, submittedAt, firstContactBy, handledBy, isEarlier },
      answers: without(host.state.answers, texts),
      attachments: [],
    });
  }

  /** Leads to the answer that the service found fault with; false where there is none. */
  private async leadBack(error: unknown, submission: Submission): Promise<boolean> {
    if (!isProblemError(error)) return false;
    const { host } = this;
    if (error.code === 'attachment-unknown') this.uploads.forget();
    const findings = error.problem.findings ?? [];
    const faults = findings.flatMap((finding) => faultAt(finding, submission) ?? []);
    const outdated = findings.some(({ code }) => code === 'consent-outdated');
    // Other words are other consents: she has to read them and agree anew.
    if (outdated) host.set({ answers: without(host.state.answers, consents) });
    // The federation has changed its form since it was loaded.
    if (outdated || findings.some(({ code }) => code === 'not-offered')) await host.reload();
    if (host.signal.aborted) return true;
    const step = host.state.steps.find((one) => faults.some(({ answer }) => stepOf(answer) === one));
    if (step) host.goTo(step, true, faultsOfStep(step, faults));
    return step !== undefined;
  }
}

/** What she typed herself. */
const texts: readonly (keyof HelpFormAnswers)[] = [
  'narrative',
  'name',
  'reporterBodyName',
  'contactValue',
  'otherPersonName',
  'otherPersonRelation',
  'coverWords',
  'needsNote',
  'exclusionNote',
];
const consents: readonly (keyof HelpFormAnswers)[] = ['consentGeneral', 'consentSensitive', 'consentMinor'];

function without(answers: Readonly<HelpFormAnswers>, names: readonly (keyof HelpFormAnswers)[]): HelpFormAnswers {
  const kept: HelpFormAnswers = { ...answers };
  for (const name of names) delete kept[name];
  return kept;
}
