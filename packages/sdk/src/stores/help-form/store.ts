import { type FulianError, NetworkError } from '../../errors.js';
import type { SignalLike } from '../../wire.js';
import { asFulianError, type Change, changed, Life, Observable } from '../observable.js';
import type { HelpFormClient, Journey, JourneyHost } from './journey.js';
import { missingAnswers } from './questions.js';
import { stepsFor, worksWithoutForm } from './steps.js';
import type {
  AnswerFault,
  FederationSummary,
  FileSource,
  HelpFormAnswers,
  HelpFormState,
  HelpFormStore,
  StepId,
} from './types.js';

/** What a help form's store is made for. */
export interface HelpFormStoreOptions {
  readonly client: HelpFormClient;
  /** 12-digit code of the federation that receives the request. */
  readonly federation: string;
}

/** Makes the headless state of one request for help. It sends nothing before `load`. */
export function createHelpFormStore(options: HelpFormStoreOptions): HelpFormStore {
  return new FormStore(options);
}

/**
 * State, order and the first questions. What the first question does not need is a `Journey`, loaded with the
 * federation's form; without the one the other is of no use.
 */
class FormStore extends Observable<HelpFormState> implements HelpFormStore {
  private life = new Life();
  private journey: Journey | undefined;
  private loading: Promise<void> | undefined;
  private submitting: Promise<void> | undefined;

  constructor(private readonly options: HelpFormStoreOptions) {
    super(blankState());
  }

  load(): Promise<void> {
    if (this.state.load === 'complete') return Promise.resolve();
    this.loading ??= this.fetchForm();
    return this.loading;
  }

  answer(change: { [Key in keyof HelpFormAnswers]?: HelpFormAnswers[Key] | undefined }): void {
    if (!this.isFixed) this.set({ answers: changed(this.state.answers, change) });
  }

  async next(): Promise<boolean> {
    const { life } = this;
    const { step } = this.state;
    if (this.isFixed || step === 'check') return false;
    if (step !== 'danger' && this.state.load !== 'complete') {
      await this.load();
      if (this.life !== life || this.state.step !== step) return false;
    }
    const { journey } = this;
    const faults = journey ? journey.check(step) : missingAnswers(step, this.state.answers, this.state.steps);
    this.set({ faults });
    if (faults.length > 0) return false;
    const { steps, changing } = this.state;
    const target = changing && journey ? journey.firstOpenStep() : steps[steps.indexOf(step) + 1]!;
    if (!journey && !worksWithoutForm(target)) return false;
    this.goTo(target, changing && target !== 'check');
    return true;
  }

  back(): boolean {
    if (this.isFixed) return false;
    const { changing, step, steps } = this.state;
    const target = changing ? 'check' : steps[steps.indexOf(step) - 1];
    if (!target) return false;
    this.goTo(target, false);
    return true;
  }

  change(step: StepId): void {
    if (!this.isFixed && this.state.steps.includes(step)) this.goTo(step, step !== 'check');
  }

  async placesBelow(code: string): Promise<readonly FederationSummary[]> {
    await this.load();
    if (!this.journey) throw asFulianError(this.state.loadError, 'help form');
    return this.journey.placesBelow(code);
  }

  addFiles(files: Iterable<FileSource>): void {
    if (!this.isFixed) this.journey?.addFiles(files);
  }

  removeFile(key: string): void {
    if (!this.isFixed) this.journey?.removeFile(key);
  }

  retryFile(key: string): void {
    if (!this.isFixed) this.journey?.retryFile(key);
  }

  submit(): Promise<void> {
    if (this.state.submission === 'sent') return Promise.resolve();
    this.submitting ??= this.send(this.life);
    return this.submitting;
  }

  confirmReceipt(group: string): void {
    const { receipt, groupToConfirm } = this.state;
    if (!receipt) return;
    const from = groupToConfirm * 4;
    const isRight = group.replace(/\D/g, '') === receipt.secret.slice(from, from + 4);
    this.set({ receiptConfirmed: isRight ? 'yes' : 'wrong' });
  }

  wipe(): void {
    this.life.end();
    this.life = new Life();
    this.journey?.stop();
    this.journey = undefined;
    this.loading = undefined;
    this.submitting = undefined;
    this.replace(blankState());
  }

  /** Nothing can be changed while it is being sent, or after. */
  private get isFixed(): boolean {
    return this.state.submission === 'sending' || this.state.submission === 'sent';
  }

  protected override set(change: Change<HelpFormState>): void {
    const next = changed(this.state, change);
    this.replace('answers' in change || 'form' in change ? { ...next, ...this.derived(next) } : next);
  }

  private goTo(step: StepId, changing: boolean, faults: readonly AnswerFault[] = []): void {
    this.set({ step, changing, faults, submission: 'editing', submitError: undefined });
  }

  /** What follows from the answers. Before the form is here, danger alone counts. */
  private derived({ answers, form }: HelpFormState): Pick<HelpFormState, 'steps' | 'grade' | 'inDanger'> {
    const inDanger = answers.danger === 'yes';
    const grade = form && this.journey ? this.journey.grade(form, answers) : inDanger ? 'red' : 'none';
    return { steps: stepsFor(answers, form), grade, inDanger: inDanger || grade === 'red' };
  }

  private async fetchForm(): Promise<void> {
    const { life } = this;
    const { client, federation } = this.options;
    this.set({ load: 'pending', loadError: undefined });
    let change: Change<HelpFormState>;
    try {
      const [form, { Journey }] = await Promise.all([
        client.getHelpForm({ path: { code: federation } }, life),
        import('./journey.js').catch((cause: unknown) => {
          throw new NetworkError('help form', { cause }, 'a part of its script did not load');
        }),
      ]);
      if (this.life !== life) return;
      this.journey ??= new Journey(this.hostOf(life.signal));
      change = { load: 'complete', form };
    } catch (error) {
      change = { load: 'error', loadError: asFulianError(error, 'help form') };
    }
    if (this.life !== life) return;
    this.loading = undefined;
    this.set(change);
  }

  private hostOf(signal: SignalLike): JourneyHost {
    const state = () => this.state;
    return {
      ...this.options,
      signal,
      get state() {
        return state();
      },
      set: (change) => this.set(change),
      goTo: (step, changing, faults) => this.goTo(step, changing, faults),
      reload: () => this.fetchForm(),
    };
  }

  private async send(life: unknown): Promise<void> {
    this.set({ submission: 'sending', submitError: undefined, faults: [] });
    let submitError: unknown;
    try {
      await this.load();
      if (this.life !== life) return;
      if (!this.journey) throw asFulianError(this.state.loadError, 'help form');
      await this.journey.submit();
    } catch (error) {
      submitError = asFulianError(error, 'help form');
    }
    if (this.life !== life) return;
    this.submitting = undefined;
    if (submitError) this.set({ submission: 'unsent', submitError: submitError as FulianError });
  }
}

function blankState(): HelpFormState {
  return {
    load: 'initial',
    step: 'danger',
    steps: stepsFor({}, undefined),
    changing: false,
    answers: {},
    faults: [],
    grade: 'none',
    inDanger: false,
    attachments: [],
    submission: 'editing',
    groupToConfirm: Math.floor(Math.random() * 6),
    receiptConfirmed: 'no',
  };
}
