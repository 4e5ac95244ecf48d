import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { createClient } from '@fulian/sdk';
import { createCaseTrackerStore } from '@fulian/sdk/stores/case-tracker';
import { createTestServer, testCaseNumber, testSecret } from '@fulian/sdk/testing';
import { catalogue } from './case-tracker.words.js';
import * as more from './case-tracker.more.js';
import { caseScreen } from './case-tracker.opened.js';
import { Visit, type VisitHost } from './case-tracker.visit.js';
import { sample } from './testing/requester.js';

/** Opens a case on a network over which what she acts with comes only after `failures` tries. */
async function visitWith(name: keyof typeof sample, failures: number) {
  const server = createTestServer();
  // No news: each would be an answer, and so a try of its own.
  server.hold('watchOwnCase');
  const client = createClient({ baseUrl: 'https://service.example', fetch: server.fetch, retry: { attempts: 1 } });
  const store = createCaseTrackerStore({ client });
  const root = document.createElement('div');
  const tries: boolean[] = [];
  const host = Object.assign(new EventTarget(), {
    language: 'zh-CN',
    renderRoot: root,
    t: (key, values) => catalogue.say(key, 'zh-CN', values),
    requestUpdate: () => undefined,
  } as Partial<VisitHost>) as VisitHost;
  const visit = new Visit(host, store, () => {
    tries.push(tries.length >= failures);
    return tries.length > failures ? Promise.resolve(more) : Promise.reject(new TypeError('no network'));
  });
  await store.open({ number: testCaseNumber(sample[name]), secret: testSecret });
  const draw = async () => {
    render(caseScreen(visit), root);
    visit.settle();
    await new Promise((turn) => setTimeout(turn));
    render(caseScreen(visit), root);
  };
  await draw();
  return { root, store, tries, draw };
}

describe('fl-case-tracker, on a network that loses what comes late', () => {
  it('says that a question could not be loaded, tries again when she asks, and shows it then', async () => {
    const { root, store, tries, draw } = await visitWith('consentAsked', 1);
    expect(root.querySelector('.card [role=status]')!.textContent).to.contain('请再试一次');
    // What can be read without it is there.
    expect(root.querySelector('[part=timeline]')).not.to.equal(null);
    await draw();
    expect(tries).to.deep.equal([false]);
    root.querySelector<HTMLButtonElement>('.card .button')!.click();
    await draw();
    expect(root.querySelector('[part=consent]')!.textContent).to.contain('交给县公安局');
    store.wipe();
  });

  it('tries by itself with each answer of the service', async () => {
    const { root, store, tries, draw } = await visitWith('resolved', 2);
    await store.refresh();
    await draw();
    expect(root.querySelector('[part=rating]')).to.equal(null);
    await store.refresh();
    await draw();
    expect(tries).to.deep.equal([false, false, true]);
    expect(root.querySelector('[part=rating]')!.textContent).to.contain('满意');
    store.wipe();
  });

  it('says that the box to write in could not be loaded, and opens it when she tries again', async () => {
    const { root, store, tries, draw } = await visitWith('working', 1);
    root.querySelector<HTMLButtonElement>('#write')!.click();
    await draw();
    await draw();
    expect(root.querySelector('[part=write] [role=status]')!.textContent).to.contain('请再试一次');
    root.querySelector<HTMLButtonElement>('[part=write] .button')!.click();
    await draw();
    expect(root.querySelector('#message')).not.to.equal(null);
    expect(tries).to.deep.equal([false, true]);
    store.wipe();
  });

  it('loads nothing for a case that asks nothing', async () => {
    const { store, tries, draw } = await visitWith('working', 0);
    await store.refresh();
    await draw();
    expect(tries).to.deep.equal([]);
    store.wipe();
  });
});
