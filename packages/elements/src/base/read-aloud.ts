import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Language } from './language.js';
import { onWipe } from './wipe.js';

/** A sentence at a time: engines stop long texts after some fifteen seconds. */
const sentences = /[^。！？!?\n]+[。！？!?]?/g;

/**
 * Reads the words on the screen aloud with the browser's own voice. Stops when the element leaves the page, when the page is left,
 * and when somebody leaves in a hurry: a phone that goes on speaking tells whoever comes in.
 */
export class ReadAloud implements ReactiveController {
  /** Whether something is being read now. */
  speaks = false;
  private undo: (() => void) | undefined;
  private turn = 0;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Whether the browser has a voice for `language`; voices may come a little later than the page. */
  has(language: Language): boolean {
    return this.voice(language) !== undefined;
  }

  /** Begins with `words`, or stops where something is being read. */
  toggle(words: string, language: Language): void {
    if (this.speaks) this.stop();
    else this.read(words, language);
  }

  /** Says no more, at once. */
  stop(): void {
    this.turn += 1;
    if (!this.speaks) return;
    window.speechSynthesis.cancel();
    this.say(false);
  }

  hostConnected(): void {
    const voices = 'speechSynthesis' in window ? window.speechSynthesis : undefined;
    const changed = () => this.host.requestUpdate();
    // Safari before 16 has no events here: there the voices are known from the start.
    voices?.addEventListener?.('voiceschanged', changed);
    const undoWipe = onWipe(() => this.stop());
    this.undo = () => {
      voices?.removeEventListener?.('voiceschanged', changed);
      undoWipe();
    };
  }

  hostDisconnected(): void {
    this.undo?.();
    this.stop();
  }

  private read(words: string, language: Language): void {
    const parts = words.match(sentences) ?? [];
    const turn = (this.turn += 1);
    const next = () => {
      if (turn !== this.turn) return;
      const part = parts.shift();
      if (part === undefined) return this.say(false);
      const utterance = new SpeechSynthesisUtterance(part.trim());
      utterance.lang = language;
      const voice = this.voice(language);
      if (voice) utterance.voice = voice;
      // A little slower than usual: it is listened to once.
      utterance.rate = 0.9;
      utterance.onend = utterance.onerror = next;
      window.speechSynthesis.speak(utterance);
    };
    window.speechSynthesis.cancel();
    this.say(true);
    next();
  }

  private say(speaks: boolean): void {
    this.speaks = speaks;
    this.host.requestUpdate();
  }

  /** Only one that needs no network: some voices send what they read to their maker. */
  private voice(language: Language): SpeechSynthesisVoice | undefined {
    if (!('speechSynthesis' in window)) return undefined;
    const fits = window.speechSynthesis
      .getVoices()
      .filter(({ lang }) => lang.replace('_', '-').toLowerCase().startsWith(language.slice(0, 2)));
    const exact = (one: SpeechSynthesisVoice) => one.lang.replace('_', '-').toLowerCase() === language.toLowerCase();
    return fits.find((one) => one.localService && exact(one)) ?? fits.find((one) => one.localService);
  }
}
