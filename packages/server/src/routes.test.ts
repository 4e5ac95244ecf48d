import { describe, expect, it } from 'vitest';
import { assertComplete, methodsOf, type Handlers } from './routes.js';
import { securityChecks } from './security/checks.js';
import { operations } from '@fulian/contract/operations';

const handlers = Object.fromEntries(Object.keys(operations).map((id) => [id, () => ({})])) as unknown as Handlers;

describe('the service', () => {
  it('starts with a handler for every operation and a check for every scheme', () => {
    expect(() => assertComplete(handlers, securityChecks)).not.toThrow();
  });

  it.each(Object.keys(operations))('refuses to start without a handler for %s', (id) => {
    expect(() => assertComplete({ ...handlers, [id]: undefined }, securityChecks)).toThrow(`No handler answers ${id}.`);
  });

  it.each(Object.keys(securityChecks))('refuses to start without a check for the scheme %s', (scheme) => {
    expect(() => assertComplete(handlers, { ...securityChecks, [scheme]: undefined as never })).toThrow(
      `Nothing checks the security scheme ${scheme}`,
    );
  });
});

describe('the methods of a path', () => {
  it.each([
    ['/v1/federations', ['GET', 'HEAD']],
    ['/v1/federations/990101000000/attachments/x?a=b', ['GET', 'HEAD', 'PATCH', 'DELETE']],
    ['/v1/federations/990101000000/help-requests', ['POST']],
    ['/v1/nothing', []],
    ['/v1/federations/', []],
  ])('%s are those of the contract', (url, methods) => {
    expect(methodsOf(url)).toEqual(methods);
  });
});
