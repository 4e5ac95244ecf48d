import { Agent, request } from 'node:http';

/** What the load generator is told. */
export interface OpenLoad {
  readonly origin: string;
  /** Asked for in turn. */
  readonly questions: readonly Asked[];
  /** More than can be answered: as fast as `connections` allow, which is a closed loop. */
  readonly perSecond: number;
  readonly milliseconds: number;
  /** Default: 64. */
  readonly connections?: number;
  /** Each question once, however long that takes. */
  readonly once?: boolean;
}

/** One request. */
export interface Asked {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Default: GET. */
  readonly method?: string;
  readonly body?: string;
}

/**
 * The process that asks: requests begin when their time has come, whether or not others are still waiting, as visitors do
 * (open loop). A latency counts from when the request should have begun, so that a service that stalls cannot hide it.
 */
process.on('message', (load: OpenLoad) => {
  run(load).then(
    (latencies) => process.send!({ latencies }),
    (error: Error) => process.send!({ failure: error.message }),
  );
});

async function run({
  origin,
  questions,
  perSecond,
  milliseconds,
  connections = 64,
  once,
}: OpenLoad): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  const running: Promise<void>[] = [];
  const began = performance.now();
  let due = began;
  for (let turn = 0; once ? turn < questions.length : due - began < milliseconds; turn += 1) {
    // Arrivals at random: the time to the next one is exponential.
    due += (-Math.log(1 - Math.random()) * 1_000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const at = due;
    running.push(
      ask(agent, origin, questions[turn % questions.length]!).then(() => void latencies.push(performance.now() - at)),
    );
  }
  await Promise.all(running);
  agent.destroy();
  return latencies;
}

function ask(agent: Agent, origin: string, { path, headers, method = 'GET', body }: Asked): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(origin + path, { agent, method, headers: { ...headers } }, (answer) => {
      answer.on('error', reject);
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`answered ${answer.statusCode} to ${path}`)),
      );
      answer.resume();
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
