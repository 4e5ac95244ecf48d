import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { launchChromium } from '../../browsers.mjs';
import type { Area, Bench } from '../area.js';
import { warnOfStale } from '../built.js';
import { workFolder } from '../peers.js';
import { messageOf, type Figures, type Subject } from '../rounds.js';
import { aheadOf, atMost, rowsOf, type Goal, type Metric, type Row, type Samples } from '../rows.js';
import { percentile } from '../statistics.js';
import { conditions, type Condition } from './conditions.js';
import { differenceFrom, expectedSubmission, storyOf, travel } from './journey.js';
import { readQuestions, type Questions } from './questions.js';
import { startService, type FormService } from './service.js';
import { siteOf } from './site.js';
import { Visitor } from './visitor.js';

const limit = 'plain HTML + JS';
const ours = 'Fulian Kit';
/** Name in the table → name of the site. */
const sites: Readonly<Record<string, string>> = {
  [limit]: 'plain',
  [ours]: 'fulian',
  'Web Awesome': 'webawesome',
  SurveyJS: 'surveyjs',
  'Form.io': 'formio',
};
const peers = Object.keys(sites).slice(2);

/** Our form beside the same questions by hand and in other form libraries, in a real browser. */
export const area: Area = {
  title: 'the help form in Chromium, beside the same form by hand, in SurveyJS, Form.io and Web Awesome',
  async run(bench) {
    warnOfStale(bench, 'packages/elements/src', 'packages/elements/dist');
    const questions = await readQuestions();
    const services: FormService[] = [];
    const rows: Row[] = [];
    try {
      for (const condition of conditions) {
        const subjects = Object.keys(sites).map((name) => subjectOf(name, condition, questions, bench, services));
        const samples = await bench.rounds(
          subjects,
          bench.quick ? { rounds: 1, warmUps: 0 } : { rounds: 7, warmUps: 1 },
        );
        rows.push(...rowsUnder(condition, samples));
      }
      return rows;
    } finally {
      await Promise.all(services.map((service) => service.stop()));
    }
  },
};

function rowsUnder(condition: Condition, samples: Samples): Row[] {
  const name = (what: string) => `${what}, ${condition.name}`;
  const metrics: Metric[] = [
    { name: 'bytes to the first field', unit: 'kB', better: 'less' },
    { name: 'bytes of the whole journey', unit: 'kB', better: 'less' },
    { name: 'first field usable', unit: 'ms', better: 'less' },
    { name: 'script time', unit: 'ms', better: 'less' },
    { name: 'key to paint p95', unit: 'ms', better: 'less' },
    { name: 'JS heap', unit: 'MB', better: 'less' },
  ];
  const goals: Goal[] = [
    { metric: 'bytes of the whole journey', subject: ours, ...atMost(0.12, 'SurveyJS') },
    { metric: 'first field usable', subject: ours, ...atMost(1.15, limit) },
    { metric: 'key to paint p95', subject: ours, ...atMost(1.3, limit) },
    ...metrics.map((metric) => ({ metric: metric.name, subject: ours, ...aheadOf(peers, metric.better) })),
  ];
  const rows = rowsOf({ metrics, subjects: Object.keys(sites), limit, goals, samples });
  return rows.map((row) => ({ ...row, metric: name(row.metric) }));
}

function subjectOf(
  name: string,
  condition: Condition,
  questions: Questions,
  bench: Bench,
  services: FormService[],
): Subject {
  let service: FormService;
  const story = storyOf(bench.quick ? 10 : 60);
  return {
    name,
    async prepare() {
      service = await startService(await siteOf(sites[name]!, questions, bench));
      services.push(service);
    },
    async measure() {
      const figures = await measureOnce(service, condition, questions, story);
      const difference = differenceFrom(expectedSubmission(story), service.submitted);
      if (difference !== undefined) throw new Error(difference);
      return figures;
    },
  };
}

/** One visit with a browser of its own, so that no cache and no warm process favours anybody. */
async function measureOnce(
  service: FormService,
  condition: Condition,
  questions: Questions,
  story: string,
): Promise<Figures> {
  const browser = await launchChromium();
  try {
    const [page] = await browser.pages();
    if (!page) throw new Error('the browser opened no page');
    await page.setViewport({ width: 390, height: 844, deviceScaleFactor: 2, hasTouch: true });
    const devtools = await page.createCDPSession();
    const bytes = countBytes(devtools);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(messageOf(error)));
    await Promise.all([devtools.send('Network.enable'), devtools.send('Performance.enable')]);
    await condition.apply(devtools);
    const danger = questions.steps[0]!.fields[0]!.options!;
    const probe = await readFile(join(import.meta.dirname, 'probe.js'), 'utf8');
    const words = { yes: danger[0]!.label, no: danger[1]!.label };
    await page.evaluateOnNewDocument(`(${probe.replace(/;\s*$/, '')})(${JSON.stringify(words)})`);

    try {
      return await visit(page, devtools, bytes, service, questions, story);
    } catch (error) {
      const shot = join(workFolder, `form-${new URL(service.origin).port}.png`);
      await mkdir(workFolder, { recursive: true });
      await page.screenshot({ path: shot });
      throw new Error([messageOf(error), `see ${shot}`, ...complaints].join('; '), { cause: error });
    }
  } finally {
    await browser.close();
  }
}

/** From the address to the receipt. */
async function visit(
  page: Page,
  devtools: CDPSession,
  bytes: () => number,
  service: FormService,
  questions: Questions,
  story: string,
): Promise<Figures> {
  await page.goto(service.origin, { waitUntil: 'domcontentloaded' });
  const visitor = new Visitor(page);
  const usable = await visitor.waitUsable();
  const first = await factsOf(devtools, bytes());
  let keys: readonly number[] = [];
  await travel(visitor, questions, async () => void (keys = await visitor.typeMeasured(story)));
  return {
    'bytes to the first field': first.bytes / 1_000,
    'bytes of the whole journey': bytes() / 1_000,
    'first field usable': usable,
    'script time': first.script * 1_000,
    'key to paint p95': percentile(keys, 0.95),
    'JS heap': first.heap / 1_000_000,
  };
}

/** Counts what comes over the wire, heads included. */
function countBytes(devtools: CDPSession): () => number {
  let total = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (total += encodedDataLength));
  return () => total;
}

async function factsOf(devtools: CDPSession, bytes: number): Promise<{ bytes: number; script: number; heap: number }> {
  const metric = async (name: string) =>
    (await devtools.send('Performance.getMetrics')).metrics.find((one) => one.name === name)!.value;
  const script = await metric('ScriptDuration');
  await devtools.send('HeapProfiler.collectGarbage');
  return { bytes, script, heap: await metric('JSHeapUsedSize') };
}
