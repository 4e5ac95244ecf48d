import { expect, test } from 'vitest';
import { noList, Paged } from './paged.js';

interface Row {
  readonly id: string;
  readonly seconded: boolean;
}

/** A list of which each read is answered when the test says so, with what the service held when it was asked. */
function slowList() {
  const held: Row[] = [{ id: 'well', seconded: false }];
  const asked: (() => void)[] = [];
  const list = new Paged<Row>(
    () => {
      const items = [...held];
      return new Promise((answer) => asked.push(() => answer({ items })));
    },
    () => undefined,
  );
  const answered = async () => {
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    asked.shift()!();
  };
  return { list, held, asked, answered };
}

test('a row that changes while the list is being read stays as it is now, and is not what the read saw before', async () => {
  const { list, held, asked, answered } = slowList();
  const reading = list.load();
  await answered();
  await reading;

  const again = list.load();
  await expect.poll(() => asked.length).toBe(1);
  held[0] = { id: 'well', seconded: true };
  list.edit(() => [held[0]!]);
  await answered();
  expect(list.state.items).toEqual([{ id: 'well', seconded: true }]);
  await answered();
  await again;
  expect(list.state).toEqual({ load: 'complete', items: [{ id: 'well', seconded: true }], hasMore: false });
  expect(asked).toHaveLength(0);
});

test('a list that is forgotten while it is being read stays empty', async () => {
  const { list, answered } = slowList();
  const reading = list.load();
  list.forget();
  await answered();
  await reading;
  expect(list.state).toBe(noList);
});
