import '@fulian/elements/ballot';
import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { action } from 'storybook/actions';
import { createClient, type Client } from '@fulian/sdk';
import {
  createTestServer,
  type TestBallot,
  testBallotId,
  type TestBallotName,
  testCouncilId,
  type TestServer,
} from '@fulian/sdk/testing';
import { CouncilWalk } from './council.walk.js';

/** What stands behind the ballot of a story. */
interface Stage {
  /** A service in memory; no story asks a network for anything. */
  readonly server: TestServer;
  readonly client: Client;
}

const stages = new WeakMap<HTMLElement, Stage>();

function stageOf(canvas: HTMLElement, prepare: ((server: TestServer) => void) | undefined): Stage {
  let stage = stages.get(canvas);
  if (!stage) {
    const server = createTestServer();
    prepare?.(server);
    // One try: a story of a service that is down shows it at once.
    const client = createClient({ baseUrl: 'https://service.example', fetch: server.fetch, retry: { attempts: 1 } });
    stage = { server, client };
    stages.set(canvas, stage);
  }
  return stage;
}

/** What all stories of a ballot have. */
export const ballotMeta: Meta = {
  component: 'fl-ballot',
  beforeEach: ({ canvasElement }) => void stages.delete(canvasElement),
  render: (_, { globals, canvasElement, parameters }) => html`
    <main class="host-page">
      <fl-ballot
        .client=${stageOf(canvasElement, parameters.prepare as undefined).client}
        council=${testCouncilId(0)}
        ballot=${testBallotId(parameters.ballot as TestBallotName)}
        locale=${globals.locale}
        appearance=${globals.appearance}
        ?elder=${globals.elder === 'on'}
        @fl-voted=${action('fl-voted')}
      ></fl-ballot>
    </main>
  `,
};

/** How a story comes to its state. */
export interface BallotWay {
  /** What is special about the service, before anybody asks it. */
  readonly service?: (server: TestServer) => void;
  /** How far she goes before `last`: to the first screen, past her card, or in front of her choice. */
  readonly to?: 'card' | 'choice';
  readonly member?: number;
  /** What happens then. */
  readonly last?: (walk: CouncilWalk, server: TestServer) => Promise<void>;
  /** What the toolbar would set. */
  readonly globals?: { locale?: 'zh-CN' | 'en' | 'x-rtl'; elder?: 'on'; appearance?: 'light' | 'dark' | 'contrast' };
}

/** The ballot of a story at its service. */
export function ballotAt(server: TestServer, name: TestBallotName): TestBallot {
  return server.state.councils.find(testCouncilId(0))!.ballot(testBallotId(name))!;
}

/** A story that comes to its state as a person would. */
export function ballotStory(name: TestBallotName, way: BallotWay = {}): StoryObj {
  const { service, to, member, last, globals } = way;
  return {
    ...(globals && { globals }),
    parameters: { prepare: service, ballot: name },
    play: async ({ canvasElement }) => {
      const walk = new CouncilWalk(canvasElement, 'fl-ballot');
      const { server } = stageOf(canvasElement, service);
      if (to) await walk.signIn('#begin', member);
      if (to === 'choice' && ballotAt(server, name).isSecret) {
        await walk.tap('#next');
        await walk.tap('#once');
      }
      if (to === 'choice') await walk.there('[part~=option]');
      await last?.(walk, server);
    },
  };
}
