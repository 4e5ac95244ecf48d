import { fieldsOf, findStepFaults, stepKinds } from '@fulian/contract/rules/case';
import type { Schemas } from '../../operation-types.js';
import { randomKey } from '../../random.js';
import type { StaffClient } from '../../staff.js';
import { Uploads } from '../help-form/uploads.js';
import type { AttachmentItem, CaseStep, CaseStepKind, FileSource, StepDrafts, StepFault } from './types.js';

/** Kinds of steps that take files. */
export const filesWith: readonly CaseStepKind[] = stepKinds.filter((kind) =>
  fieldsOf(kind).takes.includes('attachments'),
);

const maxFiles = 10;
const longestWords = 5000;

/** Something that was sent and of which nobody knows whether it was taken. */
export interface Unknown {
  readonly kind: CaseStepKind;
  readonly text: string;
  readonly idempotencyKey: string;
  readonly etag: string;
}

/** What somebody writes in one case. Lives in memory as long as something is written, whichever case is on the screen. */
export class Writing {
  drafts: StepDrafts = {};
  files: readonly AttachmentItem[] = [];
  unknown: Unknown | undefined;
  private uploads: Uploads | undefined;
  private draft = randomKey();

  constructor(
    private readonly client: StaffClient,
    private readonly caseId: string,
    private readonly changed: () => void,
  ) {}

  /** Nothing would be lost. */
  get isEmpty(): boolean {
    const texts = Object.keys(this.drafts) as CaseStepKind[];
    return this.files.length === 0 && !this.unknown && !texts.some((kind) => isWritten(this.drafts[kind]));
  }

  /** The key of the draft that the files are uploaded under. */
  get draftKey(): string {
    return this.draft;
  }

  write(kind: CaseStepKind, change: { readonly [Key in keyof CaseStep]?: CaseStep[Key] | undefined }): void {
    const { kind: _, attachments: __, ...fields } = { ...this.drafts[kind], ...change } as Partial<CaseStep>;
    const kept: Record<string, unknown> = {};
    for (const key of Object.keys(fields) as (keyof typeof fields)[])
      if (fields[key] !== undefined) kept[key] = fields[key];
    this.drafts = { ...this.drafts, [kind]: kept };
  }

  discard(kind: CaseStepKind): void {
    const { [kind]: _, ...others } = this.drafts;
    this.drafts = others;
  }

  addFiles(files: Iterable<FileSource>): void {
    this.uploads ??= new Uploads({
      client: this.client,
      federation: this.caseId.slice(0, 12),
      draft: this.draft,
      // How large a file may be is said by the service when it is announced.
      limits: () => ({ maxCount: maxFiles, maxBytes: Infinity }),
      changed: (items) => {
        this.files = items;
        this.changed();
      },
    });
    this.uploads.add(files);
  }

  removeFile(key: string): void {
    this.uploads?.remove(key);
  }

  retryFile(key: string): void {
    this.uploads?.retry(key);
  }

  /** The step as it is sent. */
  stepOf(kind: CaseStepKind): CaseStep {
    const draft = this.drafts[kind] ?? {};
    const words = draft.words?.trim();
    const { words: _, ...fields } = draft;
    const attachments = filesWith.includes(kind) ? (this.uploads?.storedIds ?? []) : [];
    return { kind, ...fields, ...(words && { words }), ...(attachments.length > 0 && { attachments }) };
  }

  /** What is wrong with it, found before anything is sent. */
  faultsOf(step: CaseStep): StepFault[] {
    const faults = findStepFaults(step).map(({ where, code }) => ({ field: where.replace(/^body\//, ''), code }));
    if ([...(step.words ?? '')].length > longestWords) faults.push({ field: 'words', code: 'too-long' });
    if (filesWith.includes(step.kind)) {
      if (this.files.some(({ status }) => status === 'failed')) faults.push({ field: 'attachments', code: 'failed' });
      else if (this.files.some(({ status }) => status !== 'stored'))
        faults.push({ field: 'attachments', code: 'unfinished' });
    }
    return faults;
  }

  /** A step was taken: what was written for it is not needed any more. */
  taken(step: CaseStep): void {
    this.discard(step.kind);
    this.unknown = undefined;
    if (step.attachments) this.dropFiles();
  }

  /** Ends uploads and forgets everything. */
  stop(): void {
    this.drafts = {};
    this.unknown = undefined;
    this.dropFiles();
  }

  private dropFiles(): void {
    this.uploads?.stop();
    this.uploads = undefined;
    this.files = [];
    this.draft = randomKey();
  }
}

/** A draft in which somebody only chose, or typed nothing but blanks, is nothing to be lost. */
function isWritten(draft: StepDrafts[CaseStepKind]): boolean {
  return draft?.words?.trim() ? true : (draft?.plan?.items.length ?? 0) > 0 || !!draft?.plan?.aim.trim();
}

/** Faults that the service found, by the fields of the step. */
export function faultsIn(findings: readonly Schemas['Finding'][] = []): StepFault[] {
  return findings.map(({ where, code }) => ({ field: where.replace(/^body\/?/, ''), code }));
}
