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

function stageOf(canvas: HTMLElement, { service: prepare, pictures = 'https://service.example' }: MapWay): Stage {
  let stage = stages.get(canvas);
  if (!stage) {
    const server = createTestServer();
    prepare?.(server);
    // One try: a story of a service that is down shows it at once.
    const client = createClient({ baseUrl: pictures, fetch: server.fetch, retry: { attempts: 1 } });
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
  /** Before the path of each photo; a story asks no network for any. */
  readonly pictures?: string;
  /** What the page sets on the element. */
  readonly page?: Partial<Pick<FlServiceMap, 'labels' | 'locate' | 'openLocation'>>;
  /** What stands inside the element. */
  readonly inside?: TemplateResult;
  /** What the toolbar would set. */
  readonly globals?: { locale?: 'zh-CN' | 'en' | 'x-rtl'; elder?: 'on'; appearance?: 'light' | 'dark' | 'contrast' };
}

/** Somewhere in the invented county, as an adapter of WeChat would say it. */
export const locateInCounty: FlServiceMap['locate'] = async () => ({ lng: 118.4123, lat: 27.9051, crs: 'GCJ-02' });

/** A room of shapes, in the place of every photo: what follows is not looked at. */
const drawnRoom = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="960"><rect width="1280" height="960" fill="#e4edf0"/>
  <rect y="760" width="1280" height="200" fill="#bccbd0"/><rect x="600" y="330" width="300" height="280" rx="50" fill="#6fa3a8"/>
  <rect x="560" y="500" width="70" height="220" rx="30" fill="#6fa3a8"/><rect x="870" y="500" width="70" height="220" rx="30" fill="#6fa3a8"/>
  <rect x="160" y="140" width="320" height="300" fill="#fdfdf6" stroke="#7d8f96" stroke-width="18"/></svg>`,
)}#`;

const words: readonly (readonly [chinese: string, english: string])[] = [
  ['一把有扶手的椅子，旁边是窗', 'A chair with arms beside a window'],
  ['婴儿台，上面有软垫和安全带', 'A changing table with a pad and a strap'],
  ['洗手池和热水壶', 'A basin and a kettle'],
  ['从走廊看到的门', 'The door as seen from the corridor'],
];

/** Four photos at each nursing room. */
export const withPhotos = {
  pictures: drawnRoom,
  service: ({ state }: TestServer) => {
    for (const { point } of state.servicePoints) {
      if (point.category !== 'nursing-room') continue;
      const photos = `/v1/federations/${point.federation}/service-points/${point.id}/photos`;
      point.photos = words.map(([chinese, en], at) => {
        const id = String(at).repeat(22);
        const paths = { small: `${photos}/${id}?size=small`, large: `${photos}/${id}` };
        return { id, alt: { 'zh-CN': chinese, en }, width: 1280, height: 960, paths };
      });
    }
  },
} satisfies MapWay;

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
    const way = (parameters.way ?? {}) as MapWay;
    const { page = {}, inside = nothing } = way;
    return html`<main>
      <fl-service-map
        .client=${stageOf(canvasElement, way).client}
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
      await way.last?.(new MapWalk(canvasElement), stageOf(canvasElement, way).server);
    },
  };
}
