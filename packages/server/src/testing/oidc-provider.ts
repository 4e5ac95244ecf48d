import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** A real provider on this machine that signs in whomever a test names. */
export interface TestProvider {
  readonly issuer: string;
  subject: string;
  refuses: boolean;
  down: boolean;
  /** Signs in only once somebody has pressed the button `#go` of its page. Default: by itself. */
  asks: boolean;
  close(): Promise<void>;
}

/** What a service tells it who it is. */
export const testProviderClient = { clientId: 'fulian', clientSecret: 'a secret that only the provider knows' };

/** Starts one that sends browsers back to `returnTo`. */
export async function startTestProvider(returnTo: string): Promise<TestProvider> {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  const server: Server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { clientId: client_id, clientSecret: client_secret } = testProviderClient;
  const provider = new Provider(issuer, {
    clients: [{ client_id, client_secret, redirect_uris: [returnTo] }],
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/sign-in/${interaction.uid}` },
    cookies: { keys: ['for this test only'] },
    pkce: { required: () => true },
    async loadExistingGrant(context) {
      const { client: asking, session } = context.oidc;
      const grant = new context.oidc.provider.Grant({ clientId: asking!.clientId, accountId: session!.accountId! });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  const made: TestProvider = {
    issuer,
    subject: '',
    refuses: false,
    down: false,
    asks: false,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  handle = (request, response) => {
    const { url = '' } = request;
    if (made.down) response.writeHead(503).end();
    else if (!url.startsWith('/sign-in/')) void answer(request, response);
    else if (made.asks && !url.endsWith('?go'))
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<!doctype html><title>Provider</title><a id="go" href="${url}?go">Sign in</a>`);
    else
      void provider.interactionFinished(
        request,
        response,
        made.refuses ? { error: 'access_denied' } : { login: { accountId: made.subject } },
      );
  };
  return made;
}
