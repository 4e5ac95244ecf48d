import axios from 'axios';

export function createCalls({ fetch, baseUrl, code, submission }) {
  const client = axios.create({ baseURL: baseUrl, adapter: 'fetch', env: { fetch } });
  return {
    get: async () => (await client.get(`/v1/federations/${encodeURIComponent(code)}`)).data,
    post: async () =>
      (
        await client.post(`/v1/federations/${encodeURIComponent(code)}/help-requests`, submission, {
          headers: { 'Idempotency-Key': crypto.randomUUID() },
        })
      ).data,
  };
}
