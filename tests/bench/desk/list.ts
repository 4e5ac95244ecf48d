import type { Bench } from '../area.js';
import type { Figures, Subject } from '../rounds.js';
import { aheadOf, rowsOf, type Goal, type Metric, type Row } from '../rows.js';
import { startListService, type ListService } from './service.js';
import { ownModules, siteOf } from './site.js';
import { visit, type Walk } from './visit.js';

const limit = 'rows by hand';
const ours = 'Fulian Kit';
const desk = 'Fulian Kit (whole desk)';
const peers = ['React 19 + TanStack Virtual', '@lit-labs/virtualizer', 'all rows as plain DOM'];
/** Name in the table → name of the site. */
const sites: Readonly<Record<string, string>> = {
  [limit]: 'limit',
  [ours]: 'fulian-list',
  [desk]: 'fulian',
  [peers[0]!]: 'react',
  [peers[1]!]: 'lit',
  [peers[2]!]: 'plain',
};

/** What a visit gives → how it is called. */
const titles: Readonly<Record<string, readonly [name: string, unit: string]>> = {
  bytes: ['scripts, gzip', 'kB'],
  wall: ['first paint', 'ms'],
  paint: ['first paint, CPU of the main thread', 'ms'],
  'longest in paint': ['first paint, longest task, CPU', 'ms'],
  wheel: ['100 rows by wheel, CPU of the main thread', 'ms'],
  'longest in wheel': ['scrolling by wheel, longest task, CPU', 'ms'],
  keys: ['100 rows by arrow key, CPU of the main thread', 'ms'],
  'longest in keys': ['scrolling by arrow key, longest task, CPU', 'ms'],
  jump: ['jump to row 5,000, CPU of the main thread', 'ms'],
  'heap at first': ['heap after the first paint', 'MB'],
  'heap at last': ['heap after all scrolling', 'MB'],
  memory: ['memory of the page after all scrolling', 'MB'],
  rows: ['rows that are drawn', ''],
};
const nameOf = (figure: string) => titles[figure]![0];

/** Our list of 10,000 rows beside others, in a real browser. */
export async function listRows(bench: Bench): Promise<Row[]> {
  bench.tell('making cases');
  const service = await startListService(10_000);
  const walk: Walk = bench.quick ? { turns: 20, keys: 20 } : { turns: 100, keys: 100 };
  try {
    const subjects = Object.keys(sites).map((name) => subjectOf(name, bench, service, walk));
    const samples = await bench.rounds(subjects, bench.quick ? { rounds: 1, warmUps: 0 } : { rounds: 3, warmUps: 1 });
    for (const note of notes) bench.warn(note);
    const metrics = Object.values(titles).map(([name, unit]): Metric => ({ name, unit, better: 'less' }));
    const rows = rowsOf({ metrics, subjects: Object.keys(sites), limit, goals: goalsOf(metrics), samples });
    return [...rows.filter((row) => row.unit !== '' || row.median !== null), await trackerRow()];
  } finally {
    await service.stop();
  }
}

const notes = [
  `Lists hold all rows with their words ready made before the clock starts; ours fetches them by the hundred, keeps 2,000 and makes the words, and the clock of '${desk}' starts when the service has said who she is, so that its first paint has all that a desk needs first in it.`,
  'CPU is what the main thread computed; a wheel turn and a key press wait for a frame each.',
];

function subjectOf(name: string, bench: Bench, service: ListService, walk: Walk): Subject {
  let bytes = 0;
  return {
    name,
    prepare: async () => {
      const site = await siteOf(sites[name]!, bench);
      service.add(site.files);
      ({ bytes } = site);
    },
    measure: async () => {
      const found: Figures = {
        bytes: bytes / 1_000,
        ...(await visit(`${service.origin}/${sites[name]!}/`, service.numbers, walk)),
      };
      return Object.fromEntries(Object.entries(found).map(([figure, value]) => [nameOf(figure), value]));
    },
  };
}

function goalsOf(metrics: readonly Metric[]): Goal[] {
  const promised = [ours, desk].flatMap((subject) => [
    notAbove(subject, nameOf('wall'), 40),
    notAbove(subject, nameOf('heap at first'), 2.6),
  ]);
  const ahead = metrics
    .filter(({ unit }) => unit !== '')
    .map(({ name }): Goal => ({ metric: name, subject: ours, ...aheadOf(peers, 'less') }));
  return [...promised, ...ahead];
}

function notAbove(subject: string, metric: string, most: number): Goal {
  const text = `≤ ${most}`;
  return { metric, subject, text, missed: (own) => (own <= most ? undefined : `not ${text}`) };
}

/** What she has to load to see her own case. */
async function trackerRow(): Promise<Row> {
  const most = 25;
  const row = { metric: 'the case tracker with all it needs, gzip', subject: ours, unit: 'kB', goal: `≤ ${most}` };
  const none = { median: null, min: null, max: null, ratio: null, noise: null };
  try {
    const size = (await ownModules('case-tracker.js')) / 1_000;
    return { ...row, ...none, median: size, min: size, max: size, holds: size <= most };
  } catch (error) {
    return { ...row, ...none, holds: false, note: (error as Error).message };
  }
}
