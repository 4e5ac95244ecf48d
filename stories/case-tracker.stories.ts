import type { Meta } from '@storybook/web-components-vite';
import { testCaseId, type TestServer } from '@fulian/sdk/testing';
import { caseTrackerMeta, sample, trackerStory, type CaseTrackerArgs } from './case-tracker.stage.js';
import type { TrackerWalk } from './case-tracker.walk.js';

const meta: Meta<CaseTrackerArgs> = { ...caseTrackerMeta, title: 'Elements/Case tracker' };

export default meta;

/** As it appears: number, secret, and how to leave. */
export const Initial = trackerStory({});

/** Opened with too little in the fields. */
export const ErrorInTheNumber = trackerStory({
  last: async (walk) => {
    await walk.write('#number', '1234');
    await walk.tap('[part~=open]');
    await walk.there('#secret-fault');
  },
});

/** A wrong number and a wrong secret look the same. */
export const ErrorRefused = trackerStory({
  last: async (walk) => {
    await walk.typeReceipt(sample.working, '1'.repeat(24));
    await walk.there('#refused');
  },
});

/** No network. */
export const Offline = trackerStory({
  service: (server) => void server.fail('openOwnCase', 'drop-request', Infinity),
  last: async (walk) => {
    await walk.typeReceipt(sample.working);
    await walk.there('#refused');
  },
});

/** The service has not answered yet. */
export const Pending = trackerStory({
  service: (server) => void server.hold('openOwnCase'),
  last: async (walk) => {
    await walk.typeReceipt(sample.working);
    await walk.there('[aria-disabled]');
  },
});

/** What to do when the receipt is lost. */
export const LostReceipt = trackerStory({ last: (walk) => walk.tap('summary') });

/** A case that is being worked on. */
export const Complete = trackerStory({ open: 'working' });

/** It has just come: somebody will call within the hour. */
export const JustCame = trackerStory({ open: 'justCame' });

/** What was promised is late. */
export const Late = trackerStory({
  service: ({ state }) => {
    const one = state.cases.all[sample.justCame]!;
    const limits = one.facts.limits.map((limit) => ({ ...limit, due: '2026-03-04T08:30:00.000Z' }));
    one.facts = { ...one.facts, limits };
  },
  open: 'justCame',
});

/** The federation asks her something. */
export const Asked = trackerStory({ open: 'asked' });

/** May what says who she is go to the police? */
export const Consent = trackerStory({ open: 'consentAsked' });

/** Another federation is to go on with it. */
export const Offered = trackerStory({ open: 'offered' });

/** Done: is she satisfied? */
export const Resolved = trackerStory({ open: 'resolved' });

/** She is not. */
export const Dissatisfied = trackerStory({
  open: 'resolved',
  last: async (walk) => {
    await walk.tap('[part~=rating] .secondary');
    await walk.write('#complaint', '他又来闹了，没有人来过。');
  },
});

/** So it was begun anew. */
export const Reopened = trackerStory({ open: 'reopened' });

/** Not taken on, with the reason and where to go. */
export const Declined = trackerStory({ open: 'declined' });

/** She has withdrawn it. */
export const Withdrawn = trackerStory({ open: 'withdrawn' });

/** Something has happened while she looks. */
export const News = trackerStory({
  open: 'working',
  last: async (walk, server) => {
    server.takeStep(testCaseId(sample.working), 'worker.qingxi', {
      kind: 'message',
      words: '明天上午十点可以来妇联吗？我们陪您去法院。',
    });
    await walk.there('[part~=news]');
  },
});

/** The connection broke: what was known stays. */
export const OfflineWhileOpen = trackerStory({
  open: 'working',
  last: async (walk, server) => {
    server.isOffline = true;
    await walk.there('.strip .notice');
  },
});

const message = '我今晚在娘家，孩子也在。';

/** A message that is written, with a file that is on its way and one that was not taken. */
export const Writing = trackerStory({
  open: 'working',
  last: async (walk, server) => {
    await walk.writeMessage(message);
    server.hold('appendAttachment');
    await walk.add(new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])], '伤情照片.jpg'), new File([], '录音.m4a'));
    await walk.there('[part~=file] .fault');
  },
});

const silent = async (walk: TrackerWalk, server: TestServer, fault: 'drop-response' | 'step-refused') => {
  server.closeStreams('broken');
  server.fail('readOwnCase', 'drop-request', Infinity);
  server.fail('sendOwnMessage', fault, Infinity);
  await walk.writeMessage(message);
  await walk.tap('[part~=send]');
  await walk.there('[part~=outgoing] .fault');
};

/** Nobody knows whether the message arrived, and it says so. */
export const SendingUnknown = trackerStory({
  open: 'working',
  last: (walk, server) => silent(walk, server, 'drop-response'),
});

/** It did not arrive and will not: her words come back. */
export const SendingRefused = trackerStory({
  open: 'working',
  last: (walk, server) => silent(walk, server, 'step-refused'),
});

/** Everything about her, with a warning that a file on the phone can be found. */
export const Download = trackerStory({
  open: 'working',
  last: async (walk) => {
    await walk.tap('#download-toggle');
    await walk.there('#panel');
  },
});

/** What withdrawing means, before she does it. */
export const Withdraw = trackerStory({
  open: 'working',
  last: async (walk) => {
    await walk.tap('#withdraw-toggle');
    await walk.there('#panel');
  },
});

/** Deleting for good asks for a group that stands on her paper. */
export const Erase = trackerStory({
  open: 'closedLongAgo',
  last: async (walk) => {
    await walk.tap('#erase-toggle');
    await walk.write('#group', '0000');
    await walk.tap('#erase-go');
    await walk.there('#group-fault');
  },
});

/** Put away: blank, and the way back. */
export const PutAway = trackerStory({ open: 'working', last: (walk) => walk.tap('[part~=put-away]') });

/** Half an hour is over; what she wrote comes back with the case. */
export const Expired = trackerStory({
  open: 'working',
  last: async (walk, server) => {
    await walk.writeMessage(message);
    server.state.ownTokens.clear();
    await walk.tap('[part~=send]');
    await walk.there('#closed');
  },
});

/** Larger type and larger targets. */
export const Elder = trackerStory({ open: 'working', globals: { elder: 'on' } });

/** In English. */
export const English = trackerStory({ open: 'working', globals: { locale: 'en' } });

/** Mirrored, for languages that are read from right to left. */
export const RightToLeft = trackerStory({ open: 'consentAsked', globals: { locale: 'x-rtl' } });

/** Dark colours. */
export const Dark = trackerStory({ open: 'resolved', globals: { appearance: 'dark' } });

/** High contrast. */
export const HighContrast = trackerStory({ open: 'working', globals: { appearance: 'contrast' } });
