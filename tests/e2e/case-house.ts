/**
 * A federation tree at work on cases: the real service behind HTTP, four people at four levels with accounts of their own, a
 * requester with nothing but a receipt, a receiver of webhooks, and a clock that only the test moves. Everybody works with the
 * clients of the SDK, and all that goes over the wire is written down.
 */
import type { components } from '@fulian/contract/types';
import { createClient, type Client, type ClientOptions } from '@fulian/sdk';
import { requesterClientOf, type RequesterClient } from '@fulian/sdk/requester';
import { staffClientOf, type StaffClient } from '@fulian/sdk/staff';
import type { AddressInfo } from 'node:net';
import { Secret, TOTP } from 'otpauth';
import type { CasePlace } from '../../packages/server/src/cases/case-rows.js';
import { tellOverdue } from '../../packages/server/src/cases/overdue.js';
import {
  createTestService,
  newToken,
  type TestService,
  type TestServiceOptions,
} from '../../packages/server/src/service-fixture.js';
import { signedIn } from '../../packages/server/src/staff/staff-fixture.js';
import { Courier } from '../../packages/server/src/webhooks/courier.js';
import { WebhookRepository } from '../../packages/server/src/webhooks/repository.js';
import { WebhookSender } from '../../packages/server/src/webhooks/sender.js';
import { caseProcess, type CaseProcess } from '../faults/case-world.js';
import { startHookReceiver, type HookReceiver } from './hook-receiver.js';
import { until } from './visitor.js';

type Schemas = components['schemas'];

/** Where the four work. */
export const units = {
  city: '990100000000',
  county: '990101000000',
  township: '990101001000',
  village: '990101001001',
} as const;
/** A level of federation, and who works there. */
export type Level = keyof typeof units;
/** From the top. */
export const levels = ['city', 'county', 'township', 'village'] as const;
/** Another county, which must never hear of anything. */
export const elsewhere = '990102000000';

/** One call as it went over the wire. */
export interface Sent {
  readonly who: string;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly status: number;
  readonly replayed: boolean;
  /** The body of a problem. */
  readonly problem: string;
}

/** An event of a stream, as it arrived. */
export interface Told {
  readonly data: string;
  readonly kind?: string;
  readonly revision: number;
}

/** Somebody who listens to a stream for as long as she is there. */
export interface Listener {
  readonly told: Told[];
  /** Signs in or opens her case again where the time is over, and listens on. */
  present(): Promise<void>;
  /** Ends her stream. */
  leave(): Promise<void>;
}

/** Somebody of staff. */
export interface Colleague extends Listener {
  readonly level: Level;
  readonly name: string;
  readonly account: string;
  readonly client: StaffClient;
  /** A code of her app, for the clock as it is. */
  code(): string;
}

/** Who asks. */
export interface Asker extends Listener {
  receipt: { number: string; secret: string } | undefined;
  readonly client: RequesterClient;
}

/** What a house is built with. */
export interface CaseHouseOptions extends TestServiceOptions {
  /** Where the clients go instead of to the service itself. */
  readonly through?: (origin: string) => Promise<{ readonly origin: string; stop(): Promise<void> }>;
  /** What the province says of how cases are handled, besides its partner agency. */
  readonly rules?: Partial<Schemas['CaseRules']>;
  /** Of the clients. */
  readonly retry?: NonNullable<ClientOptions['retry']>;
}

/** Everybody and everything. */
export interface CaseHouse {
  readonly service: TestService;
  readonly origin: string;
  readonly staff: Readonly<Record<Level, Colleague>>;
  readonly she: Asker;
  /** The client of somebody who has neither a session nor a receipt. */
  readonly visitor: Client;
  readonly hooks: HookReceiver;
  readonly sent: Sent[];
  /** A second process of the service. */
  readonly process: CaseProcess;
  /** Has a federation's own system be told, under a name of ours. */
  addHook(name: string, unit: string, kinds: readonly Schemas['WebhookEventKind'][]): Promise<void>;
  /** Moves the clock, never back. */
  moveTo(instant: Date): void;
  /** What the service does by itself every minute and every two seconds: tells what is overdue, delivers what is to be told. */
  work(): Promise<void>;
  stop(): Promise<void>;
}

/** One password for all of the test. */
export const password = 'kiesel-7-laterne-moos';
const idleMs = 25 * 60_000;

/** Builds the house; nobody has asked for help yet. */
export async function startCaseHouse(options: CaseHouseOptions = {}): Promise<CaseHouse> {
  const { through, retry = {}, rules, config, ...parts } = options;
  const service = await createTestService({
    ...parts,
    config: { staffSecondFactor: true, webhookAllow: ['127.0.0.1'], ...config },
  });
  await service.admin.query(`insert into federation_settings values ($1, 'case-rules', $2)`, [
    '990000000000',
    JSON.stringify({
      ...rules,
      partners: [{ code: 'county-police', kind: 'police', name: { 'zh-CN': '县公安局', en: 'Police' } }],
    }),
  ]);
  await service.app.listen({ port: 0, host: '127.0.0.1' });
  const origin = `http://127.0.0.1:${(service.app.server.address() as AddressInfo).port}`;
  const between = await through?.(origin);
  const baseUrl = between?.origin ?? origin;
  const sent: Sent[] = [];
  const clientOf = (who: string) => createClient({ baseUrl, retry, fetch: writingDown(who, baseUrl, sent) });
  const hooks = await startHookReceiver(service.clock);
  const process = caseProcess(service);
  const courier = new Courier({
    repository: new WebhookRepository(process.database),
    federationKeys: process.federationKeys,
    sender: new WebhookSender(['127.0.0.1']),
    clock: service.clock,
  });
  // Everybody is there before the day begins.
  service.clock.time -= 3_600_000;
  const staff = {} as Record<Level, Colleague>;
  for (const level of levels) staff[level] = await hire(service, level, clientOf(level));
  const visitor = clientOf('visitor');
  const she = askerOf(service, requesterClientOf(clientOf('she')));
  return {
    service,
    origin: baseUrl,
    staff,
    she,
    visitor,
    hooks,
    sent,
    process,
    moveTo(instant) {
      if (instant.getTime() < service.clock.time) throw new Error(`${instant.toISOString()} is over`);
      service.clock.time = instant.getTime();
    },
    async addHook(name, unit, kinds) {
      const administrator = await signedIn(service, 'administrator', unit);
      const made = await service.call('createWebhook', {
        path: { code: unit },
        headers: { ...administrator.headers, 'idempotency-key': newToken() },
        body: { url: hooks.addressOf(name), kinds },
      });
      if (made.statusCode !== 201) throw new Error(made.body);
      hooks.trust(name, made.json<{ secret: string }>().secret);
    },
    async work() {
      await tellOverdue({ ...process, clock: service.clock });
      await courier.deliver();
    },
    async stop() {
      await Promise.all([she, ...Object.values(staff)].map((one) => one.leave()));
      await Promise.all([between?.stop(), hooks.stop(), process.database.close()]);
      await service.close();
    },
  };
}

const names: Readonly<Record<Level, readonly [role: Schemas['StaffRole'], name: string]>> = {
  city: ['supervisor', '市里的示例主任'],
  county: ['worker', '县里的示例干部'],
  township: ['worker', '镇上的示例干部'],
  village: ['worker', '村里的示例干部'],
};

/** Makes an account as an administrator does, and sets up its one-time codes. */
async function hire(service: TestService, level: Level, publicClient: Client): Promise<Colleague> {
  const [role, name] = names[level];
  const administrator = await signedIn(service, 'administrator', '990000000000');
  const account = `${level}.day`;
  const made = await service.call('createStaffAccount', {
    path: { code: units[level] },
    headers: { ...administrator.headers, 'idempotency-key': newToken() },
    body: { account, name, role, federation: units[level], password },
  });
  if (made.statusCode !== 201) throw new Error(made.body);
  let token = '';
  let secret = '';
  let usedAt = -Infinity;
  const client = staffClientOf(publicClient, () => token);
  const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: service.clock.time });
  ({ token } = await client.signInStaff({ body: { account, password } }));
  ({ secret } = await client.startSecondFactor());
  await client.confirmSecondFactor({ body: { code: code() } });
  // A code counts once.
  service.clock.time += 30_000;
  const stream = listenTo((signal) => client.watchCases({ path: { code: units[level] } }, { signal }));
  return {
    level,
    name,
    account,
    client,
    code,
    told: stream.told,
    leave: stream.stop,
    async present() {
      const now = service.clock.time;
      if (now - usedAt < idleMs) return;
      await stream.stop();
      ({ token } = await client.signInStaff({ body: { account, password, code: code() } }));
      usedAt = service.clock.time;
      await stream.start();
    },
  };
}

function askerOf(service: TestService, client: RequesterClient): Asker {
  let openedAt = -Infinity;
  const stream = listenTo((signal) => client.watchOwnCase({}, { signal }));
  const asker: Asker = {
    receipt: undefined,
    client,
    told: stream.told,
    leave: stream.stop,
    async present() {
      if (!asker.receipt || service.clock.time - openedAt < idleMs) return;
      await stream.stop();
      await client.openOwnCase({ receipt: asker.receipt });
      openedAt = service.clock.time;
      await stream.start();
    },
  };
  return asker;
}

/** Keeps one stream open and what it tells. */
function listenTo(open: (signal: AbortSignal) => AsyncIterable<{ event: string; data: string }>) {
  const told: Told[] = [];
  let ending = new AbortController();
  let running: Promise<void> | undefined;
  return {
    told,
    async start() {
      ending = new AbortController();
      let isOpen = false;
      let failed: unknown;
      const listen = async (): Promise<void> => {
        for await (const { event, data } of open(ending.signal)) {
          if (event === 'open') isOpen = true;
          else told.push({ data, ...(JSON.parse(data) as { kind?: string; revision: number }) });
        }
      };
      // As every page does: a database that is slow for a moment, with other work on the machine, is asked again.
      const retry = async (tries: number): Promise<void> =>
        listen().catch((error: unknown) => {
          const mayTry = !isOpen && tries > 1 && (error as { retryable?: boolean }).retryable === true;
          if (mayTry) return retry(tries - 1);
          failed = error;
          return undefined;
        });
      running = retry(4);
      await until('the stream', async () => {
        if (failed) throw new Error('the stream is refused', { cause: failed });
        return isOpen;
      });
    },
    async stop() {
      ending.abort();
      await running;
    },
  };
}

/** `fetch` that writes down what is sent and how it was answered. */
function writingDown(who: string, baseUrl: string, sent: Sent[]): NonNullable<ClientOptions['fetch']> {
  return async (url, init) => {
    const answer = await fetch(url, init);
    sent.push({
      who,
      method: init?.method ?? 'GET',
      path: url.slice(baseUrl.length),
      status: answer.status,
      replayed: answer.headers.get('Idempotent-Replayed') === 'true',
      problem: answer.status >= 400 ? await answer.clone().text() : '',
    });
    return answer;
  };
}

/** Where the case of a number is stored, past row-level security. */
export async function placeOf(service: TestService, number: string): Promise<CasePlace> {
  const { rows } = await service.admin.query<CasePlace>(
    'select federation as home, id from help_requests where number = $1',
    [number],
  );
  if (!rows[0]) throw new Error(`no case has the number ${number}`);
  return rows[0];
}
