// The list of our desk with what pages it, and nothing else of the desk. It holds few rows and asks the service for the rest.
import { CaseRows } from '../../../../packages/elements/src/case-desk/case-desk.rows.js';
import type { DeskView } from '../../../../packages/elements/src/case-desk/case-desk.view.js';
import { Queue, type QueueHost } from '../../../../packages/sdk/src/stores/case-desk/queue.js';
import { makeGrid, register } from './row.js';

let session: { headers: Record<string, string>; federation: string; rows: number };

const client = {
  listCases: async (
    { query, headers }: { query: Record<string, string>; headers?: Record<string, string> },
    { signal }: { signal: AbortSignal },
  ) => {
    const path = `/api/v1/federations/${session.federation}/cases?${new URLSearchParams(query).toString()}`;
    const answer = await fetch(path, { headers: { ...session.headers, ...headers }, signal });
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`);
    return answer.json() as Promise<unknown>;
  },
};

register({
  async prepare() {
    session = (await (await fetch('/session')).json()) as typeof session;
  },
  async start() {
    const queue = new Queue({
      federation: session.federation,
      client: client as unknown as QueueHost['client'],
      changed: (state) => {
        view.state.queue = state;
        rows.update();
      },
      // As a desk knows it from the counts beside its queue.
      expected: () => ({ rows: session.rows, isLower: false }),
    });
    const view = {
      state: { queue: queue.state, unsent: [], load: 'complete', selected: undefined },
      store: {
        rowAt: (index: number) => queue.rowAt(index),
        indexOf: (id: string) => queue.indexOf(id),
        ensure: (from: number, to: number) => queue.ensure(from, to),
      },
      places: [],
      scratch: {},
      language: 'zh-CN',
      now: Date.now(),
      t: (key: string, values: Record<string, string> = {}) => `${key}${Object.values(values).join('')}`,
      words: (_prefix: string, code: string) => code,
      gradeName: (grade: string) => grade,
      categoryName: (code: string) => code,
      placeName: ({ owner }: { owner: { name: string } }) => owner.name,
      open: () => undefined,
    };
    const rows = new CaseRows(makeGrid(0), view as unknown as DeskView);
    await queue.load();
  },
});
