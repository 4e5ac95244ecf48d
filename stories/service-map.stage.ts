import '@fulian/elements/service-map';
import '@fulian/elements/tile-layer';
import { html, nothing, type TemplateResult } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { action } from 'storybook/actions';
import type { FlServiceMap } from '@fulian/elements/service-map';
import { createClient, type Client } from '@fulian/sdk';
import { createTestServer, type TestServer } from '@fulian/sdk/testing';
import { MapWalk } from './service-map.walk.js';

/** What can be set in the controls; the toolbar sets language, type size and colours. */
export interface ServiceMapArgs {
  federation: string;
  'exit-href': string;
  footer: string;
}

/** One state of the map. */
export type ServiceMapStory = StoryObj<ServiceMapArgs>;

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
export interface MapWay {
  /** What happens after the map was shown. */
  readonly last?: (walk: MapWalk, server: TestServer) => Promise<void>;
  /** What is special about the service, before anybody asks it. */
  readonly service?: (server: TestServer) => void;
  /** What the page sets on the element. */
  readonly page?: Partial<Pick<FlServiceMap, 'labels' | 'locate' | 'openLocation'>>;
  /** What stands inside the element. */
  readonly inside?: TemplateResult;
  /** What the toolbar would set. */
  readonly globals?: { locale?: 'zh-CN' | 'en' | 'x-rtl'; elder?: 'on'; appearance?: 'light' | 'dark' | 'contrast' };
}

/** Somewhere in the invented county, as an adapter of WeChat would say it. */
export const locateInCounty: FlServiceMap['locate'] = async () => ({ lng: 118.4123, lat: 27.9051, crs: 'GCJ-02' });

/** What all stories of the map have. */
export const serviceMapMeta: Meta<ServiceMapArgs> = {
  component: 'fl-service-map',
  args: { federation: '990101000000', 'exit-href': './left.html', footer: '' },
  argTypes: {
    federation: { control: 'text', description: '12-digit code of the federation whose places are shown.' },
    'exit-href': { control: 'text', description: 'Where the quick exit leads.' },
    footer: { control: 'text', description: 'Words of the page in the slot `footer`.' },
  },
  parameters: { controls: { include: ['federation', 'exit-href', 'footer'] } },
  beforeEach: ({ canvasElement }) => void stages.delete(canvasElement),
  render: ({ federation, 'exit-href': exitHref, footer }, { globals, canvasElement, parameters }) => {
    const { service, page = {}, inside = nothing } = (parameters.way ?? {}) as MapWay;
    return html`<main>
      <fl-service-map
        .client=${stageOf(canvasElement, service).client}
        .labels=${page.labels ?? []}
        .locate=${page.locate}
        .openLocation=${page.openLocation}
        federation=${federation}
        exit-href=${exitHref}
        locale=${globals.locale}
        appearance=${globals.appearance}
        ?elder=${globals.elder === 'on'}
        @fl-opened=${action('fl-opened')}
        @fl-handed-over=${action('fl-handed-over')}
        @fl-feedback-sent=${action('fl-feedback-sent')}
        @fl-exited=${action('fl-exited')}
        >${inside}${footer ? html`<p slot="footer">${footer}</p>` : nothing}</fl-service-map
      >
    </main>`;
  },
};

/** A story that comes to its state as a person would. */
export function mapStory(way: MapWay): ServiceMapStory {
  return {
    ...(way.globals && { globals: way.globals }),
    parameters: { way },
    play: async ({ canvasElement }) => {
      await way.last?.(new MapWalk(canvasElement), stageOf(canvasElement, way.service).server);
    },
  };
}
