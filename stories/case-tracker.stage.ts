import '@fulian/elements/case-tracker';
import { html, nothing } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { action } from 'storybook/actions';
import { createClient, type Client } from '@fulian/sdk';
import { createTestServer, type TestServer } from '@fulian/sdk/testing';
import { TrackerWalk } from './case-tracker.walk.js';

/** What can be set in the controls; the toolbar sets language, type size and colours. */
export interface CaseTrackerArgs {
  'exit-href': string;
  footer: string;
}

/** The sample cases of the service in memory, by what there is to see. */
export const sample = {
  working: 0,
  closedLongAgo: 1,
  justCame: 2,
  asked: 6,
  offered: 7,
  consentAsked: 8,
  extended: 10,
  handedOver: 11,
  resolved: 12,
  reopened: 13,
  declined: 17,
  withdrawn: 18,
} as const;

/** What stands behind the tracker of a story. */
interface Stage {
  /** A service in memory; no story asks a network for anything. */
  readonly server: TestServer;
  readonly client: Client;
}

/** A Thursday morning in China, so that what is promised 'by Friday' is the same every day. */
const now = Date.UTC(2026, 2, 5, 2, 0);

const stages = new WeakMap<HTMLElement, Stage>();

function stageOf(canvas: HTMLElement, prepare: ((server: TestServer) => void) | undefined): Stage {
  let stage = stages.get(canvas);
  if (!stage) {
    const server = createTestServer({ now: () => now });
    prepare?.(server);
    // One try: a story of a service that is down shows it at once.
    const client = createClient({ baseUrl: 'https://service.example', fetch: server.fetch, retry: { attempts: 1 } });
    stage = { server, client };
    stages.set(canvas, stage);
  }
  return stage;
}

/** What all stories of the tracker have. */
export const caseTrackerMeta: Meta<CaseTrackerArgs> = {
  component: 'fl-case-tracker',
  args: { 'exit-href': './left.html', footer: '' },
  argTypes: {
    'exit-href': { control: 'text', description: 'Where the quick exit leads.' },
    footer: { control: 'text', description: 'Words of the page in the slot `footer`.' },
  },
  parameters: { controls: { include: ['exit-href', 'footer'] } },
  beforeEach: ({ canvasElement }) => void stages.delete(canvasElement),
  render: ({ 'exit-href': exitHref, footer }, { globals, canvasElement, parameters }) => html`
    <main class="host-page">
      <fl-case-tracker
        .client=${stageOf(canvasElement, parameters.prepare as undefined).client}
        exit-href=${exitHref}
        locale=${globals.locale}
        appearance=${globals.appearance}
        ?elder=${globals.elder === 'on'}
        @fl-opened=${action('fl-opened')}
        @fl-put-away=${action('fl-put-away')}
        @fl-exited=${action('fl-exited')}
        >${footer ? html`<p slot="footer">${footer}</p>` : nothing}</fl-case-tracker
      >
    </main>
  `,
};

/** How a story comes to its state. */
export interface TrackerWay {
  /** The case that is opened; without one the first screen stays. */
  readonly open?: keyof typeof sample;
  /** What happens then. */
  readonly last?: (walk: TrackerWalk, server: TestServer) => Promise<void>;
  /** What is special about the service, before anybody asks it. */
  readonly service?: (server: TestServer) => void;
  /** What the toolbar would set. */
  readonly globals?: { locale?: 'zh-CN' | 'en' | 'x-rtl'; elder?: 'on'; appearance?: 'light' | 'dark' | 'contrast' };
}

/** A story that comes to its state as a person would. */
export function trackerStory({ open, last, service, globals }: TrackerWay): StoryObj<CaseTrackerArgs> {
  return {
    ...(globals && { globals }),
    parameters: { prepare: service },
    play: async ({ canvasElement }) => {
      const walk = new TrackerWalk(canvasElement);
      await walk.there('#number');
      if (open) await walk.open(sample[open]);
      await last?.(walk, stageOf(canvasElement, service).server);
    },
  };
}
