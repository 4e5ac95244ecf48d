import { examples } from '@fulian/contract/examples';
import { describe, expect, test } from 'vitest';
import { checkAnswer } from './check/check-answer.js';
import { createClient, isContractError, isProblemError } from './index.js';
import { createTestServer } from './testing/index.js';

const path = { code: '990101000000' };

function setUp(options: Partial<Parameters<typeof createClient>[0]> = {}) {
  const server = createTestServer();
  const client = createClient({ baseUrl: '', fetch: server.fetch, ...options });
  return { server, client, made: () => server.requests.length };
}

/** What comes of a call: its answer or its error. */
const outcomeOf = (call: Promise<unknown>) => call.catch((error: unknown) => error);

describe('answers that break the contract', () => {
  test('in development and tests they are a ContractError that says where, and quotes nothing', async () => {
    const { server, client, made } = setUp();
    server.fail('getFederation', {
      status: 200,
      body: { ...examples.getFederation.answers.county, name: 7, level: 'moon' },
    });
    const error = await outcomeOf(client.getFederation({ path }));
    expect(isContractError(error) && error.findings).toEqual([
      { where: 'body/level', code: 'not-a-choice' },
      { where: 'body/name', code: 'wrong-type' },
    ]);
    expect(made()).toBe(1);
  });

  test('a field that the contract does not know yet is no breach', async () => {
    const { server, client } = setUp();
    server.fail('getHealth', { status: 200, body: { status: 'ok', mood: 'fine' } });
    expect(await outcomeOf(client.getHealth())).toEqual({ status: 'ok', mood: 'fine' });
  });

  test('a success with another status and a problem of another operation are breaches', async () => {
    const { server, client } = setUp();
    server.fail('getHealth', { status: 202, body: { status: 'ok' } });
    expect(isContractError(await outcomeOf(client.getHealth()))).toBe(true);
    server.fail('getHealth', 'federation-unknown');
    expect(isContractError(await outcomeOf(client.getHealth()))).toBe(true);
  });

  test('in production they are let through, because no schema is loaded', async () => {
    const { server, client } = setUp({ check: false });
    server.fail('getHealth', { status: 200, body: { status: 'odd' } });
    expect(await outcomeOf(client.getHealth())).toEqual({ status: 'odd' });
  });

  test.each([
    ['a page of a hotel’s network', 200],
    ['a page of a firewall', 403],
  ])('%s is refused in production, too', async (_, status) => {
    const { server, client, made } = setUp({ check: false });
    server.fail('getHealth', { status, body: '<html>Log in</html>' });
    expect(isContractError(await outcomeOf(client.getHealth()))).toBe(true);
    expect(made()).toBe(1);
  });

  test('the check can be one of your own', async () => {
    const seen: unknown[] = [];
    const { client } = setUp({
      check: (...args) => {
        seen.push(args[0], args[2]);
        checkAnswer(...args);
      },
    });
    await client.getHealth();
    expect(seen).toEqual(['getHealth', 200]);
  });
});

describe('pages', () => {
  test('yields every page and asks for the next one only when it is wanted', async () => {
    const { server, client } = setUp();
    const codes: string[] = [];
    let pages = 0;
    for await (const page of client.pages('listChildFederations', { path, query: { limit: 2 } })) {
      pages += 1;
      expect(server.requests.length).toBe(pages);
      codes.push(...page.items.map((one) => one.code));
    }
    expect(codes).toEqual(examples.listChildFederations.answers.townships.items.map((one) => one.code));
    expect(pages).toBe(2);
  });

  test('stops when one stops reading', async () => {
    const { client, made } = setUp();
    for await (const page of client.pages('listChildFederations', { path, query: { limit: 1 } })) {
      expect(page.items).toHaveLength(1);
      break;
    }
    expect(made()).toBe(1);
  });

  test('begins where a cursor says, and rejects with what a page rejects with', async () => {
    const { client } = setUp();
    const query = { limit: 1, cursor: 'after-2' };
    for await (const page of client.pages('listChildFederations', { path, query }))
      expect(page.items[0]!.name).toBe('桃源镇');
    const bad = client.pages('searchFederations', { query: { q: '县', cursor: 'nonsense' } });
    const error = await bad.next().catch((thrown: unknown) => thrown);
    expect(isProblemError(error) && error.code).toBe('cursor-invalid');
  });
});
