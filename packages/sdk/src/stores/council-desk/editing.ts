import { isProblemError } from '../../errors.js';
import type { CallOptions } from '../../operation-types.js';
import { randomKey } from '../../random.js';
import { asFulianError, type Change, changed, isUnknown, Life } from '../observable.js';
import { emptyDrafts, type Form, type FormPlace, forms, missingIn } from './forms.js';
import type { DeskDrafts, DeskThings, DraftKind, Editor } from './types.js';

/** Something new that was sent and not answered. */
interface Unanswered<Kind extends DraftKind> {
  readonly body: DeskDrafts[Kind];
  readonly key: string;
  mayHaveArrived: boolean;
}

/**
 * One form that is being filled in. What was typed is never lost: not by a refusal, not by a network that breaks, and not by somebody else
 * who changes the same thing. Something new is stored once, however often it is sent.
 */
export class Editing<Kind extends DraftKind> {
  private current: Editor<Kind>;
  private readonly form: Form<Kind>;
  private readonly life = new Life();
  private etag = '';
  /** What would change nothing. */
  private base: string;
  private unanswered: Unanswered<Kind> | undefined;
  /** A change that was sent and not answered. */
  private unansweredChange: string | undefined;

  constructor(
    private readonly place: FormPlace,
    readonly kind: Kind,
    id: string | undefined,
    draft: Partial<DeskDrafts[Kind]> | undefined,
    private readonly host: { changed(): void; stored(kind: DraftKind, id: string): void },
  ) {
    this.form = forms[kind];
    const empty = emptyDrafts[kind];
    this.base = textOf(empty);
    const begun = { ...empty, ...draft };
    this.current = {
      ...(id !== undefined && { id }),
      load: id === undefined ? 'complete' : 'pending',
      draft: begun,
      isChanged: textOf(begun) !== this.base,
      faults: [],
    };
  }

  get state(): Editor<Kind> {
    return this.current;
  }

  /** Reads what there is. Never rejects. */
  async load(): Promise<void> {
    const { id, draft } = this.current;
    if (id === undefined) return;
    this.set({ load: 'pending', loadError: undefined });
    try {
      const thing = await this.read(id);
      const now = this.form.draftOf(thing);
      this.base = textOf(now);
      this.set({ load: 'complete', draft: { ...now, ...(this.current.isChanged && draft) } });
      this.set({ isChanged: this.isChanged });
    } catch (error) {
      this.set({ load: 'error', loadError: asFulianError(error, this.kind) });
    }
  }

  write(change: Change<DeskDrafts[Kind]>): void {
    // What is wrong is forgotten as soon as something else is written.
    this.set({ draft: changed(this.current.draft, change as Change<Partial<DeskDrafts[Kind]>>), faults: [] });
    this.set({ isChanged: this.isChanged });
  }

  /** With a conflict: what is there now. */
  takeOver(): void {
    const { conflict } = this.current;
    if (!conflict) return;
    const draft = this.form.draftOf(conflict);
    this.base = textOf(draft);
    this.set({ draft, isChanged: false, conflict: undefined, save: undefined, faults: [] });
  }

  /** Resolves to the id of what is stored. Never rejects. */
  async save(): Promise<string | undefined> {
    const { save, load } = this.current;
    if (save?.status === 'sending' || load !== 'complete') return undefined;
    const draft = this.current.draft as DeskDrafts[Kind];
    const missing = missingIn('', draft, this.form.required);
    const faults = missing.length > 0 ? missing : (this.form.faults?.(draft) ?? []);
    if (faults.length > 0) {
      this.set({ faults, save: { status: 'failed', faults } });
      return undefined;
    }
    this.set({ faults: [], save: { status: 'sending' } });
    try {
      const id = this.current.id ?? (await this.create(draft));
      // What was stored under the key of an earlier try may say something else than what is written by now.
      if (textOf(this.current.draft) !== this.base) await this.change(id, this.current.draft as DeskDrafts[Kind]);
      if (this.life.isOver) return id;
      this.set({ save: { status: 'done' }, isChanged: false, conflict: undefined });
      this.host.stored(this.kind, id);
      return id;
    } catch (thrown) {
      await this.refused(thrown);
      return undefined;
    }
  }

  stop(): void {
    this.life.end();
  }

  private get isChanged(): boolean {
    return textOf(this.current.draft) !== this.base;
  }

  private async create(draft: DeskDrafts[Kind]): Promise<string> {
    const sent = (this.unanswered ??= { body: draft, key: randomKey(), mayHaveArrived: false });
    const thing = await this.form.create(this.place, sent.body, sent.key, this.reading());
    this.unanswered = undefined;
    this.base = textOf(sent.body);
    const id = this.form.idOf(thing);
    this.set({ id });
    if (this.etag === '') await this.read(id);
    return id;
  }

  private async change(id: string, draft: DeskDrafts[Kind]): Promise<void> {
    const text = textOf(draft);
    const wasUnanswered = this.unansweredChange;
    try {
      await this.form.change(this.place, id, draft, this.etag, this.reading());
    } catch (error) {
      if (isUnknown(asFulianError(error, this.kind))) this.unansweredChange = text;
      else if (wasUnanswered !== undefined && isStale(error)) {
        // Perhaps nobody was quicker than her own try that was not answered.
        const now = await this.read(id);
        if (textOf(this.form.draftOf(now)) === wasUnanswered) {
          this.unansweredChange = undefined;
          this.base = wasUnanswered;
          return text === wasUnanswered ? undefined : this.change(id, draft);
        }
      }
      throw error;
    }
    this.unansweredChange = undefined;
    this.base = text;
  }

  private async refused(thrown: unknown): Promise<void> {
    if (this.life.isOver) return;
    const error = asFulianError(thrown, this.kind);
    const { unanswered } = this;
    if (isUnknown(error)) {
      if (unanswered) unanswered.mayHaveArrived = true;
      return this.set({ save: { status: 'unknown', error } });
    }
    // A session that is over says nothing of an earlier try.
    if (!(isProblemError(error) && error.status === 401 && unanswered?.mayHaveArrived)) this.unanswered = undefined;
    const faults = isProblemError(error) ? (error.problem.findings ?? []) : [];
    this.set({ save: { status: 'failed', error, faults }, faults });
    const { id } = this.current;
    if (id === undefined || !isStale(error)) return;
    try {
      this.set({ conflict: await this.read(id) });
    } catch {
      // The next `save` is refused again, and reads it again.
    }
  }

  private async read(id: string): Promise<DeskThings[Kind]> {
    const thing = await this.form.read(this.place, id, this.reading());
    if (!thing) throw new Error('it is not there any more');
    return thing;
  }

  private reading(): CallOptions {
    return { signal: this.life.signal, onHeaders: (headers) => (this.etag = headers.get('ETag') ?? this.etag) };
  }

  private set(change: Change<Editor<Kind>>): void {
    this.current = changed(this.current, change);
    if (!this.life.isOver) this.host.changed();
  }
}

function isStale(error: unknown): boolean {
  return isProblemError(error) && error.code === 'precondition-failed';
}

/** The same text for the same draft, in whichever order it was written. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
