import { Agent, request } from 'node:http';

/** What the load generator is told. */
export interface OpenLoad {
  readonly origin: string;
  /** Asked for in turn. */
  readonly questions: readonly { readonly path: string; readonly headers: Readonly<Record<string, string>> }[];
  readonly perSecond: number;
  readonly milliseconds: number;
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

async function run({ origin, questions, perSecond, milliseconds }: OpenLoad): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const latencies: number[] = [];
  const running: Promise<void>[] = [];
  const began = performance.now();
  let due = began;
  for (let turn = 0; due - began < milliseconds; turn += 1) {
    // Arrivals at random: the time to the next one is exponential.
    due += (-Math.log(1 - Math.random()) * 1_000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const { path, headers } = questions[turn % questions.length]!;
    const at = due;
    running.push(ask(agent, origin + path, headers).then(() => void latencies.push(performance.now() - at)));
  }
  await Promise.all(running);
  agent.destroy();
  return latencies;
}

function ask(agent: Agent, url: string, headers: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers: { ...headers } }, (answer) => {
      answer.on('error', reject);
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`answered ${answer.statusCode} to ${url}`)),
      );
      answer.resume();
    });
    sent.on('error', reject);
    sent.end();
  });
}
