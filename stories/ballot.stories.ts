import type { Meta } from '@storybook/web-components-vite';
import { testBallotId, testMemberId, type TestServer } from '@fulian/sdk/testing';
import { ballotAt, ballotMeta, ballotStory } from './ballot.stage.js';
import type { CouncilWalk } from './council.walk.js';

const meta: Meta = { ...ballotMeta, title: 'Elements/Ballot' };

export default meta;

/** What is decided, until when and by which rules; everybody can read it. */
export const Initial = ballotStory('motion');

/** The service has not answered yet. */
export const Pending = ballotStory('motion', { service: (server) => void server.hold('getBallot') });

/** No network. */
export const Offline = ballotStory('motion', {
  service: (server) => void server.fail('getBallot', 'drop-request', Infinity),
  last: async (walk) => void (await walk.there('[part~=error]')),
});

/** There is no such ballot, or it is a draft. */
export const NotThere = ballotStory('draft', { last: async (walk) => void (await walk.there('[part~=error]')) });

/** To vote, her card is asked for. */
export const SignIn = ballotStory('motion', { last: (walk) => walk.tap('#begin') });

/** A card that opens nothing. */
export const ErrorInTheCard = ballotStory('motion', {
  last: async (walk) => {
    await walk.tap('#begin');
    await walk.write('#code', '1234 5678 9012 3456');
    await walk.tap('#sign-in-go');
    await walk.there('#code-fault');
  },
});

/** She was not on the roll when it opened. */
export const NotOnTheRoll = ballotStory('motion', {
  service: (server) => {
    const ballot = ballotAt(server, 'motion');
    ballot.members = ballot.members.filter((id) => id !== testMemberId(4));
  },
  to: 'card',
  last: async (walk) => void (await walk.there('#hindrance')),
});

/** Yes, no, or neither. */
export const YesNo = ballotStory('motion', { to: 'choice', last: (walk) => walk.tap('[part~=option] input') });

/** She pressed on without a choice. */
export const ErrorWithoutChoice = ballotStory('motion', {
  to: 'choice',
  last: async (walk) => {
    await walk.tap('#next');
    await walk.there('#fault');
  },
});

/** One of several. */
export const Single = ballotStory('single', { to: 'choice' });

/** As many as the rules allow. */
export const Approval = ballotStory('approval', {
  to: 'choice',
  last: async (walk) => {
    for (const option of walk.all('fieldset input').slice(0, 2)) option.click();
  },
});

/** Points for each. */
export const Score = ballotStory('score', { to: 'choice', last: (walk) => walk.tap('.point:last-child input') });

const order = async (walk: CouncilWalk) => {
  for (const id of ['c', 'a', 'd']) await walk.tap(`#add-${id}`);
};

/** An order of preference, by tapping and by buttons. */
export const Ranking = ballotStory('schulze', { to: 'choice', last: order });

/** What a secret ballot promises, and what it cannot. */
export const Secrecy = ballotStory('secret', {
  to: 'card',
  last: async (walk) => void (await walk.there('.notice.success')),
});

/** Whether her blank paper may stay on the phone. */
export const Paper = ballotStory('secret', {
  to: 'card',
  last: async (walk) => {
    await walk.tap('#next');
    await walk.there('#keep');
  },
});

const check = async (walk: CouncilWalk) => {
  await walk.tap('[part~=option] input');
  await walk.tap('#next');
  await walk.there('#cast');
};

/** Her choice once more, before it is cast. */
export const Check = ballotStory('motion', { to: 'choice', last: check });

/** An order once more. */
export const CheckOrder = ballotStory('schulze', {
  to: 'choice',
  last: async (walk) => {
    await order(walk);
    await walk.tap('#next');
    await walk.there('#cast');
  },
});

const cast = async (walk: CouncilWalk) => {
  await check(walk);
  await walk.tap('#cast');
};

/** On its way. */
export const Casting = ballotStory('motion', {
  service: (server) => void server.hold('castOpenVote'),
  to: 'choice',
  last: cast,
});

/** Nobody knows yet whether it arrived, and it says so. */
export const CastingUnknown = ballotStory('motion', {
  service: (server) => void server.fail('castOpenVote', 'drop-response', Infinity),
  to: 'choice',
  last: async (walk) => {
    await cast(walk);
    await walk.there('#send-again');
  },
});

/** It was not taken; her choice is still there. */
export const ErrorNotTaken = ballotStory('motion', {
  service: (server) => void server.fail('castOpenVote', 'vote-invalid', Infinity),
  to: 'choice',
  last: async (walk) => {
    await cast(walk);
    await walk.there('#refused');
  },
});

/** She has voted, and may change it. */
export const Voted = ballotStory('motion', {
  to: 'choice',
  last: async (walk) => {
    await cast(walk);
    await walk.there('[part~=receipt]');
  },
});

/** She has voted in a secret ballot that allows no change. */
export const VotedForGood = ballotStory('secret', {
  to: 'choice',
  last: async (walk) => {
    await cast(walk);
    await walk.there('[part~=receipt]');
  },
});

/** She changes it. */
export const Changing = ballotStory('motion', {
  to: 'choice',
  last: async (walk) => {
    await cast(walk);
    await walk.tap('#change');
    await walk.there('#back');
  },
});

/** Another phone has her paper. */
export const PaperElsewhere = ballotStory('secret', {
  service: (server) => void ballotAt(server, 'secret').papers.set(testMemberId(4), 'aa'.repeat(32)),
  to: 'card',
  last: async (walk) => void (await walk.there('#hindrance')),
});

const result = async (walk: CouncilWalk) => void (await walk.there('.screen'));
const soon = (server: TestServer) => {
  const { draft } = ballotAt(server, 'motion');
  draft.closesAt = new Date(Date.now() + 12 * 60_000).toISOString();
};

/** Twelve minutes are left. */
export const EndsSoon = ballotStory('motion', { service: soon });

/** It passed, with the sentence that explains it. */
export const Passed = ballotStory('passed', { last: result });

/** It did not. */
export const Failed = ballotStory('failed', { last: result });

/** Somebody was elected in rounds. */
export const Elected = ballotStory('several', { last: (walk) => walk.tap('[part~=rounds] summary') });

/** Elected in secret: nobody is told who voted what. */
export const ElectedInSecret = ballotStory('elected-secret', { last: result });

/** Too few took part. */
export const NoQuorum = ballotStory('no-quorum', { last: result });

/** Fewer than five secret ballots are not counted. */
export const TooFew = ballotStory('too-few', { last: result });

/** A tie that is voted on again. */
export const Tied = ballotStory('tied-again', { last: result });

/** A tie that the chair decides. */
export const ChairDecides = ballotStory('awaiting-chair', {
  to: 'card',
  member: 0,
  last: async (walk) => void (await walk.there('#decide')),
});

/** It was cancelled. */
export const Cancelled = ballotStory('cancelled', { last: result });

/** Her ballot was counted. */
export const Counted = ballotStory('elected-secret', {
  last: async (walk, server) => {
    const [receipt = ''] = ballotAt(server, 'elected-secret').receipts;
    await walk.write('#typed', receipt.slice(0, 16));
    await walk.tap('#check-receipt');
    await walk.there('#found.done');
  },
});

/** It was closed while she was choosing: the result comes by itself. */
export const ClosedMeanwhile = ballotStory('motion', {
  to: 'choice',
  last: async (walk, server) => {
    await check(walk);
    server.closeBallot(testBallotId('motion'));
    await walk.tap('#cast');
    await walk.there('.outcome');
  },
});

/** Larger type and larger targets. */
export const Elder = ballotStory('schulze', { to: 'choice', last: order, globals: { elder: 'on' } });

/** In English. */
export const English = ballotStory('several', { last: result, globals: { locale: 'en' } });

/** Mirrored, for languages that are read from right to left. */
export const RightToLeft = ballotStory('motion', { globals: { locale: 'x-rtl' } });

/** Dark colours. */
export const Dark = ballotStory('passed', { last: result, globals: { appearance: 'dark' } });

/** High contrast. */
export const HighContrast = ballotStory('score', { to: 'choice', globals: { appearance: 'contrast' } });
