import type { Client } from '../../client.js';
import { randomKey } from '../../random.js';
import type { Uploads } from '../help-form/uploads.js';
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
  /** Files that were chosen before what uploads them is here, by key. */
  private readonly waiting = new Map<string, FileSource>();
  private home = '';
  private made = 0;
  private isLoading = false;
  private isStopped = false;

  constructor(
    private readonly client: Client,
    private readonly changed: (from: Composing) => void,
    /** Fetches what uploads files, with the first one: few messages have any. */
    private readonly load: () => Promise<{ readonly Uploads: typeof Uploads }> = () =>
      import('../help-form/uploads.js'),
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
    this.home = home;
    if (this.uploads) return this.uploads.add(files);
    for (const file of files) this.waiting.set(`waiting-${(this.made += 1)}`, file);
    void this.begin();
  }

  removeFile(key: string): void {
    if (this.waiting.delete(key)) this.tell(this.files.filter((item) => item.key !== key));
    else this.uploads?.remove(key);
  }

  retryFile(key: string): void {
    if (this.waiting.has(key)) void this.begin();
    else this.uploads?.retry(key);
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
    this.isStopped = true;
    this.waiting.clear();
    this.uploads?.stop();
  }

  /** Uploads what waits as soon as that can be done. Where it cannot, the files stay, and she can try again. Never rejects. */
  private async begin(): Promise<void> {
    this.list({ status: 'waiting' });
    if (this.isLoading) return;
    this.isLoading = true;
    const loaded = await this.load().catch(() => undefined);
    this.isLoading = false;
    if (this.isStopped || this.waiting.size === 0) return;
    if (!loaded) return this.list({ status: 'failed', fault: { code: 'network', retryable: true } });
    const files = [...this.waiting.values()];
    this.waiting.clear();
    this.uploads = new loaded.Uploads({
      client: this.client,
      federation: this.home,
      draft: this.draftKey,
      // How large a file may be is said by the service when it is announced.
      limits: () => ({ maxCount: maxFiles, maxBytes: Infinity }),
      changed: (items) => this.tell(items),
    });
    this.uploads.add(files);
  }

  /** Lists what waits, all in one state. */
  private list(state: Pick<AttachmentItem, 'status' | 'fault'>): void {
    this.tell([...this.waiting].map(([key, { name, size }]) => ({ key, name, size, sent: 0, ...state })));
  }

  private tell(items: readonly AttachmentItem[]): void {
    this.files = items;
    this.changed(this);
  }
}
