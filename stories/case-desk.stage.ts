import '@fulian/elements/case-desk';
import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { action } from 'storybook/actions';
import { createClient, type Client } from '@fulian/sdk';
import { createTestServer, type TestServer } from '@fulian/sdk/testing';
import { DeskWalk } from './case-desk.walk.js';

/** What can be set in the controls; the toolbar sets language, type size and colours. */
export interface CaseDeskArgs {
  'oidc-return-to': string;
}

/** One state of the desk. */
export type CaseDeskStory = StoryObj<CaseDeskArgs>;

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
export interface DeskWay {
  /** Who signs in; nobody where it is left out. */
  readonly account?: string;
  /** Which of the sample cases is opened. */
  readonly open?: number;
  /** What happens after that. */
  readonly last?: (walk: DeskWalk, server: TestServer) => Promise<void>;
  /** What is special about the service, before anybody asks it. */
  readonly service?: (server: TestServer) => void;
  /** What the toolbar would set. */
  readonly globals?: { locale?: 'zh-CN' | 'en' | 'x-rtl'; elder?: 'on'; appearance?: 'light' | 'dark' | 'contrast' };
}

/** What all stories of the desk have. */
export const caseDeskMeta: Meta<CaseDeskArgs> = {
  component: 'fl-case-desk',
  args: { 'oidc-return-to': '' },
  argTypes: {
    'oidc-return-to': {
      control: 'text',
      description: 'Address of the page, where the county signs in by OpenID Connect.',
    },
  },
  parameters: {
    controls: { include: ['oidc-return-to'] },
    docs: { story: { inline: false, height: '820px' } },
  },
  beforeEach: ({ canvasElement }) => void stages.delete(canvasElement),
  render: ({ 'oidc-return-to': oidcReturnTo }, { globals, canvasElement, parameters }) => {
    const { service } = (parameters.way ?? {}) as DeskWay;
    return html`<main>
      <fl-case-desk
        .client=${stageOf(canvasElement, service).client}
        .oidcReturnTo=${oidcReturnTo || null}
        locale=${globals.locale}
        appearance=${globals.appearance}
        ?elder=${globals.elder === 'on'}
        @fl-signed-in=${action('fl-signed-in')}
        @fl-signed-out=${action('fl-signed-out')}
        @fl-locked=${action('fl-locked')}
        @fl-opened=${action('fl-opened')}
        @fl-step=${action('fl-step')}
        @fl-registered=${action('fl-registered')}
      ></fl-case-desk>
    </main>`;
  },
};

/** A story that comes to its state as a worker would. */
export function deskStory(way: DeskWay): CaseDeskStory {
  return {
    ...(way.globals && { globals: way.globals }),
    parameters: { way },
    play: async ({ canvasElement }) => {
      const walk = new DeskWalk(canvasElement);
      if (way.account !== undefined) await walk.signIn(way.account);
      if (way.open !== undefined) await walk.open(way.open);
      await way.last?.(walk, stageOf(canvasElement, way.service).server);
    },
  };
}
