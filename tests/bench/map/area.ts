import type { Area, Bench } from '../area.js';
import { warnOfStale } from '../built.js';
import type { Figures, Subject } from '../rounds.js';
import { aheadOf, rowsOf, type Goal, type Metric, type Row, type Samples } from '../rows.js';
import { bytesOnWire, pointsOf, viewOf, type Points, type View } from './points.js';
import { startService, type MapService } from './service.js';
import { siteOf, storeModule, type Site } from './site.js';
import { firstRender, sizeOfOurs, slowRender, timed, wholeVisit } from './visit.js';

const limit = 'dots on a canvas';
const ours = 'Fulian Kit';
/** Name in the table → name of the site. */
const sites: Readonly<Record<string, string>> = {
  [limit]: 'limit',
  [ours]: 'fulian',
  'Leaflet + markercluster': 'leaflet',
  'MapLibre GL': 'maplibre',
  OpenLayers: 'openlayers',
};
const peers = Object.keys(sites).slice(2);
const slowdown = 4;

/** Our map of service points beside map engines with the same points, in a real browser. */
export const area: Area = {
  title: 'the map of service points in Chromium, beside Leaflet, MapLibre GL, OpenLayers and bare dots',
  async run(bench) {
    warnOfStale(bench, 'packages/elements/src', 'packages/elements/dist');
    bench.tell('making points');
    const sizes = (bench.quick ? [500, 5_000] : [500, 10_000, 100_000]).map(pointsOf);
    const service = await startService(sizes);
    try {
      service.add(new Map([['/store.js', await storeModule()]]));
      return await new Run(bench, service, sizes).rows();
    } finally {
      await service.stop();
    }
  },
};

const cpu = (count: number) => `first render, CPU of the main thread, ${named(count)}`;
const longest = (count: number) => `first render, longest task, CPU, ${named(count)}`;
const named = (count: number) => `${count.toLocaleString('en')} points`;

/** One run over all sizes. */
class Run {
  private readonly made = new Map<string, Site>();
  private readonly largest: Points;

  constructor(
    private readonly bench: Bench,
    private readonly service: MapService,
    private readonly sizes: readonly Points[],
  ) {
    this.largest = sizes[sizes.length - 1]!;
  }

  async rows(): Promise<Row[]> {
    const { bench, largest, sizes } = this;
    const notes = [
      'CPU is what the thread computed. A first render runs from the moment when all scripts are there to a still picture: data and its decoding included, for ours also the list with its names.',
      'Ours is measured with the gliding that visitors see, the engines without any, which favours them. MapLibre GL counts and clusters in workers, which only the CPU of the whole process has in it.',
      'The engines read position and category alone; our table also has facilities, hours and status.',
    ];
    for (const note of notes) bench.warn(note);

    const address = await this.put(ours);
    const first = sizes[0]!;
    const size = await sizeOfOurs(address, first, viewOf(first, { width: 600, height: 400 }));
    const rounds = bench.quick ? { rounds: 1, warmUps: 0 } : { rounds: 5, warmUps: 0 };
    const measured: Samples[] = [];
    for (const points of sizes) {
      const view = viewOf(points, size);
      const isLargest = points === largest;
      const figures = async (name: string): Promise<Figures> => {
        const found = await (isLargest ? wholeVisit : firstRender)(this.addressOf(name), points, view);
        const named: Record<string, number> = {
          [cpu(points.count)]: found['cpu']!,
          [longest(points.count)]: found['longest']!,
        };
        return isLargest ? { ...named, ...this.later(found), ...this.bytes(name) } : named;
      };
      measured.push(await bench.rounds(this.subjects(figures), rounds));
    }
    const view = viewOf(largest, size);
    const slow = (name: string) => slowRender(this.addressOf(name), largest, view, slowdown);
    // Half a minute a visit for the slowest: fewer of them.
    measured.push(await bench.rounds(this.subjects(slow), { ...rounds, rounds: Math.min(3, rounds.rounds) }));
    measured.push(await bench.rounds(this.timers(view), rounds));
    return this.rowsOfAll(merged(measured));
  }

  /** Figures of a whole visit that are not those of the first render. */
  private later(found: Figures): Figures {
    return {
      'scripts and styles that a visit took, gzip': found['loaded']!,
      'first render, CPU of the whole process': found['process']!,
      'zoom step, CPU, median': found['zoom']!,
      'zoom step, CPU, most': found['zoom at most']!,
      'filter change, CPU': found['filter']!,
      'longest task while zooming and filtering, CPU': found['later']!,
      'memory of the page and its workers': found['memory']!,
    };
  }

  private bytes(name: string): Figures {
    const { bytes, drawing } = this.made.get(name)!;
    const { encoded, geojson, columns } = this.largest;
    const data = name === ours ? encoded : name === limit ? columns : geojson;
    return {
      'scripts and styles, gzip': bytes / 1_000,
      'points on the wire, brotli': bytesOnWire(data) / 1_000,
      ...(drawing !== undefined && { 'what draws the map, gzip': drawing / 1_000 }),
    };
  }

  private subjects(measure: (name: string) => Promise<Figures>): Subject[] {
    return Object.keys(sites).map((name) => ({
      name,
      prepare: async () => void (await this.put(name)),
      measure: () => measure(name),
    }));
  }

  /** Our store alone, and a bare scan beside it. */
  private timers(view: View): Subject[] {
    const time = (name: string, what: 'timeStore' | 'timeScan') => async (): Promise<Figures> => {
      const found = await timed(this.addressOf(name), this.largest, view, what);
      return Object.fromEntries(Object.entries(found).map(([key, value]) => [timerNames[key]!, value]));
    };
    return [
      { name: limit, prepare: async () => void (await this.put(limit)), measure: time(limit, 'timeScan') },
      { name: ours, measure: time(ours, 'timeStore') },
    ];
  }

  private addressOf(name: string): string {
    return `${this.service.origin}/${sites[name]!}/`;
  }

  private async put(name: string): Promise<string> {
    if (!this.made.has(name)) {
      const site = await siteOf(sites[name]!, this.bench);
      this.service.add(site.files);
      this.made.set(name, site);
    }
    return this.addressOf(name);
  }

  private rowsOfAll(samples: Samples): Row[] {
    const counts = this.sizes.map(({ count }) => count);
    const metrics: Metric[] = [
      { name: 'scripts and styles, gzip', unit: 'kB', better: 'less' },
      { name: 'scripts and styles that a visit took, gzip', unit: 'kB', better: 'less' },
      { name: 'what draws the map, gzip', unit: 'kB', better: 'less' },
      { name: 'points on the wire, brotli', unit: 'kB', better: 'less' },
      ...counts.map((count) => ({ name: cpu(count), unit: 'ms', better: 'less' }) as const),
      { name: 'first render, CPU of the whole process', unit: 'ms', better: 'less' },
      ...counts.map((count) => ({ name: longest(count), unit: 'ms', better: 'less' }) as const),
      { name: 'wall', unit: 'ms', better: 'less' },
      { name: 'wall from the navigation', unit: 'ms', better: 'less' },
      { name: 'zoom step, CPU, most', unit: 'ms', better: 'less' },
      { name: 'zoom step, CPU, median', unit: 'ms', better: 'less' },
      { name: 'filter change, CPU', unit: 'ms', better: 'less' },
      { name: 'longest task while zooming and filtering, CPU', unit: 'ms', better: 'less' },
      { name: 'memory of the page and its workers', unit: 'MB', better: 'less' },
      ...Object.values(timerNames).map((name) => ({ name, unit: 'ms', better: 'less' }) as const),
    ];
    const promised: [string, number][] = [
      ['scripts and styles, gzip', 35],
      ['what draws the map, gzip', 12],
      ['points on the wire, brotli', 450],
      ...counts.map((count): [string, number] => [cpu(count), count <= 500 ? 30 : count <= 10_000 ? 40 : 60]),
      ...counts.map((count): [string, number] => [longest(count), 100]),
      ['wall', 500],
      ['wall from the navigation', 500],
      ['zoom step, CPU, most', 20],
      ['filter change, CPU', 5],
      ['longest task while zooming and filtering, CPU', 100],
      ['memory of the page and its workers', 12],
      [timerNames['nearest']!, 1],
      [timerNames['filter']!, 5],
      [timerNames['zoom']!, 20],
    ];
    const goals = promised.map(([metric, most]) => notAbove(metric, most));
    const beside = peers.filter((peer) => !samples.failures.has(peer));
    for (const { name, better } of metrics)
      if (beside.some((peer) => samples.values.get(peer)?.has(name)))
        goals.push({ metric: name, subject: ours, ...aheadOf(beside, better) });
    const rows = rowsOf({ metrics, subjects: Object.keys(sites), limit, goals, samples });
    const isOfTimer = (row: Row) => Object.values(timerNames).includes(row.metric);
    return rows
      .filter((row) => row.median !== null || !(isOfTimer(row) || row.metric.startsWith('what draws')))
      .map((row) => ({ ...row, metric: titleOf(row.metric, this.largest.count) }));
  }
}

const timerNames: Readonly<Record<string, string>> = {
  nearest: 'the 20 nearest, in the page',
  filter: 'filter change, our store alone',
  zoom: 'zoom step, our store alone',
};

/** Says of how many points a metric of the largest size is. */
function titleOf(metric: string, count: number): string {
  if (/points$|^scripts|^what draws/.test(metric)) return metric;
  if (metric === 'wall') return `first render at ${slowdown}x slowdown, from all scripts there, ${named(count)}`;
  if (metric === 'wall from the navigation')
    return `first render at ${slowdown}x slowdown, from the navigation, ${named(count)}`;
  return `${metric}, ${named(count)}`;
}

function notAbove(metric: string, most: number): Goal {
  const text = `≤ ${most}`;
  return { metric, subject: ours, text, missed: (own) => (own <= most ? undefined : `not ${text}`) };
}

/** All samples as those of one run; who failed once has failed. */
function merged(all: readonly Samples[]): Samples {
  const values = new Map<string, Map<string, readonly number[]>>();
  const failures = new Map<string, string>();
  for (const samples of all) {
    for (const [subject, own] of samples.values) values.set(subject, new Map([...(values.get(subject) ?? []), ...own]));
    for (const [subject, why] of samples.failures) failures.set(subject, failures.get(subject) ?? why);
  }
  return { values, failures };
}
