import { createClient } from '../client.js';
import { createHelpFormStore } from '../stores/help-form/index.js';
import type { FileSource, HelpFormAnswers } from '../stores/help-form/types.js';
import { sampleAnswers } from './sample-answers.js';
import { createTestServer } from './server.js';

/** The county of the contract's examples. */
export const federation = '990101000000';

/** A form's store over a test server, and what the server sees and stores of it. A call is tried once. */
export function newForm() {
  const server = createTestServer();
  const client = createClient({ baseUrl: '', fetch: server.fetch, retry: { attempts: 1 } });
  const store = createHelpFormStore({ client, federation });
  const submits = () => server.requests.filter(({ operation }) => operation === 'submitHelpRequest');
  return { server, client, store, submits, cases: server.state.helpRequests };
}

/** The same with the form loaded and all questions answered, on the page that checks them. */
export async function filledForm(answers: HelpFormAnswers = sampleAnswers.urgent) {
  const parts = newForm();
  const { store } = parts;
  await store.load();
  store.answer(answers);
  while (store.state.step !== 'check') if (!(await store.next())) throw new Error(`stuck at ${store.state.step}`);
  return parts;
}

/** A file of so many empty bytes. */
export function emptyFile(name = 'photo.jpg', size = 10): FileSource {
  return { name, size, slice: (from, to) => ({ arrayBuffer: async () => new ArrayBuffer(to - from) }) };
}
