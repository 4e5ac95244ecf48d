import { afterAll, beforeAll, expect, it } from 'vitest';
import { startListService, type ListService } from './service.js';

let service: ListService;
beforeAll(async () => {
  service = await startListService(300);
});
afterAll(() => service.stop());

const asked = async (path: string, init?: RequestInit) => fetch(service.origin + path, init);

it('lists that hold all rows get those of the queue in its order, each with all its words', async () => {
  const rows = (await (await asked('/rows')).json()) as Record<string, string>[];
  expect(rows.length).toBeGreaterThan(150);
  expect(rows.map((row) => row['number'])).toEqual(service.numbers);
  for (const row of rows) expect(Object.values(row)).not.toContain('');
});

it('ours gets the same rows page by page, by cursor or by place', async () => {
  const { headers, federation } = (await (await asked('/session')).json()) as {
    headers: Record<string, string>;
    federation: string;
  };
  const page = async (more: string) => {
    const answer = await asked(`/api/v1/federations/${federation}/cases?view=open&sort=due&limit=100${more}`, {
      headers,
    });
    return (await answer.json()) as { items: { number: string }[]; nextCursor: string; total?: number };
  };
  const plain = ({ items }: { items: { number: string }[] }) => items.map(({ number }) => number);
  const compact = service.numbers.map((number) => number.replaceAll(' ', ''));
  const first = await page('');
  expect(first.total).toBe(service.numbers.length);
  expect(plain(first)).toEqual(compact.slice(0, 100));
  expect(plain(await page(`&cursor=${first.nextCursor}`))).toEqual(compact.slice(100, 200));
  expect(plain(await page('&skip=100'))).toEqual(compact.slice(100, 200));
  // A page that is asked for again is the same.
  expect(await page('')).toEqual(first);
});

it('a page may ask for its memory, and finds no more than was put on line', async () => {
  service.add(new Map([['/some/', '<!doctype html>']]));
  const answer = await asked('/some/');
  expect(answer.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
  expect(answer.headers.get('content-type')).toContain('text/html');
  expect((await asked('/other/')).status).toBe(404);
});

it('a service that refuses is passed on as it is', async () => {
  const answer = await asked('/api/v1/federations/990101000000/cases', { headers: { authorization: 'Bearer wrong' } });
  expect(answer.status).toBe(401);
  expect(((await answer.json()) as { code: string }).code).toBe('staff-refused');
});
