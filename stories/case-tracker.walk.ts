import { testCaseNumber, testSecret } from '@fulian/sdk/testing';

/** Milliseconds until something that has not come counts as missing. */
const patience = 10_000;

/** Goes through a tracker as a person does, so that a story shows a state that can really be reached. */
export class TrackerWalk {
  private readonly tracker: HTMLElement & { readonly updateComplete: Promise<boolean> };

  constructor(canvas: HTMLElement) {
    const tracker = canvas.querySelector('fl-case-tracker');
    if (!tracker) throw new Error('This story shows no tracker');
    this.tracker = tracker;
  }

  /** All elements of the screen that a selector finds. */
  all(selector: string): HTMLElement[] {
    return [...(this.tracker.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
  }

  /** Resolves to the first element that a selector finds, as soon as there is one. */
  async there(selector: string): Promise<HTMLElement> {
    const end = Date.now() + patience;
    for (;;) {
      await this.tracker.updateComplete;
      const [found] = this.all(selector);
      if (found) return found;
      if (Date.now() > end) throw new Error(`${selector} has not come to the screen`);
      await new Promise((drawn) => setTimeout(drawn, 10));
    }
  }

  /** Presses a button or a link. */
  async tap(selector: string): Promise<void> {
    (await this.there(selector)).click();
    await this.tracker.updateComplete;
  }

  /** Writes into a box. */
  async write(selector: string, words: string): Promise<void> {
    const input = (await this.there(selector)) as HTMLTextAreaElement;
    input.value = words;
    input.dispatchEvent(new CustomEvent('input', { bubbles: true, composed: true }));
    await this.tracker.updateComplete;
  }

  /** Opens the box for a message and writes into it. */
  async writeMessage(words: string): Promise<void> {
    await this.tap('#write');
    await this.write('#message', words);
  }

  /** Adds files to the message. */
  async add(...files: File[]): Promise<void> {
    const input = (await this.there('#attachments')) as HTMLInputElement;
    const chosen = new DataTransfer();
    for (const file of files) chosen.items.add(file);
    input.files = chosen.files;
    input.dispatchEvent(new CustomEvent('change', { bubbles: true }));
  }

  /** Types number and secret of a sample case, with a wrong secret where it is to be refused. */
  async typeReceipt(sample: number, secret = testSecret): Promise<void> {
    const grouped = (digits: string) => digits.replace(/\d{4}(?=\d)/g, '$& ');
    await this.write('#number', grouped(testCaseNumber(sample)));
    await this.write('#secret', grouped(secret));
    await this.tap('[part~=open]');
  }

  /** Opens a sample case. */
  async open(sample: number): Promise<void> {
    await this.typeReceipt(sample);
    await this.there('[part~=next]');
  }
}
