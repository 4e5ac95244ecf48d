import type { Meta } from '@storybook/web-components-vite';
import type { TestServer } from '@fulian/sdk/testing';
import { helpFormMeta, onTheWay, picture, type HelpFormArgs, type Way } from './help-form.stage.js';
import type { Walk } from './help-form.walk.js';

const meta: Meta<HelpFormArgs> = { ...helpFormMeta, title: 'Elements/Help form' };

export default meta;

const send = (walk: Walk) => walk.tap('[part~=submit]');
const down = (server: TestServer) => void server.fail('submitHelpRequest', 'unavailable', Infinity);

/** From the last screen to the receipt. */
async function receive(walk: Walk): Promise<void> {
  await send(walk);
  await walk.there('[part~=receipt]');
}

/** Types the group back that is asked for; with a digit too many where it is to be wrong. */
async function typeBack(walk: Walk, wrong: boolean): Promise<void> {
  await receive(walk);
  const label = (await walk.there('label[for=typed-group]')).textContent ?? '';
  const asked = Number(/\d+/.exec(label)?.[0]);
  const groups = walk.all('[aria-labelledby=receipt-secret] b').map((group) => group.textContent ?? '');
  await walk.write('#typed-group', `${groups[asked - 1] ?? ''}${wrong ? '0' : ''}`);
  await walk.tap('[part~=confirm]');
  await walk.there(wrong ? '#typed-group-fault' : '#confirmed');
}

/** As it appears: the first question, and how to leave. */
export const Initial = onTheWay({});

/** Somebody is in danger: the numbers to call come at once, before anything is sent. */
export const DangerTicked = onTheWay({ last: (walk) => walk.choose('#danger') });

/** The numbers stay in reach on every later screen. */
export const DangerOnALaterScreen = onTheWay({ to: 'category', answers: { danger: (walk) => walk.choose('#danger') } });

/** Continue without an answer: the summary takes the focus and leads to the field, with the same words. */
export const ErrorOnAStep = onTheWay({ to: 'asker', last: (walk) => walk.tap('[part~=continue]') });

/** Several faults on one screen. */
export const ErrorsOnAStep = onTheWay({
  to: 'contact-safety',
  last: async (walk) => {
    await walk.tap('[part~=continue]');
    await walk.there('#error-summary');
  },
});

/** A number that cannot be one is kept for correction. */
export const ErrorKeepsWhatWasTyped = onTheWay({
  to: 'contact',
  last: async (walk) => {
    await walk.choose('#channel');
    await walk.tap('[part~=continue]');
    await walk.there('#contactValue-fault');
  },
});

/** The federation's form has not come yet. */
export const Pending = onTheWay({
  service: (server) => void server.hold('getHelpForm'),
  to: 'asker',
  answered: true,
  last: (walk) => walk.tap('[part~=continue]'),
});

const loadFails: Way = {
  to: 'asker',
  answered: true,
  last: async (walk) => {
    await walk.tap('[part~=continue]');
    await walk.there('.hotline');
  },
};

/** The service is down before the later questions could be loaded. */
export const ErrorLoading = onTheWay({
  ...loadFails,
  service: (server) => void server.fail('getHelpForm', 'unavailable', Infinity),
});

/** No network before the later questions could be loaded. */
export const OfflineLoading = onTheWay({
  ...loadFails,
  service: (server) => void server.fail('getHelpForm', 'drop-request', Infinity),
});

/** One file on its way, one that is checked by the service. */
export const Uploading = onTheWay({
  to: 'attachments',
  last: async (walk, server) => {
    const gate = server.hold('appendAttachment');
    await walk.add(picture('伤情照片.jpg', 3_000_000));
    await gate.arrived(1);
    gate.release(1);
    await gate.arrived(2);
    await walk.there('progress[aria-label]');
  },
});

/** The service asks for a pause of a minute: too long to wait for without asking her. */
const longPause = {
  status: 503,
  headers: { 'content-type': 'application/problem+json', 'retry-after': '60' },
  body: {
    type: '/v1/problems/unavailable',
    title: 'The service cannot store or read anything now',
    status: 503,
    code: 'unavailable',
    requestId: 'story',
    retryAfter: 60,
  },
} as const;

/** A file that is not taken, and one that did not arrive and can be tried again. */
export const UploadFailed = onTheWay({
  to: 'attachments',
  last: async (walk, server) => {
    server.fail('appendAttachment', 'attachment-type-refused');
    await walk.add(picture('安装程序.exe', 90_000));
    await walk.there('.file:nth-child(1) .fault');
    server.fail('appendAttachment', longPause, Infinity);
    await walk.add(picture('录音.m4a', 90_000));
    await walk.there('.file:nth-child(2) .fault');
  },
});

/** The service has not answered yet. Nothing says 'sent' before it has. */
export const Sending = onTheWay({
  service: (server) => void server.hold('submitHelpRequest'),
  to: 'check',
  last: async (walk) => {
    await send(walk);
    await walk.there('[part~=submit][aria-disabled]');
  },
});

/** The service is down: nothing was sent, everything is kept, and a voice is there. */
export const ErrorServiceDown = onTheWay({
  service: down,
  to: 'check',
  last: async (walk) => {
    await send(walk);
    await walk.there('#unsent');
  },
});

/** The connection broke, so that nobody knows whether it arrived. Sending again makes no second case. */
export const ErrorUnknownWhetherSent = onTheWay({
  service: (server) => void server.fail('submitHelpRequest', 'drop-response', Infinity),
  to: 'check',
  last: async (walk) => {
    await send(walk);
    await walk.there('#unsent');
  },
});

/** The device says that it has no network. */
export const Offline = {
  ...onTheWay({
    to: 'check',
    last: async (walk, server) => {
      server.isOffline = true;
      await send(walk);
      await walk.there('#unsent');
    },
  }),
  beforeEach: () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    return () => void Reflect.deleteProperty(navigator, 'onLine');
  },
};

/** Stored: number and secret to write down. */
export const Receipt = onTheWay({ to: 'check', last: receive });

/** As three lines that look like telephone numbers. */
export const ReceiptToWriteDown = onTheWay({
  to: 'check',
  last: async (walk) => {
    await receive(walk);
    await walk.tap('[part~=as-telephone]');
    await walk.there('.lines');
  },
});

/** A group that was typed back and does not match. */
export const ReceiptMistyped = onTheWay({ to: 'check', last: (walk) => typeBack(walk, true) });

/** A group that was typed back and matches. */
export const ReceiptConfirmed = onTheWay({ to: 'check', last: (walk) => typeBack(walk, false) });

/** Cleared away, in case the page comes back. */
export const Closed = onTheWay({
  to: 'check',
  last: async (walk) => {
    await receive(walk);
    await walk.tap('[part~=finish]');
  },
});

/** A county that takes three kinds of requests and has words of its own. */
export const CountyWithItsOwnWords = onTheWay({
  service: ({ state }) => {
    state.form = {
      ...state.form,
      categories: state.form.categories.slice(0, 3),
      words: { 'category-legend': { 'zh-CN': '您遇到了什么难处？', en: 'What is your trouble?' } },
    };
  },
  to: 'category',
});

/** Outside an `<fl-client>` and without a client: whoever builds the page reads how to mend it. */
export const NotConnected = { ...onTheWay({}), args: { federation: '' } };

/** Elder mode: larger type and targets. */
export const Elder = onTheWay({ globals: { elder: 'on' } });

/** Elder mode on a screen with many choices. */
export const ElderCategory = onTheWay({ globals: { elder: 'on' }, to: 'category' });

/** Elder mode: the receipt. */
export const ElderReceipt = onTheWay({ globals: { elder: 'on' }, to: 'check', last: receive });

/** In English. */
export const English = onTheWay({ globals: { locale: 'en' } });

/** In English: all answers. */
export const EnglishCheck = onTheWay({ globals: { locale: 'en' }, to: 'check' });

/** In English: the receipt. */
export const EnglishReceipt = onTheWay({ globals: { locale: 'en' }, to: 'check', last: receive });

/** From right to left, in a pseudo-language. */
export const RightToLeft = onTheWay({ globals: { locale: 'x-rtl' } });

/** From right to left: a screen with a follow-up question and a fault. */
export const RightToLeftFault = onTheWay({
  globals: { locale: 'x-rtl' },
  to: 'contact',
  last: async (walk) => {
    await walk.choose('#channel');
    await walk.tap('[part~=continue]');
    await walk.there('#contactValue-fault');
  },
});

/** High contrast. */
export const HighContrast = onTheWay({ globals: { appearance: 'contrast' }, last: (walk) => walk.choose('#danger') });

/** High contrast: the receipt. */
export const HighContrastReceipt = onTheWay({ globals: { appearance: 'contrast' }, to: 'check', last: receive });

/** Dark colours. */
export const Dark = onTheWay({ globals: { appearance: 'dark' }, last: (walk) => walk.choose('#danger') });

/** Dark colours: all answers. */
export const DarkCheck = onTheWay({ globals: { appearance: 'dark' }, to: 'check' });

/** Dark colours: the receipt. */
export const DarkReceipt = onTheWay({ globals: { appearance: 'dark' }, to: 'check', last: receive });
