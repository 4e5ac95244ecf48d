import type { components } from '@fulian/contract/types';
import * as client from 'openid-client';
import { BoundedCache } from '../bounded-cache.js';
import type { Clock } from '../clock.js';
import type { OidcConfig } from '../config.js';
import { macOf } from '../keys/keyring.js';
import { open, seal, SealBroken } from '../keys/seal.js';
import { ProblemError } from '../problem.js';
import type { SignIn } from './sign-in.js';

type Schemas = components['schemas'];

/** What signing in elsewhere needs. */
export interface OidcParts {
  /** Absent: not set up. */
  readonly oidc: OidcConfig | undefined;
  readonly signIn: SignIn;
  readonly clock: Clock;
  /** Of the keyring's purpose `oidc`. */
  readonly key: Uint8Array;
}

/** What must be remembered while she is at the provider; the browser keeps it, sealed. */
interface Flow {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  readonly returnTo: string;
  /** Milliseconds. */
  readonly until: number;
}

const flowMs = 10 * 60_000;
const flowPlace = ['oidc flow'];
/** Seconds until a provider that does not answer counts as down. */
const patience = 5;
const rememberedMs = 3_600_000;
/** Errors of OAuth that are not hers. */
const providerFaults = new Set(['server_error', 'temporarily_unavailable', 'invalid_client', 'unauthorized_client']);

/** What a subject of an issuer signs in with, as it is stored: a MAC, so that the table says nothing of her elsewhere. */
export function oidcLoginOf(key: Uint8Array, issuer: string, subject: string): string {
  return `oidc:${macOf(key, 'subject', issuer, subject).toString('hex')}`;
}

/** Signs in at the county's own provider: OpenID Connect, authorization code with PKCE, state and nonce. */
export class OidcSignIn {
  readonly #provider: BoundedCache<Promise<client.Configuration>>;

  constructor(private readonly parts: OidcParts) {
    this.#provider = new BoundedCache(parts.clock, 1, rememberedMs);
  }

  /** Where to go. Throws `oidc-unavailable`, and `staff-incomplete` for a page that the operator does not allow. */
  async start(returnTo: string): Promise<Schemas['OidcStarted']> {
    const { clock, key } = this.parts;
    const oidc = this.#configured();
    if (!oidc.returnTo.includes(returnTo))
      throw new ProblemError('staff-incomplete', { findings: [{ where: 'body/returnTo', code: 'unknown' }] });
    const provider = await this.#discover(oidc);
    const verifier = client.randomPKCECodeVerifier();
    const [state, nonce] = [client.randomState(), client.randomNonce()];
    const flow: Flow = { verifier, state, nonce, returnTo, until: clock.now().getTime() + flowMs };
    const url = client.buildAuthorizationUrl(provider, {
      redirect_uri: returnTo,
      scope: 'openid',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return { authorizationUrl: url.href, flow: seal(key, flowPlace, JSON.stringify(flow)).toString('base64url') };
  }

  /** Opens a session. Throws `oidc-unavailable`, and `sign-in-refused` whatever else is wrong. */
  async finish({ flow: sealed, returned }: Schemas['OidcFinish']): Promise<Schemas['StaffSession']> {
    const { key, signIn } = this.parts;
    const oidc = this.#configured();
    const flow = this.#flowOf(sealed);
    if (!flow || !comesBackTo(returned, flow.returnTo)) throw new ProblemError('sign-in-refused');
    const provider = await this.#discover(oidc);
    const subject = await this.#subjectOf(provider, flow, new URL(returned));
    return signIn.withLogin(oidcLoginOf(key, oidc.issuer, subject));
  }

  #configured(): OidcConfig {
    if (!this.parts.oidc) throw new ProblemError('oidc-unavailable');
    return this.parts.oidc;
  }

  async #discover(oidc: OidcConfig): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = oidc;
    try {
      return await BoundedCache.through(this.#provider, '', () =>
        client.discovery(
          new URL(issuer),
          clientId,
          clientSecret,
          clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret),
          // Only on this machine, which the configuration has made sure of.
          { timeout: patience, ...(issuer.startsWith('http:') && { execute: [client.allowInsecureRequests] }) },
        ),
      );
    } catch (error) {
      throw new ProblemError('oidc-unavailable', { cause: withoutWords(error) });
    }
  }

  async #subjectOf(provider: client.Configuration, flow: Flow, returned: URL): Promise<string> {
    try {
      const tokens = await client.authorizationCodeGrant(provider, returned, {
        pkceCodeVerifier: flow.verifier,
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        idTokenExpected: true,
      });
      const subject = tokens.claims()?.sub;
      if (!subject) throw new ProblemError('sign-in-refused');
      return subject;
    } catch (error) {
      if (isDown(error)) throw new ProblemError('oidc-unavailable', { cause: withoutWords(error) });
      throw new ProblemError('sign-in-refused');
    }
  }

  #flowOf(sealed: string): Flow | undefined {
    try {
      const flow = JSON.parse(
        open(this.parts.key, flowPlace, Buffer.from(sealed, 'base64url')).toString('utf8'),
      ) as Flow;
      return flow.until > this.parts.clock.now().getTime() ? flow : undefined;
    } catch (error) {
      if (error instanceof SealBroken) return undefined;
      throw error;
    }
  }
}

function comesBackTo(returned: string, returnTo: string): boolean {
  if (!URL.canParse(returned)) return false;
  const { origin, pathname } = new URL(returned);
  const wanted = new URL(returnTo);
  return origin === wanted.origin && pathname === wanted.pathname;
}

/** The provider does not answer, fails itself, or does not know this service: nothing that she could do better. */
function isDown(error: unknown): boolean {
  if (error instanceof client.WWWAuthenticateChallengeError) return true;
  if (error instanceof client.AuthorizationResponseError) return providerFaults.has(error.error);
  if (error instanceof client.ResponseBodyError) return error.status >= 500 || providerFaults.has(error.error);
  const { name, code, cause } = error as { name?: string; code?: string; cause?: unknown };
  if (code === 'OAUTH_TIMEOUT' || name === 'TimeoutError') return true;
  if (cause instanceof Response) return cause.status >= 500;
  // What `fetch` throws where there is no connection.
  return error instanceof TypeError || cause instanceof TypeError;
}

/** The library's errors carry what was sent; only their code is told. */
function withoutWords(error: unknown): Error {
  const { code, name = 'unknown' } = error as { code?: string; name?: string };
  return Object.assign(new Error('The provider did not answer as it should'), { code: code ?? name });
}
