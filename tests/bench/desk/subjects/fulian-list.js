// The list of our desk with what pages it, and nothing else of the desk. It holds few rows and asks the service for the rest.
import { CaseRows } from '../../../../packages/elements/src/case-desk/case-desk.rows.ts';
import { Queue } from '../../../../packages/sdk/src/stores/case-desk/queue.ts';
import { makeGrid, register } from './row.js';

const words = {};
let headers;
let federation;

register({
  async prepare() {
    ({ headers, federation } = await (await fetch('/session')).json());
  },
  async start() {
    const queue = new Queue({
      federation,
      client: {
        listCases: async ({ query, headers: more }, { signal }) => {
          const path = `/api/v1/federations/${federation}/cases?${new URLSearchParams(query)}`;
          const answer = await fetch(path, { headers: { ...headers, ...more }, signal });
          if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`);
          return answer.json();
        },
      },
      changed: (state) => {
        view.state.queue = state;
        rows.update();
      },
    });
    const store = {
      rowAt: (index) => queue.rowAt(index),
      indexOf: (id) => queue.indexOf(id),
      ensure: (from, to) => queue.ensure(from, to),
    };
    const view = {
      state: { queue: queue.state, unsent: [], load: 'complete', selected: undefined },
      store,
      places: [],
      scratch: {},
      language: 'zh-CN',
      now: Date.now(),
      t: (key, values = {}) => words[key] ?? `${key}${Object.values(values).join('')}`,
      words: (prefix, code) => code,
      gradeName: (grade) => grade,
      categoryName: (code) => code,
      placeName: ({ owner }) => owner.name,
      open: () => undefined,
    };
    const rows = new CaseRows(makeGrid(0), view);
    await queue.load();
  },
});
