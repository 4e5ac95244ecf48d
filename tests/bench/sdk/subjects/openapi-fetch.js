import createClient from 'openapi-fetch';

export function createCalls({ fetch, baseUrl, code, submission }) {
  const client = createClient({ baseUrl, fetch });
  const dataOf = ({ data, error }) => {
    if (error !== undefined) throw new Error('The service answered a problem');
    return data;
  };
  return {
    get: async () => dataOf(await client.GET('/v1/federations/{code}', { params: { path: { code } } })),
    post: async () =>
      dataOf(
        await client.POST('/v1/federations/{code}/help-requests', {
          params: { path: { code }, header: { 'Idempotency-Key': crypto.randomUUID() } },
          body: submission,
        }),
      ),
  };
}
