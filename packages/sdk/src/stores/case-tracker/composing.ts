import type { Client } from '../../client.js';
import { randomKey } from '../../random.js';
import { Uploads } from '../help-form/uploads.js';
import type { AttachmentItem, CaseTrackerState, FileSource, MessageDraft } from './types.js';

/** Characters of a message, and how many files go with it. */
const longestMessage = 5000;
const maxFiles = 10;

/** A message that is being written: its words, and its files, which are uploaded under a draft key of their own. */
export class Composing {
  readonly draftKey = randomKey();
  words = '';
  private files: readonly AttachmentItem[] = [];
  private uploads: Uploads | undefined;

  constructor(
    private readonly client: Client,
    private readonly changed: (from: Composing) => void,
  ) {}

  get draft(): MessageDraft {
    return { words: this.words, attachments: this.files };
  }

  /** Nothing would be lost. */
  get isEmpty(): boolean {
    return this.words.trim() === '' && this.files.length === 0;
  }

  /** Ids of the files that have arrived. */
  get storedIds(): string[] {
    return this.uploads?.storedIds ?? [];
  }

  /** `home` is the federation that the case came to: files for it are uploaded there. */
  addFiles(files: Iterable<FileSource>, home: string): void {
    this.uploads ??= new Uploads({
      client: this.client,
      federation: home,
      draft: this.draftKey,
      // How large a file may be is said by the service when it is announced.
      limits: () => ({ maxCount: maxFiles, maxBytes: Infinity }),
      changed: (items) => {
        this.files = items;
        this.changed(this);
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

  /** What is wrong with it, found before anything is sent. */
  faults(): CaseTrackerState['draftFaults'] {
    const faults: CaseTrackerState['draftFaults'][number][] = [];
    const words = this.words.trim();
    if (words === '') faults.push({ field: 'words', code: 'missing' });
    if ([...words].length > longestMessage) faults.push({ field: 'words', code: 'too-long' });
    if (this.files.some(({ status }) => status === 'failed')) faults.push({ field: 'attachments', code: 'failed' });
    else if (this.files.some(({ status }) => status !== 'stored'))
      faults.push({ field: 'attachments', code: 'unfinished' });
    return faults;
  }

  /** Ends uploads. */
  stop(): void {
    this.uploads?.stop();
  }
}
