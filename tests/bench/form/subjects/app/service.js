// What every hand-made form needs beside its questions: the calls to the service. The same for all subjects but ours.
export const federation = '990101000000';
const base = `/v1/federations/${federation}`;

export function randomText(bytes) {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return btoa(String.fromCharCode(...random))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

/** 24 uniform digits. */
export function randomSecret() {
  let digits = '';
  while (digits.length < 24) {
    const [byte] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < 250) digits += byte % 10;
  }
  return digits;
}

async function call(path, init) {
  const response = await fetch(path, init);
  if (!response.ok) throw new Error(`The service answered ${response.status}`);
  return response.json();
}

/** The places directly below one: `[{ code, name }]`. */
export async function placesBelow(code) {
  return (await call(`/v1/federations/${code}/children`)).items;
}

const draft = randomText(16);
const submitKey = randomText(16);

/** Sends one file in pieces of 1 MiB; resolves to its id. `tell` gets the share that has arrived. */
export async function upload(file, tell) {
  const { id } = await call(`${base}/attachments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomText(16), 'fulian-draft': draft },
    body: JSON.stringify({ name: file.name, size: file.size }),
  });
  for (let offset = 0; offset < file.size; offset += 1048576) {
    const piece = file.slice(offset, offset + 1048576);
    await call(`${base}/attachments/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/octet-stream', 'upload-offset': String(offset), 'fulian-draft': draft },
      body: piece,
    });
    tell((offset + piece.size) / file.size);
  }
  return id;
}

/** Sends the request; the key stays the same however often it is tried. Resolves to the receipt. */
export function submit(request) {
  return call(`${base}/help-requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': submitKey, 'fulian-draft': draft },
    body: JSON.stringify(request),
  });
}
