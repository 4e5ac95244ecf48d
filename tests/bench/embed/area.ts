import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testBallotId, testCouncilId } from '@fulian/sdk/testing';
import type { CDPSession, Page } from 'puppeteer-core';
import { launchChromium } from '../../browsers.mjs';
import type { Area, Bench } from '../area.js';
import { warnOfStale } from '../built.js';
import { conditions, type Condition } from '../form/conditions.js';
import { readQuestions, type Questions } from '../form/questions.js';
import { messageOf, type Figures, type Subject } from '../rounds.js';
import { rowsOf, type Metric, type Row } from '../rows.js';
import { startService, type EmbedService } from './service.js';
import { ownSite, siteOf, ways } from './site.js';
import { publicSet, sizeRows } from './sizes.js';

const limit = 'plain HTML + JS';
/** Name in the table → name of the site. */
const sites: Readonly<Record<string, string>> = {
  [limit]: 'plain',
  'Fulian Kit (loader)': 'loader',
  'Fulian Kit (loader, preloaded)': 'preloaded',
  'Fulian Kit (modules)': 'modules',
  'Fulian Kit (iife)': 'iife',
  'govuk-frontend': 'govuk',
  'Web Awesome': 'webawesome',
};
/** Milliseconds until what does not become usable counts as broken. */
const patience = 60_000;

/** What a visitor's phone loads of each way to embed, and when the first thing can be used. */
export const area: Area = {
  title: 'ways to embed: bytes, and the first usable question, beside a page by hand, govuk-frontend and Web Awesome',
  async run(bench) {
    warnOfStale(bench, 'packages/elements/src', 'packages/elements/dist');
    const questions = await readQuestions();
    const rows = await sizeRows(bench);
    for (const condition of conditions) {
      const options = bench.quick ? { rounds: 1, warmUps: 0 } : { rounds: 9, warmUps: 1 };
      rows.push(...(await questionRows(condition, questions, bench, options)));
      rows.push(...(await wholeRows(condition, bench, options)));
    }
    return rows;
  },
};

/** A script for a page: the function in a file here, called with `given`. */
async function inPage(file: string, given: object): Promise<string> {
  const text = await readFile(join(import.meta.dirname, file), 'utf8');
  return `(${text.replace(/^\/\/.*\n/, '').replace(/;\s*$/, '')})(${JSON.stringify(given)})`;
}

type Rounds = Parameters<Bench['rounds']>[1];

/** The first question of the help form. */
async function questionRows(condition: Condition, questions: Questions, bench: Bench, rounds: Rounds): Promise<Row[]> {
  const [yes, no] = questions.steps[0]!.fields[0]!.options!.map(({ label }) => label);
  const prepare = await inPage('../form/probe.js', { yes, no });
  const subjects = Object.keys(sites).map((name) =>
    subjectOf(name, () => siteOf(sites[name]!, questions, bench), condition, prepare, 'window.bench.usable'),
  );
  const metrics: Metric[] = [
    { name: 'first question usable', unit: 'ms', better: 'less' },
    { name: 'script time until then', unit: 'ms', better: 'less' },
    ...(condition === conditions[0]
      ? ([
          { name: 'loaded until then, gzip', unit: 'kB', better: 'less' },
          { name: 'loaded until then, brotli', unit: 'kB', better: 'less' },
          { name: 'requests until then', unit: '', better: 'less' },
        ] as const)
      : []),
  ];
  return measured({ metrics, names: Object.keys(sites), subjects, condition, bench, rounds });
}

/** Everything for the public on one page, which no page has: what the ways are like where all is needed. */
async function wholeRows(condition: Condition, bench: Bench, rounds: Rounds): Promise<Row[]> {
  const tags = publicSet.filter((name) => name !== 'client');
  const attributes: Readonly<Record<string, string>> = {
    council: `council="${testCouncilId()}"`,
    ballot: `council="${testCouncilId()}" ballot="${testBallotId('motion')}"`,
  };
  const body = tags.map((name) => `<fl-${name} ${attributes[name] ?? ''}></fl-${name}>`).join('');
  const modules = publicSet.map((name) => `<script type="module" src="/assets/${name}.js"></script>`).join('');
  const heads: Readonly<Record<string, string>> = {
    'Fulian Kit (loader)': ways.loader,
    'Fulian Kit (modules)': modules,
    'Fulian Kit (iife)': ways.iife,
  };
  const whole: Readonly<Record<string, string>> = {
    'quick-exit': '[part=button]',
    'help-form': 'input[type=radio]',
    // A phone shows the list first.
    'service-map': '[part=point]',
    'case-tracker': '#secret',
    council: '[part=item]',
    ballot: '#begin',
  };
  const prepare = await inPage('whole.js', whole);
  const names = Object.keys(heads);
  const subjects = names.map((name) =>
    subjectOf(name, () => Promise.resolve(ownSite(heads[name]!, body)), condition, prepare, 'window.wholeAt'),
  );
  const metric: Metric = { name: 'all six elements on one page whole', unit: 'ms', better: 'less' };
  const renamed = subjects.map((subject) => ({
    ...subject,
    measure: async () => {
      const figures = await subject.measure();
      return { [metric.name]: figures['first question usable']! };
    },
  }));
  return measured({ metrics: [metric], names, subjects: renamed, condition, bench, rounds });
}

async function measured(what: {
  readonly metrics: readonly Metric[];
  readonly names: readonly string[];
  readonly subjects: readonly (Subject & { stop(): Promise<void> })[];
  readonly condition: Condition;
  readonly bench: Bench;
  readonly rounds: Rounds;
}): Promise<Row[]> {
  const { metrics, names, subjects, condition, bench, rounds } = what;
  try {
    const samples = await bench.rounds(subjects, rounds);
    const rows = rowsOf({ metrics, subjects: names, limit, goals: [], samples });
    const isBytes = ({ metric }: Row) => /^(?:loaded|requests)/.test(metric);
    return rows.map((row) => (isBytes(row) ? row : { ...row, metric: `${row.metric}, ${condition.name}` }));
  } finally {
    await Promise.all(subjects.map((subject) => subject.stop()));
  }
}

function subjectOf(
  name: string,
  site: () => ReturnType<typeof siteOf>,
  condition: Condition,
  prepare: string,
  usable: string,
): Subject & { stop(): Promise<void> } {
  let service: EmbedService | undefined;
  return {
    name,
    async prepare() {
      service = await startService(await site());
      // Every file is compressed when it is first asked for.
      await visit(service, conditions[0]!, prepare, usable);
    },
    measure: () => visit(service!, condition, prepare, usable),
    stop: async () => service?.stop(),
  };
}

/** One visit with a browser of its own, so that no cache and no warm process favours anybody. */
async function visit(service: EmbedService, condition: Condition, prepare: string, usable: string): Promise<Figures> {
  const browser = await launchChromium();
  try {
    const [page] = await browser.pages();
    if (!page) throw new Error('the browser opened no page');
    await page.setViewport({ width: 390, height: 844, deviceScaleFactor: 2, hasTouch: true });
    const devtools = await page.createCDPSession();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(messageOf(error)));
    await devtools.send('Network.enable');
    await devtools.send('Performance.enable');
    await condition.apply(devtools);
    await page.evaluateOnNewDocument(prepare);
    service.take();
    await page.goto(service.origin, { waitUntil: 'domcontentloaded' });
    const at = await usableAt(page, usable, complaints);
    const { gzip, brotli, requests } = service.take();
    return {
      'first question usable': at,
      'script time until then': await scriptTime(devtools),
      'loaded until then, gzip': gzip,
      'loaded until then, brotli': brotli,
      'requests until then': requests,
    };
  } finally {
    await browser.close();
  }
}

async function usableAt(page: Page, usable: string, complaints: readonly string[]): Promise<number> {
  try {
    const found = await page.waitForFunction(usable, { timeout: patience, polling: 50 });
    return (await found.jsonValue()) as number;
  } catch (error) {
    const missing = (await page.evaluate('window.missing')) as readonly string[] | undefined;
    throw new Error([messageOf(error), ...(missing ?? []).map((name) => `no ${name}`), ...complaints].join('; '), {
      cause: error,
    });
  }
}

async function scriptTime(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ScriptDuration')!.value * 1_000;
}
