import '@fulian/elements/help-form';
import { html, nothing } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { action } from 'storybook/actions';
import { createClient, type Client } from '@fulian/sdk';
import { createTestServer, type TestServer } from '@fulian/sdk/testing';
import { Walk, type Answering } from './help-form.walk.js';
import type { StepId } from '@fulian/sdk/stores/help-form';

/** What can be set in the controls; the toolbar sets language, type size and colours. */
export interface HelpFormArgs {
  federation: string;
  'exit-href': string;
  footer: string;
}

/** One state of the help form. */
export type HelpFormStory = StoryObj<HelpFormArgs>;

/** What stands behind the form of a story. */
export interface Stage {
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

/** What all stories of the help form have. */
export const helpFormMeta: Meta<HelpFormArgs> = {
  component: 'fl-help-form',
  args: { federation: '990101000000', 'exit-href': './left.html', footer: '' },
  argTypes: {
    federation: { control: 'text', description: '12-digit code of the federation that is asked.' },
    'exit-href': { control: 'text', description: 'Where the quick exit leads.' },
    footer: { control: 'text', description: 'Words of the page in the slot `footer`.' },
  },
  parameters: { controls: { include: ['federation', 'exit-href', 'footer'] } },
  beforeEach: ({ canvasElement }) => void stages.delete(canvasElement),
  render: ({ federation, 'exit-href': exitHref, footer }, { globals, canvasElement, parameters }) => html`
    <main class="host-page">
      <fl-help-form
        .client=${stageOf(canvasElement, parameters.prepare as undefined).client}
        federation=${federation}
        exit-href=${exitHref}
        locale=${globals.locale}
        appearance=${globals.appearance}
        ?elder=${globals.elder === 'on'}
        @fl-step=${action('fl-step')}
        @fl-submitted=${action('fl-submitted')}
        @fl-exited=${action('fl-exited')}
        >${footer ? html`<p slot="footer">${footer}</p>` : nothing}</fl-help-form
      >
    </main>
  `,
};

/** How a story comes to its state. */
export interface Way {
  /** The screen that is walked to; the first one where it is absent. */
  readonly to?: StepId;
  /** Answers the question of that screen, too. */
  readonly answered?: boolean;
  /** What she answers on the way, where it is not the usual. */
  readonly answers?: Partial<Record<StepId, Answering>>;
  /** What happens then. */
  readonly last?: (walk: Walk, server: TestServer) => Promise<void>;
  /** What is special about the service, before anybody asks it. */
  readonly service?: (server: TestServer) => void;
  /** What the toolbar would set. */
  readonly globals?: { locale?: 'zh-CN' | 'en' | 'x-rtl'; elder?: 'on'; appearance?: 'light' | 'dark' | 'contrast' };
}

/** A story that walks its way through the form, as a person would. */
export function onTheWay({ to, answered, answers, last, service, globals }: Way): HelpFormStory {
  return {
    ...(globals && { globals }),
    parameters: { prepare: service },
    play: async ({ canvasElement }) => {
      const walk = new Walk(canvasElement, answers);
      if (to) await walk.to(to);
      if (answered) await walk.answer();
      await last?.(walk, stageOf(canvasElement, service).server);
    },
  };
}

/** A picture as a phone makes it, of so many bytes. */
export function picture(name: string, bytes: number): File {
  const content = new Uint8Array(bytes);
  content.set([0xff, 0xd8, 0xff, 0xe0]);
  return new File([content], name, { type: 'image/jpeg' });
}
