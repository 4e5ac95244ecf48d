// Generated from our own contract by @hey-api/openapi-ts before the bundle is made.
import { createClient, createConfig } from 'hey-api-generated/client/index.js';
import { getFederation, submitHelpRequest } from 'hey-api-generated/sdk.gen.js';

export function createCalls({ fetch, baseUrl, code, submission }) {
  const client = createClient(createConfig({ baseUrl, fetch, throwOnError: true }));
  return {
    get: async () => (await getFederation({ client, path: { code } })).data,
    post: async () =>
      (
        await submitHelpRequest({
          client,
          path: { code },
          headers: { 'Idempotency-Key': crypto.randomUUID() },
          body: submission,
        })
      ).data,
  };
}
