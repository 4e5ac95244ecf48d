import { afterEach, expect, test, vi } from 'vitest';
import { Names } from './names.js';

afterEach(() => vi.restoreAllMocks());

test('names are here when they are said to be, also on pages whose Promise.all knows arrays only, as with Zone.js', async () => {
  const all = Promise.all.bind(Promise);
  vi.spyOn(Promise, 'all').mockImplementation((list: Iterable<unknown>) =>
    Array.isArray(list) ? all(list) : Promise.resolve([]),
  );
  const names = new Names(1, async () => ({ from: 0, ids: ['a'], names: ['东湖'], initials: ['dh'] }));
  await names.all();
  expect(names.areWhole).toBe(true);
  expect(names.names).toEqual(['东湖']);
});
