import { createClient } from '@fulian/sdk';

export function createCalls({ fetch, baseUrl, code, submission }) {
  const client = createClient({ baseUrl, fetch });
  return {
    get: () => client.getFederation({ path: { code } }),
    post: () => client.submitHelpRequest({ path: { code }, body: submission }),
  };
}
