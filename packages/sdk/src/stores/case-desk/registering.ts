import { gradeOf } from '@fulian/contract/rules';
import { isProblemError } from '../../errors.js';
import { randomDigits, randomKey } from '../../random.js';
import type { StaffClient } from '../../staff.js';
import { contactFaults, fileFaults, ruleFaults } from '../help-form/checks.js';
import { faultAt } from '../help-form/places.js';
import { missingAnswers } from '../help-form/questions.js';
import { Sending } from '../help-form/sending.js';
import { stepsFor } from '../help-form/steps.js';
import { riskAnswersOf, type Submission, submissionOf } from '../help-form/submission.js';
import { Uploads } from '../help-form/uploads.js';
import { asFulianError, type Change, changed, Life } from '../observable.js';
import type {
  AnswerFault,
  CaseChannel,
  FileSource,
  HelpForm,
  HelpFormAnswers,
  Registration,
  RegistrationFiles,
  StepId,
} from './types.js';

/** What taking a request down needs of its surroundings. */
export interface RegisteringHost {
  readonly client: StaffClient;
  readonly federation: string;
  readonly form: HelpForm;
  changed(state: Registration): void;
}

/** Questions that a worker on the telephone is not asked: files stand below all of them, and the check is the page itself. */
const notAsked: readonly StepId[] = ['attachments', 'check'];

/** One request that staff takes down; stored once however often it is sent, by the rule of the help form's `Sending`. */
export class Registering implements RegistrationFiles {
  private current: Registration;
  private readonly life = new Life();
  private readonly secret = randomDigits(24);
  private readonly sending: Sending;
  private readonly uploads: Uploads;
  private caseId: string | undefined;

  constructor(
    private readonly host: RegisteringHost,
    channel: CaseChannel,
  ) {
    const steps = this.stepsFor({});
    this.current = { channel, answers: {}, grade: 'none', steps, faults: [], files: [], status: 'editing' };
    const draft = randomKey();
    const submitHelpRequest = async (
      input: { readonly body: Submission; readonly idempotencyKey?: string },
      options?: { readonly signal?: Life['signal'] | undefined },
    ) => {
      const { id, receipt } = await host.client.registerCase(
        {
          path: { code: host.federation },
          // With every try: it belongs to what the key stands for.
          headers: { 'Fulian-Draft': draft },
          body: { channel: this.current.channel, submission: input.body },
          ...(input.idempotencyKey !== undefined && { idempotencyKey: input.idempotencyKey }),
        },
        options,
      );
      this.caseId = id;
      return receipt;
    };
    this.sending = new Sending({ submitHelpRequest }, host.federation, draft);
    this.uploads = new Uploads({
      client: host.client,
      federation: host.federation,
      draft,
      limits: () => host.form.attachments,
      changed: (files) => {
        const isOpen = ({ answer }: AnswerFault) => answer !== 'attachments';
        this.set({ files, faults: this.current.faults.filter(isOpen) });
      },
    });
  }

  get state(): Registration {
    return this.current;
  }

  answer(change: Change<HelpFormAnswers>): void {
    if (this.isFixed) return;
    const answers = changed<HelpFormAnswers>(this.current.answers, change);
    const { form } = this.host;
    const grade = gradeOf(form, answers.category ?? '', riskAnswersOf(form, answers));
    const isOpen = ({ answer }: AnswerFault) => !(answer in change);
    this.set({ answers, grade, steps: this.stepsFor(answers), faults: this.current.faults.filter(isOpen) });
  }

  setChannel(channel: CaseChannel): void {
    // The channel is part of what may have been stored under the key.
    if (this.current.status === 'editing') this.set({ channel });
  }

  add(files: Iterable<FileSource>): void {
    if (!this.isFixed) this.uploads.add(files);
  }

  remove(key: string): void {
    if (!this.isFixed) this.uploads.remove(key);
  }

  retry(key: string): void {
    if (!this.isFixed) this.uploads.retry(key);
  }

  async register(): Promise<boolean> {
    if (this.current.status === 'stored') return true;
    if (this.current.status === 'sending') return false;
    const submission = this.submission();
    const faults = this.found(submission);
    this.set({ faults });
    if (faults.length > 0) return false;
    this.set({ status: 'sending', error: undefined });
    try {
      const { receipt, isEarlier } = await this.sending.send(submission, this.life.signal);
      if (this.life.isOver) return true;
      this.sending.forget();
      const { secret, caseId } = this;
      this.set({ status: 'stored', receipt: { ...receipt, secret }, caseId, isEarlier, answers: {}, files: [] });
      return true;
    } catch (thrown) {
      if (this.life.isOver) return false;
      const error = asFulianError(thrown, 'registerCase');
      this.set({ status: 'unsent', error, faults: this.faultsIn(error, submission) });
      return false;
    }
  }

  /** Ends what runs and forgets everything. */
  stop(): void {
    this.life.end();
    this.uploads.stop();
    this.sending.forget();
  }

  /** Nothing is written that would be lost. */
  get isEmpty(): boolean {
    const { status, answers, files } = this.current;
    return status === 'stored' || (files.length === 0 && Object.keys(answers).length === 0);
  }

  private get isFixed(): boolean {
    return this.current.status === 'sending' || this.current.status === 'stored';
  }

  private set(change: Change<Registration>): void {
    this.current = changed(this.current, change);
    if (!this.life.isOver) this.host.changed(this.current);
  }

  private stepsFor(answers: Readonly<HelpFormAnswers>): StepId[] {
    return stepsFor(answers, this.host.form).filter((step) => !notAsked.includes(step));
  }

  private submission(): Submission {
    const { answers, grade } = this.current;
    return submissionOf(this.host.form, answers, {
      attachments: this.uploads.storedIds,
      receiptSecret: this.secret,
      grade,
    });
  }

  private found(submission: Submission): AnswerFault[] {
    const { answers, steps, files } = this.current;
    const missing = steps.flatMap((step) => missingAnswers(step, answers, steps));
    const found = ruleFaults(this.host.form, submission);
    const ofFiles = fileFaults(files, 'waiting', 'uploading', 'failed');
    return firstOfEach([...missing, ...contactFaults(answers), ...found, ...ofFiles]);
  }

  /** Faults that the service found: `body/submission/…` is the submission. */
  private faultsIn(error: unknown, submission: Submission): AnswerFault[] {
    if (!isProblemError(error)) return [];
    const findings = error.problem.findings ?? [];
    return firstOfEach(
      findings.flatMap(
        ({ where, code }) => faultAt({ where: where.replace(/^body\/submission/, 'body'), code }, submission) ?? [],
      ),
    );
  }
}

function firstOfEach(faults: readonly AnswerFault[]): AnswerFault[] {
  const seen = new Set<string>();
  return faults.filter(({ answer }) => !seen.has(answer) && seen.add(answer));
}
