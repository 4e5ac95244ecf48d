// Every SDK that Stainless generates has this core; this one is the best known. Only its transport is used.
import OpenAI from 'openai';

export function createCalls({ fetch, baseUrl, code, submission }) {
  const client = new OpenAI({ apiKey: 'none', baseURL: baseUrl, fetch });
  client.idempotencyHeader = 'Idempotency-Key';
  return {
    get: () => client.get(`/v1/federations/${encodeURIComponent(code)}`),
    post: () => client.post(`/v1/federations/${encodeURIComponent(code)}/help-requests`, { body: submission }),
  };
}
