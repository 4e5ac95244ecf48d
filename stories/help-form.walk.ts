import type { StepId } from '@fulian/sdk/stores/help-form';

/** What only one screen has, by which it is known whatever its language. */
const marks: Readonly<Record<StepId, string>> = {
  danger: '#danger',
  asker: '#askerRole',
  category: '#category',
  age: '#underFourteen',
  risk: '#risks',
  children: '#childrenPresent',
  narrative: '#narrative',
  attachments: '#attachments',
  place: '.places, .chosen-place',
  identity: '#identity',
  contact: '#channel',
  'contact-safety': '#mayLeaveMessage',
  needs: '#languages',
  exclusion: '#hasExclusion',
  consent: '#consentGeneral',
  check: '[part~=submit]',
};

/** What somebody answers on a screen. */
export type Answering = (walk: Walk) => void | Promise<void>;

/** A woman who asks for herself, gives her name and a phone number, and is in no danger now. */
const usual: Readonly<Record<Exclude<StepId, 'check'>, Answering>> = {
  danger: (walk) => walk.choose('#danger-1'),
  asker: (walk) => walk.choose('#askerRole'),
  category: (walk) => walk.choose('#category'),
  age: (walk) => walk.choose('#underFourteen-1'),
  risk: (walk) => walk.choose('#risks'),
  children: (walk) => walk.choose('#childrenPresent'),
  narrative: (walk) => walk.write('#narrative', '他喝了酒就打人，昨天晚上又动手了。孩子在旁边哭。我想知道该怎么办。'),
  attachments: () => undefined,
  place: async (walk) => {
    await walk.tap('[part~=place]');
    await walk.there('.chosen-place');
  },
  identity: async (walk) => {
    await walk.choose('#identity-1');
    await walk.write('#name', '林小云');
  },
  contact: async (walk) => {
    await walk.choose('#channel');
    await walk.write('#contactValue', '990 0000 0000');
  },
  'contact-safety': async (walk) => {
    await walk.choose('#mayLeaveMessage-1');
    await walk.choose('#maySayWhoCalls-1');
    await walk.write('#coverWords', '社区通知体检');
  },
  needs: () => undefined,
  exclusion: (walk) => walk.choose('#hasExclusion'),
  consent: async (walk) => {
    for (const box of walk.all('input[type=checkbox]')) await walk.choose(`#${box.id}`);
  },
};

/** Milliseconds until something that has not come counts as missing. */
const patience = 10_000;

/** Goes through a help form as a person does, so that a story shows a state that can really be reached. */
export class Walk {
  private readonly form: HTMLElement & { readonly updateComplete: Promise<boolean> };

  constructor(
    canvas: HTMLElement,
    private readonly answers: Partial<Record<StepId, Answering>> = {},
  ) {
    const form = canvas.querySelector('fl-help-form');
    if (!form) throw new Error('This story shows no help form');
    this.form = form;
  }

  /** All elements of the screen that a selector finds. */
  all(selector: string): HTMLElement[] {
    return [...(this.form.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
  }

  /** Resolves to the first element that a selector finds, as soon as there is one. */
  async there(selector: string): Promise<HTMLElement> {
    const end = Date.now() + patience;
    for (;;) {
      await this.form.updateComplete;
      const [found] = this.all(selector);
      if (found) return found;
      if (Date.now() > end) throw new Error(`${selector} has not come to the screen of ${this.screen ?? 'no step'}`);
      await new Promise((drawn) => setTimeout(drawn, 10));
    }
  }

  /** Presses a button or a link. */
  async tap(selector: string): Promise<void> {
    (await this.there(selector)).click();
  }

  /** Chooses an answer, unless it is chosen. */
  async choose(selector: string): Promise<void> {
    const input = (await this.there(selector)) as HTMLInputElement;
    if (!input.checked) input.click();
    await this.form.updateComplete;
  }

  /** Writes into a box. */
  async write(selector: string, words: string): Promise<void> {
    const input = (await this.there(selector)) as HTMLInputElement;
    input.value = words;
    input.dispatchEvent(new CustomEvent('input', { bubbles: true, composed: true }));
    await this.form.updateComplete;
  }

  /** Adds files. */
  async add(...files: File[]): Promise<void> {
    const input = (await this.there('#attachments')) as HTMLInputElement;
    const chosen = new DataTransfer();
    for (const file of files) chosen.items.add(file);
    input.files = chosen.files;
    input.dispatchEvent(new CustomEvent('change', { bubbles: true }));
  }

  /** Answers one question after the other until the screen of `step`, which it leaves unanswered. */
  async to(step: StepId): Promise<void> {
    for (let here = await this.settled(); here !== step; here = await this.settled(here)) {
      if (here === 'check') throw new Error(`The way does not lead by '${step}'`);
      await (this.answers[here] ?? usual[here])(this);
      await this.tap('[part~=continue]');
    }
  }

  /** Answers the question of the screen and stays there. */
  async answer(): Promise<void> {
    const here = await this.settled();
    if (here !== 'check') await (this.answers[here] ?? usual[here])(this);
  }

  private get screen(): StepId | undefined {
    return (Object.keys(marks) as StepId[]).find((step) => this.all(marks[step]).length > 0);
  }

  /** The step on the screen, once it is another one than `before`. */
  private async settled(before?: StepId): Promise<StepId> {
    const others = (Object.keys(marks) as StepId[]).filter((step) => step !== before).map((step) => marks[step]);
    await this.there(others.join(', '));
    return this.screen!;
  }
}
