import { createClient } from '@fulian/sdk';

export function createCalls({ fetch, baseUrl, code, submission }) {
  const client = createClient({ baseUrl, fetch });
  return {
    get: () => client.getFederation({ code }),
    post: () => client.submitHelpRequest({ code, body: submission }),
  };
}
