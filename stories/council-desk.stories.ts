import type { Meta } from '@storybook/web-components-vite';
import { testBallotId, testMemberId } from '@fulian/sdk/testing';
import { councilDeskMeta, councilDeskStory, type CouncilDeskArgs } from './council-desk.stage.js';
import type { OrganiserWalk } from './council-desk.walk.js';

const meta: Meta<CouncilDeskArgs> = { ...councilDeskMeta, title: 'Elements/Council desk' };

export default meta;

const account = 'worker.qingxi';
const there = (selector: string) => async (walk: OrganiserWalk) => void (await walk.there(selector));
const tapped =
  (...selectors: string[]) =>
  async (walk: OrganiserWalk) => {
    for (const one of selectors) await walk.tap(one);
  };

/** Nobody has signed in. */
export const SignIn = councilDeskStory({ last: there('#account') });

/** The councils of a county. */
export const Councils = councilDeskStory({ account, last: there('.item') });

/** There is none yet. */
export const Empty = councilDeskStory({
  account,
  service: ({ state }) => void (state.councils.all.length = 0),
  last: there('#empty'),
});

/** The service has not answered yet. */
export const Pending = councilDeskStory({ account, service: (server) => void server.hold('listCouncils') });

/** The councils could not be loaded. */
export const ErrorCouncils = councilDeskStory({
  account,
  service: (server) => void server.fail('listCouncils', 'unavailable', Infinity),
  last: there('#again'),
});

/** A role that has nothing to do with councils. */
export const OtherRole = councilDeskStory({ account: 'intake.qingxi', last: there('.saying') });

/** Founding a council. */
export const Found = councilDeskStory({ account, last: tapped('#council-new') });

/** The roll: who has a card, who left. */
export const Roll = councilDeskStory({ account, open: ['roll'], last: tapped('#show-left') });

/** The roll could not be read. */
export const ErrorRoll = councilDeskStory({
  account,
  open: ['roll'],
  service: (server) => void server.fail('listMembers', 'unavailable', Infinity),
  last: there('#again'),
});

/** A new member. */
export const Member = councilDeskStory({ account, open: ['roll'], last: tapped('#member-new') });

/** Somebody leaves, with the reason. */
export const Leaving = councilDeskStory({ account, open: ['roll'], last: tapped(`#leave-${testMemberId(4)}`) });

/** Cards with their codes, this once. */
export const Cards = councilDeskStory({
  account,
  open: ['roll'],
  last: async (walk) => {
    for (const one of ['#choose-without', '#invite', '#question-yes']) await walk.tap(one);
    await walk.there('.cards');
  },
});

/** Topics, some of which wait. */
export const Topics = councilDeskStory({ account, open: ['topics'], last: there('.item') });

/** A topic is declined with words. */
export const Decline = councilDeskStory({ account, open: ['topics'], last: tapped('[id^=decline-]') });

/** A topic goes on in another one. */
export const Merge = councilDeskStory({ account, open: ['topics'], last: tapped('[id^=merge-]') });

/** A discussion with something that was reported, and something that is hidden. */
export const Discussion = councilDeskStory({
  account,
  open: ['topics'],
  last: async (walk) => {
    await walk.tap('[id^=open-][id$="70001"]');
    await walk.there('.comments li');
  },
});

/** The meetings. */
export const Meetings = councilDeskStory({ account, open: ['meetings'], last: there('.item') });

/** A meeting that was held: agenda, attendance, minutes. */
export const Meeting = councilDeskStory({
  account,
  open: ['meetings'],
  last: tapped('.item:last-child .item-title', '#attendance-all'),
});

/** Planning a meeting. */
export const NewMeeting = councilDeskStory({ account, open: ['meetings'], last: tapped('#meeting-new') });

/** Somebody else has changed the meeting meanwhile. */
export const Conflict = councilDeskStory({
  account,
  open: ['meetings'],
  last: async (walk, { state }) => {
    await walk.tap('.item:last-child .item-title');
    await walk.write('#minutes', '我写的：大家同意修路灯，由村委会负责。');
    const meeting = state.councils.all[0]!.meetings[0]!;
    meeting.draft = { ...meeting.draft, place: '村委会会议室', minutes: '别人写的：改到村委会开。' };
    meeting.revision += 1;
    await walk.tap('#save');
    await walk.there('#conflict');
  },
});

/** Ballots in every state. */
export const Ballots = councilDeskStory({ account, open: ['ballots'], last: there('.item') });

/** Preparing a ballot: rules by their names. */
export const NewBallot = councilDeskStory({ account, open: ['ballots'], last: tapped('#ballot-new') });

/** An election, with options and every single rule. */
export const ExactRules = councilDeskStory({
  account,
  open: ['ballots'],
  last: tapped('#ballot-new', '#preset-elect-several', '#exact summary'),
});

/** Something is missing. */
export const BallotFaults = councilDeskStory({
  account,
  open: ['ballots'],
  last: tapped('#ballot-new', '#preset-elect-one', '#save'),
});

/** A draft with its checklist. */
export const Draft = councilDeskStory({ account, open: ['ballots', testBallotId('draft')], last: there('.checks li') });

/** Before it is opened. */
export const Opening = councilDeskStory({
  account,
  open: ['ballots', testBallotId('draft')],
  last: tapped('#do-open:not([aria-disabled])'),
});

/** An open ballot: how much time is left, and nothing else. */
export const OpenBallot = councilDeskStory({
  account,
  open: ['ballots', testBallotId('motion')],
  last: there('.checks li'),
});

/** Cancelling destroys votes. */
export const Cancelling = councilDeskStory({
  account,
  open: ['ballots', testBallotId('motion')],
  last: tapped('#do-cancel'),
});

/** Passed, with who voted what. */
export const Passed = councilDeskStory({
  account,
  open: ['ballots', testBallotId('passed')],
  last: there('.result'),
});

/** Missed the threshold. */
export const Failed = councilDeskStory({
  account,
  open: ['ballots', testBallotId('failed')],
  last: there('.result'),
});

/** Elected in secret. */
export const ElectedInSecret = councilDeskStory({
  account,
  open: ['ballots', testBallotId('elected-secret')],
  last: there('.result'),
});

/** Elected by order of preference, round by round. */
export const Order = councilDeskStory({
  account,
  open: ['ballots', testBallotId('order')],
  last: tapped('.result summary'),
});

/** Too few took part. */
export const NoQuorum = councilDeskStory({
  account,
  open: ['ballots', testBallotId('no-quorum')],
  last: there('.result'),
});

/** Too few secret votes: destroyed uncounted. */
export const TooFew = councilDeskStory({
  account,
  open: ['ballots', testBallotId('too-few')],
  last: there('.result'),
});

/** A tie that is run again. */
export const Tied = councilDeskStory({
  account,
  open: ['ballots', testBallotId('tied-again')],
  last: there('.result'),
});

/** A tie that waits for the chair. */
export const AwaitingChair = councilDeskStory({
  account,
  open: ['ballots', testBallotId('awaiting-chair')],
  last: there('#chair-pending'),
});

/** Resolutions in every state. */
export const Resolutions = councilDeskStory({ account, open: ['resolutions'], last: there('.item') });

/** One that is late. */
export const Resolution = councilDeskStory({
  account,
  open: ['resolutions'],
  last: tapped('.item:nth-child(2) .item-title'),
});

/** It is reported done. */
export const Reporting = councilDeskStory({
  account,
  open: ['resolutions'],
  last: tapped('button[data-id$="90001"]', '[id^=report-]'),
});

/** A resolution from a ballot that passed. */
export const NewResolution = councilDeskStory({
  account,
  open: ['ballots', testBallotId('passed')],
  last: tapped('#do-resolve', '#notice-set'),
});

/** No answer came; it is tried again. */
export const Unknown = councilDeskStory({
  account,
  open: ['resolutions'],
  last: async (walk, server) => {
    await walk.tap('button[data-id$="90001"]');
    await walk.tap('[id^=add-]');
    await walk.write('#small-words', '灯杆已经立好。');
    server.isOffline = true;
    await walk.tap('#small-send');
    await walk.there('#act-said');
  },
});

/** Locked: nothing is on the screen, and nothing is lost. */
export const Locked = councilDeskStory({ account, open: ['roll'], last: tapped('#lock') });

/** Elder mode. */
export const Elder = councilDeskStory({ globals: { elder: 'on' }, account, open: ['roll'], last: there('.item') });

/** In English. */
export const English = councilDeskStory({
  globals: { locale: 'en' },
  account,
  open: ['ballots', testBallotId('passed')],
  last: there('.result'),
});

/** From right to left, in a pseudo-language. */
export const RightToLeft = councilDeskStory({
  globals: { locale: 'x-rtl' },
  account,
  open: ['topics'],
  last: there('.item'),
});

/** Dark colours. */
export const Dark = councilDeskStory({
  globals: { appearance: 'dark' },
  account,
  open: ['ballots', testBallotId('motion')],
  last: there('.checks li'),
});

/** High contrast. */
export const HighContrast = councilDeskStory({
  globals: { appearance: 'contrast' },
  account,
  open: ['ballots', testBallotId('motion')],
  last: there('.checks li'),
});
