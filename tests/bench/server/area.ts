import { join } from 'node:path';
import type { Area, Bench } from '../area.js';
import { warnOfStale } from '../built.js';
import { folderOf } from '../peers.js';
import type { Figures, Subject } from '../rounds.js';
import { atLeast, rowsOf, type Goal, type Metric } from '../rows.js';
import { percentile } from '../statistics.js';
import { requestBodies } from './bodies.js';
import { LoadGenerator, type Load, type LoadResult } from './loading.js';
import { county, startOwnService, type OwnService } from './own-service.js';
import { startParseServer } from './parse-server.js';
import { countStored, runPgbench, storedSizes, type RowSizes } from './pgbench.js';

const limit = 'pgbench, same statement';
const ours = 'Fulian Kit';
const parse = 'Parse Server';
const connections = 32;
const metrics: readonly Metric[] = [
  { name: 'durable submits', unit: '1/s', better: 'more' },
  { name: 'submit p99', unit: 'ms', better: 'less' },
];

/** Durable submits of our service beside what its PostgreSQL can do at all, and beside another back end on the same one. */
export const area: Area = {
  title: 'durable submits of the service at 32 connections, beside pgbench and Parse Server',
  async run(bench) {
    const bodies = requestBodies();
    const seconds = bench.quick ? 1 : 5;
    const stops: (() => unknown)[] = [];
    bench.tell('starting our service with its database');
    try {
      warnOfStale(bench, 'packages/server/src', 'packages/server/dist');
      const service = await startOwnService();
      stops.unshift(() => service.stop());
      const load = await LoadGenerator.start(join(folderOf(bench.peers, 'load'), 'node_modules'));
      stops.unshift(() => load.stop());
      const order: Omit<Load, 'origin' | 'path' | 'headers'> = { bodies, connections, milliseconds: seconds * 1_000 };
      const submits = {
        ...order,
        origin: service.origin,
        path: `/v1/federations/${county}/help-requests`,
        headers: {},
      };
      const sizes = await learnSizes(service, load, submits);
      const subjects: Subject[] = [
        { name: limit, measure: () => pgbenchOnce(service, sizes, seconds) },
        { name: ours, measure: () => ownOnce(service, load, submits) },
        parseSubject(bench, service, load, order, stops),
      ];
      const samples = await bench.rounds(subjects, bench.quick ? { rounds: 1, warmUps: 0 } : { rounds: 9, warmUps: 1 });
      const goals: Goal[] = [{ metric: 'durable submits', subject: ours, ...atLeast(0.5, limit) }];
      return rowsOf({ metrics, subjects: subjects.map((one) => one.name), limit, goals, samples });
    } finally {
      for (const stop of stops) await stop();
    }
  },
};

/** One request of each kind, to see how large their rows become. */
async function learnSizes(service: OwnService, load: LoadGenerator, submits: Load): Promise<readonly RowSizes[]> {
  for (const body of submits.bodies) await load.run({ ...submits, bodies: [body], connections: 1, most: 1 });
  return storedSizes(service.databaseUrl, submits.bodies.length);
}

async function pgbenchOnce(service: OwnService, sizes: readonly RowSizes[], seconds: number): Promise<Figures> {
  const { databaseUrl } = service;
  const { perSecond, latencies } = await runPgbench({ databaseUrl, sizes, clients: connections, seconds });
  return { 'durable submits': perSecond, 'submit p99': percentile(latencies, 0.99) };
}

/** Refuses figures of a service that acknowledged what is not in the database. */
async function ownOnce(service: OwnService, load: LoadGenerator, submits: Load): Promise<Figures> {
  const before = await countStored(service.databaseUrl);
  const result = await load.run(submits);
  const stored = (await countStored(service.databaseUrl)) - before;
  if (stored !== result.latencies.length)
    throw new Error(`acknowledged ${result.latencies.length} submits and stored ${stored}`);
  return figuresOf(result);
}

function parseSubject(
  bench: Bench,
  service: OwnService,
  load: LoadGenerator,
  order: Omit<Load, 'origin' | 'path' | 'headers'>,
  stops: (() => unknown)[],
): Subject {
  let submits: Load;
  return {
    name: parse,
    async prepare() {
      const { origin, path, headers, stop } = await startParseServer(
        folderOf(bench.peers, 'parse-server'),
        service.databaseUrl,
      );
      stops.unshift(stop);
      submits = { ...order, origin, path, headers };
      // The first one makes the table.
      await load.run({ ...submits, connections: 1, most: 1 });
    },
    measure: async () => figuresOf(await load.run(submits)),
  };
}

function figuresOf({ latencies, milliseconds }: LoadResult): Figures {
  return {
    'durable submits': (latencies.length / milliseconds) * 1_000,
    'submit p99': percentile(latencies, 0.99),
  };
}
