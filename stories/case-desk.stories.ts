import type { Meta } from '@storybook/web-components-vite';
import { testCaseId } from '@fulian/sdk/testing';
import { caseDeskMeta, deskStory, type CaseDeskArgs } from './case-desk.stage.js';
import type { DeskWalk } from './case-desk.walk.js';

const meta: Meta<CaseDeskArgs> = { ...caseDeskMeta, title: 'Elements/Case desk' };

export default meta;

const worker = 'worker.qingxi';
const listed = async (walk: DeskWalk) => void (await walk.there('.row .category'));

/** Nobody has signed in. */
export const SignIn = deskStory({ last: async (walk) => void (await walk.there('#account')) });

/** Account or password is wrong: which of them, nobody says. */
export const SignInRefused = deskStory({
  account: 'nobody.qingxi',
  last: async (walk) => void (await walk.there('[role=alert]')),
});

/** The county’s own accounts are offered, too. */
export const SignInElsewhere = { ...deskStory({}), args: { 'oidc-return-to': 'https://desk.example/desk.html' } };

/** The one-time code. */
export const OneTimeCode = deskStory({
  account: 'codes.qingxi',
  last: async (walk) => void (await walk.there('#code')),
});

/** One-time codes are set up before anything else. */
export const SetUpCodes = deskStory({
  account: 'new.qingxi',
  last: async (walk) => {
    await walk.tap('#set-up');
    await walk.there('.secret');
  },
});

/** The queue of a county. */
export const Queue = deskStory({ account: worker, last: listed });

/** Ten thousand cases. */
export const TenThousand = deskStory({
  account: worker,
  service: ({ state }) => state.cases.addMany(10_000),
  last: listed,
});

/** Filters, and names for them. */
export const Filters = deskStory({
  account: worker,
  last: async (walk) => {
    await listed(walk);
    await walk.tap('#filters-toggle');
    await walk.tap('[data-grade=red]');
    await walk.write('#filter-name', '红色的');
    await walk.send('.saved form');
    await walk.there('.saved-list li');
  },
});

/** There is nothing to do. */
export const Empty = deskStory({
  account: worker,
  service: ({ state }) => state.cases.clear(),
  last: async (walk) => void (await walk.there('#empty')),
});

/** The service has not answered yet. */
export const Pending = deskStory({ account: worker, service: (server) => void server.hold('listCases') });

/** The queue could not be loaded. */
export const ErrorQueue = deskStory({
  account: worker,
  service: (server) => void server.fail('listCases', 'unavailable', Infinity),
  last: async (walk) => void (await walk.there('#reload')),
});

/** The desk itself could not be loaded. */
export const ErrorDesk = deskStory({
  account: worker,
  service: (server) => void server.fail('getCaseRules', 'unavailable', Infinity),
  last: async (walk) => void (await walk.there('#load')),
});

/** The stream of news broke, and the service does not answer. */
export const Offline = deskStory({
  account: worker,
  last: async (walk, server) => {
    await listed(walk);
    server.isOffline = true;
    server.closeStreams('broken');
  },
});

/** A red case with her safe-contact plan, a plan for the household, notes and messages. */
export const Case = deskStory({ account: worker, open: 0 });

/** One that nobody has accepted. */
export const CaseSubmitted = deskStory({ account: worker, open: 3 });

/** Just claimed; one press takes it back. */
export const CaseClaimed = deskStory({
  account: worker,
  open: 5,
  last: async (walk) => {
    await walk.tap('#do-claim');
    await walk.there('#undo');
  },
});

/** Offered to a township, which has not answered. */
export const CaseOffered = deskStory({ account: worker, open: 7 });

/** The same case as the township sees it. */
export const CaseIncoming = deskStory({ account: 'worker.liuqiao', open: 7 });

/** Resolved: followed up next. */
export const CaseResolved = deskStory({ account: worker, open: 12 });

/** A red case that a supervisor approves before it is closed. */
export const CaseApproval = deskStory({ account: 'supervisor.qingxi', open: 14 });

/** A case that could not be opened. */
export const CaseFails = deskStory({
  account: worker,
  service: (server) => void server.fail('getCase', 'unavailable', Infinity),
  last: async (walk) => {
    await listed(walk);
    await walk.tap('.row .category');
    await walk.there('.side [role=alert]');
  },
});

/** A message that she is going to read. */
export const Message = deskStory({
  account: worker,
  open: 0,
  last: async (walk) => {
    await walk.tap('#pen-message');
    await walk.write('#words', '我们周四上午到您说的地方见面。');
  },
});

/** A transfer to a partner agency: her name goes along only with her consent. */
export const Transfer = deskStory({
  account: worker,
  open: 9,
  last: async (walk) => {
    await walk.tap('#do-offer-transfer');
    await walk.tap('#direction-partner');
    await walk.choose('#partner', 'county-police');
    await walk.there('.step-form .notice');
  },
});

/** One household, one plan. */
export const Plan = deskStory({
  account: worker,
  open: 0,
  last: async (walk) => {
    await walk.tap('#do-plan');
    await walk.tap('#plan-add');
    await walk.there('#item-1');
  },
});

/** A supervisor gives the case to somebody, with helpers. */
export const Assign = deskStory({
  account: 'supervisor.qingxi',
  open: 9,
  last: async (walk) => {
    await walk.tap('#do-assign');
    await walk.there('#worker option:nth-child(2)');
    await walk.tap('#helper-add');
  },
});

/** Something is missing. */
export const StepFaults = deskStory({
  account: worker,
  open: 12,
  last: async (walk) => {
    await walk.tap('#do-follow-up');
    await walk.tap('#send');
    await walk.there('#step-faults');
  },
});

/** Somebody else was quicker: what changed, and what was typed. */
export const Conflict = deskStory({
  account: worker,
  open: 9,
  last: async (walk, server) => {
    await walk.tap('#do-regrade');
    await walk.tap('#grade-0');
    await walk.write('#words', '她说他有刀。');
    server.closeStreams('broken');
    server.takeStep(testCaseId(9), 'worker2.qingxi', { kind: 'note', words: '我刚打过电话，没有人接。' });
    await walk.tap('#send');
    await walk.there('.conflict');
  },
});

/** No answer came: sent again, it counts once. */
export const Unknown = deskStory({
  account: worker,
  open: 9,
  last: async (walk, server) => {
    await walk.write('#words', '邻居愿意作证。');
    server.fail('takeCaseStep', 'drop-response', 1);
    await walk.tap('#send');
    await walk.there('.step-said.unknown');
  },
});

/** Taking a request down on the telephone. */
export const Register = deskStory({
  account: 'intake.qingxi',
  last: async (walk) => {
    await walk.tap('#open-register');
    await walk.tap('#r-danger');
  },
});

/** What is handed out. */
export const RegisterReceipt = deskStory({
  account: 'intake.qingxi',
  last: async (walk) => {
    await walk.tap('#open-register');
    for (const id of ['danger-1', 'askerRole', 'identity', 'hasExclusion-1', 'consentGeneral', 'consentSensitive'])
      await walk.tap(`#r-${id}`);
    await walk.choose('#r-category', 'legal-advice');
    await walk.tap('.radio:last-child [name=r-channel]');
    await walk.tap('#register-send');
    await walk.there('.receipt');
  },
});

/** Accounts, for their administrator. */
export const Accounts = deskStory({
  account: 'admin.qingxi',
  last: async (walk) => {
    await walk.there('tbody tr');
    await walk.tap('#account-add');
  },
});

/** The audit log, for its auditor. */
export const AuditLog = deskStory({
  account: 'auditor.qingxi',
  last: async (walk) => void (await walk.there('.panel')),
});

/** Locked: nothing is on the screen, and nothing is lost. */
export const Locked = deskStory({
  account: worker,
  open: 0,
  last: async (walk) => {
    await walk.tap('#lock');
    await walk.there('.sign-in');
  },
});

/** Every key. */
export const Shortcuts = deskStory({
  account: worker,
  open: 0,
  last: async (walk) => {
    await walk.tap('#open-shortcuts');
    await walk.there('.keys');
  },
});

/** What goes on paper. */
export const Print = deskStory({
  account: worker,
  open: 0,
  last: async (walk) => {
    await walk.tap('#do-print');
    await walk.there('#print-without');
  },
});

/** Elder mode. */
export const Elder = deskStory({ globals: { elder: 'on' }, account: worker, open: 0 });

/** In English. */
export const English = deskStory({ globals: { locale: 'en' }, account: worker, open: 0 });

/** From right to left, in a pseudo-language. */
export const RightToLeft = deskStory({ globals: { locale: 'x-rtl' }, account: worker, open: 0 });

/** Dark colours. */
export const Dark = deskStory({ globals: { appearance: 'dark' }, account: worker, open: 0 });

/** High contrast. */
export const HighContrast = deskStory({ globals: { appearance: 'contrast' }, account: worker, open: 0 });
