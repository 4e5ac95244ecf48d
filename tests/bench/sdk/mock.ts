import { examples } from '@fulian/contract/examples';

/** Where the mock pretends to be. */
export const baseUrl = 'http://127.0.0.1:9';
/** The federation that is read, and that the request is submitted to. */
export const code = '990101000000';
/** The body of the POST: the longest of the contract's examples. */
export const submission = examples.submitHelpRequest.requests.urgent;

const answers = {
  federation: JSON.stringify(examples.getFederation.answers.county),
  receipt: JSON.stringify(examples.submitHelpRequest.answers.stored),
};
const contentType = { headers: { 'content-type': 'application/json; charset=utf-8' } };
const created = { ...contentType, status: 201 };

/** What a call sent, as the service would see it. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** A `fetch` that answers at once from memory, a GET with the federation and a POST with the receipt. */
export interface Mock {
  readonly fetch: typeof fetch;
  /** While it is set, every call is added to it; costs time, so only for the check before measuring. */
  record: Sent[] | undefined;
  /** How many of the next calls answer 503 instead; counts down. */
  failNext: number;
}

/** Makes the mock. All subjects call the same one, and it does no more than a network would have to. */
export function createMock(): Mock {
  const mock: Mock = {
    record: undefined,
    failNext: 0,
    async fetch(input, init) {
      if (mock.record) mock.record.push(await sentBy(input, init));
      if (mock.failNext > 0) {
        mock.failNext--;
        return new Response('{}', { status: 503, headers: { 'retry-after': '0' } });
      }
      const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
      return method === 'POST' || method === 'post'
        ? new Response(answers.receipt, created)
        : new Response(answers.federation, contentType);
    },
  };
  return mock;
}

async function sentBy(input: Parameters<typeof fetch>[0], init: Parameters<typeof fetch>[1]): Promise<Sent> {
  const request = new Request(input, init);
  return { method: request.method, url: request.url, headers: request.headers, body: await request.text() };
}
