import '@fulian/elements/council-desk';
import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { action } from 'storybook/actions';
import { createClient, type Client } from '@fulian/sdk';
import { createTestServer, type TestServer } from '@fulian/sdk/testing';
import { OrganiserWalk } from './council-desk.walk.js';

/** What can be set in the controls; the toolbar sets language, type size and colours. */
export interface CouncilDeskArgs {
  'card-address': string;
  'oidc-return-to': string;
}

/** One state of the desk. */
export type CouncilDeskStory = StoryObj<CouncilDeskArgs>;

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

/** How a story comes to its state. */
export interface CouncilDeskWay {
  /** Who signs in; nobody where it is left out. */
  readonly account?: string;
  /** Which section is opened, of which sample council, and which thing in it. */
  readonly open?: readonly [section: string, item?: string, council?: number];
  /** What happens after that. */
  readonly last?: (walk: OrganiserWalk, server: TestServer) => Promise<void>;
  /** What is special about the service, before anybody asks it. */
  readonly service?: (server: TestServer) => void;
  /** What the toolbar would set. */
  readonly globals?: { locale?: 'zh-CN' | 'en' | 'x-rtl'; elder?: 'on'; appearance?: 'light' | 'dark' | 'contrast' };
}

/** What all stories of the desk have. */
export const councilDeskMeta: Meta<CouncilDeskArgs> = {
  component: 'fl-council-desk',
  args: { 'card-address': 'www.example.cn/council', 'oidc-return-to': '' },
  argTypes: {
    'card-address': { control: 'text', description: 'Where members go with their card, as it is printed there.' },
    'oidc-return-to': {
      control: 'text',
      description: 'Address of the page, where the county signs in by OpenID Connect.',
    },
  },
  parameters: {
    controls: { include: ['card-address', 'oidc-return-to'] },
    docs: { story: { inline: false, height: '820px' } },
  },
  beforeEach: ({ canvasElement }) => void stages.delete(canvasElement),
  render: ({ 'card-address': cardAddress, 'oidc-return-to': oidcReturnTo }, { globals, canvasElement, parameters }) => {
    const { service } = (parameters.way ?? {}) as CouncilDeskWay;
    return html`<main>
      <fl-council-desk
        .client=${stageOf(canvasElement, service).client}
        .cardAddress=${cardAddress || null}
        .oidcReturnTo=${oidcReturnTo || null}
        locale=${globals.locale}
        appearance=${globals.appearance}
        ?elder=${globals.elder === 'on'}
        @fl-signed-in=${action('fl-signed-in')}
        @fl-signed-out=${action('fl-signed-out')}
        @fl-locked=${action('fl-locked')}
        @fl-opened=${action('fl-opened')}
        @fl-changed=${action('fl-changed')}
        @fl-printed=${action('fl-printed')}
      ></fl-council-desk>
    </main>`;
  },
};

/** A story that comes to its state as an organiser would. */
export function councilDeskStory(way: CouncilDeskWay): CouncilDeskStory {
  return {
    ...(way.globals && { globals: way.globals }),
    parameters: { way },
    play: async ({ canvasElement }) => {
      const walk = new OrganiserWalk(canvasElement);
      if (way.account !== undefined) await walk.signIn(way.account);
      if (way.open) await walk.open(way.open[2] ?? 0, way.open[0], way.open[1]);
      await way.last?.(walk, stageOf(canvasElement, way.service).server);
    },
  };
}
