import { baseUrl, code, createMock, submission, type Mock } from './mock.js';

/** The two calls of one client; each resolves to the answer's body. */
export interface Calls {
  get(): Promise<unknown>;
  post(): Promise<unknown>;
}

/** Makes the calls of one client over the given `fetch`. */
export type CreateCalls = (options: {
  readonly fetch: typeof fetch;
  readonly baseUrl: string;
  readonly code: string;
  readonly submission: typeof submission;
}) => Calls;

/** What the bench asks of the process of one subject. */
export type Question = { check: true; retries: boolean } | { call: keyof Calls; milliseconds: number };

/**
 * Serves one subject in a process of its own, so that its machine code, its garbage and its shapes are its own. Answers
 * each question with a number (µs a call; 0 for a passed check) or an error's message.
 */
export function serve(createCalls: CreateCalls): void {
  const mock = createMock();
  const calls = createCalls({ fetch: mock.fetch, baseUrl, code, submission });
  process.on('message', (question: Question) => {
    const answer =
      'check' in question ? check(calls, mock, question.retries) : time(calls[question.call], question.milliseconds);
    answer.then(
      (figure) => process.send!({ figure }),
      (error: unknown) => process.send!({ failure: error instanceof Error ? error.message : String(error) }),
    );
  });
}

async function time(call: () => Promise<unknown>, milliseconds: number): Promise<number> {
  globalThis.gc?.();
  let count = 0;
  const started = performance.now();
  let now = started;
  while (now - started < milliseconds) {
    for (let step = 0; step < 64; step++) await call();
    count += 64;
    now = performance.now();
  }
  return ((now - started) / count) * 1_000;
}

/** Refuses a client that does not do the same work as the others: one request each, same address, same body, a fresh key. */
async function check(calls: Calls, mock: Mock, retries: boolean): Promise<number> {
  const sent = (mock.record = []) as NonNullable<Mock['record']>;
  const federation = (await calls.get()) as { code?: string };
  const receipt = (await calls.post()) as { number?: string };
  await calls.post();
  mock.record = undefined;
  const [get, post, again] = sent;
  const keys = [post, again].map((one) => one?.headers.get('idempotency-key') ?? '');
  const faults = [
    sent.length !== 3 && `sent ${sent.length} requests for 3 calls`,
    federation.code !== code && 'the GET gives no federation',
    receipt.number === undefined && 'the POST gives no receipt',
    get?.url !== `${baseUrl}/v1/federations/${code}` && `the GET went to ${get?.url}`,
    post?.url !== `${baseUrl}/v1/federations/${code}/help-requests` && `the POST went to ${post?.url}`,
    post?.body !== JSON.stringify(submission) && 'the POST sent another body',
    !post?.headers.get('content-type')?.startsWith('application/json') && 'the POST has no content type',
    (!/^[\w-]{16,64}$/.test(keys[0]!) || keys[0] === keys[1]) && `keys ${keys.join(' and ')} are not fresh`,
  ].filter((fault) => fault !== false);
  if (faults.length > 0) throw new Error(faults.join(', '));
  if (retries) await checkRetries(calls, mock);
  return 0;
}

/** The goal is about a client with retries on board: one that does not retry has no right to its figure. */
async function checkRetries(calls: Calls, mock: Mock): Promise<void> {
  const sent = (mock.record = []) as NonNullable<Mock['record']>;
  mock.failNext = 1;
  await calls.post();
  mock.record = undefined;
  const keys = new Set(sent.map((one) => one.headers.get('idempotency-key')));
  if (sent.length !== 2 || keys.size !== 1) throw new Error('does not retry a 503 with the same key');
}
