import '@fulian/elements/case-tracker';
import '@fulian/elements/client';
import '@fulian/elements/council';
import '@fulian/elements/help-form';
import '@fulian/elements/service-map';
import './playground.js';
import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { createClient } from '@fulian/sdk';
import { createTestServer, testCouncilId } from '@fulian/sdk/testing';
import { TrackerWalk } from '../../case-tracker.walk.js';
import { sample } from '../../case-tracker.stage.js';
import { PlaygroundWalk } from './playground.walk.js';

const now = Date.UTC(2026, 2, 5, 2, 0);

const meta: Meta = {
  title: 'Guides/Theme playground',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
  render: (_, { globals }) => html`
    <theme-playground
      locale=${globals.locale}
      preview-address="./iframe.html?viewMode=story&id=guides-theme-playground--preview&globals=locale:${globals.locale}"
    ></theme-playground>
  `,
};

export default meta;

/** Change colours and sizes, see them at once, take the style sheet with you. */
export const Playground: StoryObj = {
  play: async ({ canvasElement }) => void (await new PlaygroundWalk(canvasElement).dressed()),
};

/** The same in English. */
export const English: StoryObj = { ...Playground, globals: { locale: 'en' } };

/** A colour that some people cannot read is named, by day and at night. */
export const FaintColours: StoryObj = {
  play: async ({ canvasElement }) => {
    const walk = new PlaygroundWalk(canvasElement);
    await walk.says('#contrast', 'WCAG AA');
    await walk.type('color.primary', '#e58aa0');
    await walk.says('#contrast', '2');
    await walk.tap('[name="half"][value="night"]');
    await walk.type('color.text', '555');
    await walk.says('#contrast', '夜间');
    await walk.tap('#undo');
    await walk.tap('#undo');
    await walk.says('#contrast', 'WCAG AA');
  },
};

/** What is no colour and no size is said beside its box; what was before still holds. */
export const NoValues: StoryObj = {
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    const walk = new PlaygroundWalk(canvasElement);
    await walk.type('color.primary', 'blue');
    await walk.says('[id="color.primary-fault"]', 'six digits');
    await walk.type('radius', '-3');
    await walk.says('#radius-fault', 'pixels');
    walk.holds('--fl-color-primary: #812b4c;');
  },
};

/** A document that cannot be taken in is refused with its reason; all that was changed is still there. */
export const ImportRefused: StoryObj = {
  play: async ({ canvasElement }) => {
    const walk = new PlaygroundWalk(canvasElement);
    await walk.type('color.primary', '#0a5a8a');
    await walk.tap('#bring');
    await walk.says('#paste-fault', '还没有内容');
    await walk.paste('{ "color": ');
    await walk.says('#brought', '不是 JSON');
    await walk.paste('{"color":{"$type":"color","text":{"$value":"black"}},"brand":{"$type":"color","$value":"#fff"}}');
    await walk.says('#brought', 'color.text');
    await walk.says('#brought', 'brand');
    walk.holds('--fl-color-primary: #0a5a8a;');
  },
};

/** What was given out comes in again, and what is not ours is named. */
export const Imported: StoryObj = {
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    const walk = new PlaygroundWalk(canvasElement);
    await walk.tap('[name="beginning"][value="blue"]');
    await walk.type('color.primary', '#0a5a8a');
    const given = walk.tokens('day');
    await walk.tap('[name="beginning"][value="red"]');
    walk.holds('--fl-color-primary: #b0263a;');
    await walk.paste(given);
    await walk.says('#brought', 'tokens were taken');
    walk.holds('--fl-color-primary: #0a5a8a;');
    walk.holds('--fl-radius: 4px;');
    await walk.dressed('#0a5a8a');
  },
};

/** What the playground shows: four elements in one provider. */
export const Preview: StoryObj = {
  render: (_, { globals }) => {
    const server = createTestServer({ now: () => now });
    const client = createClient({ baseUrl: 'https://service.example', fetch: server.fetch });
    return html`<main>
      <fl-client .client=${client} federation="990101000000" locale=${globals.locale} ?elder=${globals.elder === 'on'}>
        <fl-help-form exit-href="./left.html"></fl-help-form>
        <fl-service-map exit-href="./left.html"></fl-service-map>
        <fl-case-tracker exit-href="./left.html"></fl-case-tracker>
        <fl-council council=${testCouncilId(0)}></fl-council>
      </fl-client>
    </main>`;
  },
  play: async ({ canvasElement }) => {
    const walk = new TrackerWalk(canvasElement);
    try {
      await walk.there('#number');
      await walk.open(sample.working);
    } finally {
      window.parent.postMessage('fulian-preview-settled', location.origin);
    }
  },
};
