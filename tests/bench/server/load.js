import { randomBytes, randomInt } from 'node:crypto';
import { Client } from 'undici';
import { secretGap } from './bodies.js';

/**
 * The process that submits: every connection sends one request, waits for its answer and sends the next. Reads its order
 * (a `Load`) from its parent and answers with what it saw (a `LoadResult`). JavaScript, because its client is installed
 * beside the bench and not in the project.
 */
process.on('message', (load) => {
  run(load).then(
    (result) => process.send(result),
    (error) => process.send({ failure: error.message }),
  );
});

async function run(load) {
  const clients = Array.from({ length: load.connections }, () => new Client(load.origin, { pipelining: 1 }));
  const latencies = [];
  const started = performance.now();
  const end = started + (load.milliseconds ?? Number.POSITIVE_INFINITY);
  try {
    await Promise.all(clients.map((client, at) => submitUntil(end, client, load, at, latencies)));
    return { latencies, milliseconds: performance.now() - started };
  } finally {
    await Promise.all(clients.map((client) => client.destroy()));
  }
}

async function submitUntil(end, client, { bodies, path, most = Number.POSITIVE_INFINITY, headers }, at, latencies) {
  for (let turn = 0; turn < most && performance.now() < end; turn++) {
    const body = bodies[(at + turn) % bodies.length].replace(secretGap, digits);
    const own = { ...headers, 'content-type': 'application/json', 'idempotency-key': key() };
    const began = performance.now();
    const response = await client.request({ method: 'POST', path, headers: own, body });
    const answer = await response.body.text();
    latencies.push(performance.now() - began);
    if (response.statusCode !== 201) throw new Error(`answered ${response.statusCode}: ${answer.slice(0, 200)}`);
  }
}

const key = () => randomBytes(18).toString('base64url');
const digits = () => `${randomInt(1e12)}`.padStart(12, '1') + `${randomInt(1e12)}`.padStart(12, '2');
