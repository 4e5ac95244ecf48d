import { expect } from '@open-wc/testing';
import { Voter } from '../ballot/testing/voter.js';
import { OnPage } from './testing/on-page.js';

/** A voice in the place of the browser's. */
class FakeSpeech extends EventTarget {
  voices: Partial<SpeechSynthesisVoice>[] = [];
  readonly said: SpeechSynthesisUtterance[] = [];
  cancelled = 0;

  getVoices = () => this.voices;
  speak = (utterance: SpeechSynthesisUtterance) => void this.said.push(utterance);
  cancel = () => void (this.cancelled += 1);
}

const chinese = { lang: 'zh-CN', localService: true, name: 'one' };
let speech: FakeSpeech;

beforeEach(() => {
  speech = new FakeSpeech();
  Object.defineProperty(window, 'speechSynthesis', { configurable: true, get: () => speech });
  Object.assign(window, {
    SpeechSynthesisUtterance: class {
      constructor(readonly text: string) {}
    },
  });
});
afterEach(() => {
  OnPage.leaveAll();
  Reflect.deleteProperty(window, 'speechSynthesis');
  Reflect.deleteProperty(window, 'SpeechSynthesisUtterance');
});

const button = '[part=read-aloud]';

describe('reading aloud', () => {
  it('is offered where the browser has a voice for the language that needs no network, and nowhere else', async () => {
    const one = await Voter.arrive('motion');
    expect(one.has(button)).to.equal(false);
    speech.voices = [
      { ...chinese, localService: false },
      { lang: 'en-US', localService: true },
    ];
    speech.dispatchEvent(new CustomEvent('voiceschanged'));
    await one.element.updateComplete;
    expect(one.has(button)).to.equal(false);
    speech.voices = [chinese];
    speech.dispatchEvent(new CustomEvent('voiceschanged'));
    await one.there(button);
  });

  it('reads the screen sentence by sentence, stops when it is pressed again, and says so', async () => {
    speech.voices = [chinese];
    const one = await Voter.arrive('motion');
    await one.press(button);
    expect(one.find(button).getAttribute('aria-pressed')).to.equal('true');
    expect(one.words(button)).to.equal('别念了');
    expect(speech.said.map(({ text, lang }) => [text, lang])).to.deep.equal([['第 1 步，共 3 步', 'zh-CN']]);
    speech.said[0]!.onend!(new CustomEvent('end') as never);
    expect(speech.said[1]!.text).to.equal('路灯修缮');
    await one.press(button);
    expect(one.find(button).getAttribute('aria-pressed')).to.equal('false');
    speech.said[1]!.onend!(new CustomEvent('end') as never);
    expect(speech.said).to.have.length(2);
  });

  it('S1 stops with the next screen, when somebody leaves in a hurry, and with the element', async () => {
    speech.voices = [chinese];
    const one = await Voter.arrive('motion');
    const stops = async (act: () => void) => {
      await one.press(button);
      const { cancelled } = speech;
      act();
      await one.element.updateComplete;
      return speech.cancelled - cancelled;
    };
    expect(await stops(() => one.find('#begin').click())).to.equal(1);
    expect(await stops(() => window.dispatchEvent(new CustomEvent('fl-exited')))).to.equal(1);
    await one.pressWords('重新打开');
    await one.there(button);
    expect(await stops(() => one.element.remove())).to.equal(1);
  });
});
