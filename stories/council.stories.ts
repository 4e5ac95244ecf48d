import '@fulian/elements/council';
import { html, nothing } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { action } from 'storybook/actions';
import { createClient, type Client } from '@fulian/sdk';
import { createTestServer, testCouncilId, type TestServer } from '@fulian/sdk/testing';
import { CouncilWalk } from './council.walk.js';

/** What stands behind the council of a story. */
interface Stage {
  readonly server: TestServer;
  readonly client: Client;
}

const stages = new WeakMap<HTMLElement, Stage>();

function stageOf(canvas: HTMLElement, prepare: ((server: TestServer) => void) | undefined): Stage {
  let stage = stages.get(canvas);
  if (!stage) {
    const server = createTestServer();
    prepare?.(server);
    const client = createClient({ baseUrl: 'https://service.example', fetch: server.fetch, retry: { attempts: 1 } });
    stage = { server, client };
    stages.set(canvas, stage);
  }
  return stage;
}

const meta: Meta = {
  title: 'Elements/Council',
  component: 'fl-council',
  beforeEach: ({ canvasElement }) => void stages.delete(canvasElement),
  render: (_, { globals, canvasElement, parameters }) => html`
    <main class="host-page">
      <fl-council
        .client=${stageOf(canvasElement, parameters.prepare as undefined).client}
        council=${testCouncilId((parameters.council as number | undefined) ?? 0)}
        section=${(parameters.section as string | undefined) ?? nothing}
        locale=${globals.locale}
        appearance=${globals.appearance}
        ?elder=${globals.elder === 'on'}
        @fl-ballot-chosen=${action('fl-ballot-chosen')}
        @fl-voted=${action('fl-voted')}
        @fl-signed-in=${action('fl-signed-in')}
        @fl-signed-out=${action('fl-signed-out')}
      ></fl-council>
    </main>
  `,
};

export default meta;

/** How a story comes to its state. */
interface CouncilWay {
  readonly service?: (server: TestServer) => void;
  readonly section?: 'topics' | 'meetings' | 'ballots' | 'resolutions';
  readonly council?: number;
  /** Who signs in; nobody where it is absent. */
  readonly member?: number;
  readonly last?: (walk: CouncilWalk) => Promise<void>;
  readonly globals?: { locale?: 'zh-CN' | 'en' | 'x-rtl'; elder?: 'on'; appearance?: 'light' | 'dark' | 'contrast' };
}

function councilStory({ service, section, council, member, last, globals }: CouncilWay): StoryObj {
  return {
    ...(globals && { globals }),
    parameters: { prepare: service, section, council },
    play: async ({ canvasElement }) => {
      const walk = new CouncilWalk(canvasElement, 'fl-council');
      if (member !== undefined) {
        await walk.signIn('#member-in', member);
        await walk.there('#sign-out');
      }
      await last?.(walk);
    },
  };
}

/** Whose it is, whether it keeps its word, and its topics; for everybody. */
export const Initial = councilStory({});

/** The service has not answered yet. */
export const Pending = councilStory({ service: (server) => void server.hold('getCouncil') });

/** No network. */
export const Offline = councilStory({
  service: (server) => void server.fail('*', 'drop-request', Infinity),
  last: async (walk) => void (await walk.there('[part~=error]')),
});

/** One list could not be loaded; the others are there. */
export const ErrorInAList = councilStory({
  service: (server) => void server.fail('listTopics', 'unavailable', Infinity),
  last: async (walk) => void (await walk.there('#panel .danger')),
});

/** A new council, of which there is nothing to show yet. */
export const Empty = councilStory({ council: 1 });

/** Meetings with agenda, attendance and minutes. */
export const Meetings = councilStory({ section: 'meetings' });

/** Ballots, the latest first. */
export const Ballots = councilStory({ section: 'ballots' });

/** Who does it, until when, and whether it was done. */
export const Resolutions = councilStory({ section: 'resolutions' });

/** The card of a member. */
export const SignIn = councilStory({ last: (walk) => walk.tap('#member-in') });

/** A member: she may second, discuss, propose and vote. */
export const Member = councilStory({ member: 4 });

/** What members say about a topic. */
export const Discussion = councilStory({
  member: 4,
  last: async (walk) => {
    await walk.there('[id^=second-]');
    walk
      .all('[id^=discuss-]')
      .find(({ textContent }) => textContent.includes('3'))!
      .click();
    await walk.there('[part~=comment]');
  },
});

/** Anyone may suggest a topic. */
export const Proposal = councilStory({
  last: async (walk) => {
    await walk.tap('#propose');
    await walk.write('#title', '桥栏杆松了');
  },
});

/** It has arrived, and waits for the organiser. */
export const ProposalSent = councilStory({
  last: async (walk) => {
    await walk.tap('#propose');
    await walk.write('#title', '桥栏杆松了');
    await walk.write('#words', '老桥西边的栏杆一碰就晃。');
    await walk.tap('#propose-go');
    await walk.there('#proposed');
  },
});

/** Something is missing. */
export const ErrorInAProposal = councilStory({
  last: async (walk) => {
    await walk.tap('#propose');
    await walk.tap('#propose-go');
    await walk.there('#title-fault');
  },
});

/** She who proposed it says whether it was done. */
export const Accepting = councilStory({
  member: 1,
  section: 'resolutions',
  last: async (walk) => void (await walk.there('[part~=accept]')),
});

/** A ballot inside. */
export const BallotInside = councilStory({ member: 4, last: (walk) => walk.tap('[part~=now] button') });

/** It has ended; all of it can be read. */
export const Ended = councilStory({ service: ({ state }) => void (state.councils.all[0]!.ended = true) });

/** Larger type and larger targets. */
export const Elder = councilStory({ member: 4, globals: { elder: 'on' } });

/** In English. */
export const English = councilStory({ section: 'resolutions', globals: { locale: 'en' } });

/** Mirrored, for languages that are read from right to left. */
export const RightToLeft = councilStory({ globals: { locale: 'x-rtl' } });

/** Dark colours. */
export const Dark = councilStory({ member: 4, globals: { appearance: 'dark' } });

/** High contrast. */
export const HighContrast = councilStory({ section: 'resolutions', globals: { appearance: 'contrast' } });
