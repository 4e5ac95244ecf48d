import { examples } from '@fulian/contract/examples';
import { createClient, type Client, type Schemas } from '@fulian/sdk';

/** The demo county. */
export const county = '990101000000';

/** A document of PDF; small, and taken as it is. */
const pdf = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n' +
    'trailer\n<< /Size 2 /Root 1 0 R >>\nstartxref\n45\n%%EOF\n',
);

/** What came of one request that was sent until the service answered for it. */
export interface Outcome {
  readonly number: string;
  readonly secret: string;
  readonly files: number;
}

/** Digits and base64url characters for secrets and keys, from a seeded generator. */
export function randomText(random: () => number, length: number, alphabet: string): string {
  let text = '';
  while (text.length < length) text += alphabet[Math.floor(random() * alphabet.length)];
  return text;
}

const digits = '0123456789';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A client that gives up quickly, because a proof goes on by itself. */
export function impatientClient(baseUrl: string): Client {
  return createClient({ baseUrl, timeout: 8_000, retry: { attempts: 3, baseDelay: 20, maxDelay: 100, budget: 1e9 } });
}

/** A submission that nobody else makes. */
export function submission(random: () => number, attachments: string[] = []): Schemas['HelpRequestSubmission'] {
  return {
    ...(examples.submitHelpRequest.requests.anonymous as unknown as Schemas['HelpRequestSubmission']),
    narrative: `第 ${randomText(random, 12, digits)} 次求助`,
    receiptSecret: randomText(random, 24, digits),
    ...(attachments.length > 0 && { attachments }),
  };
}

/**
 * Sends one request, every third one with a file, the way the form's store does: one key for all tries, and on and on
 * until the service has answered. Only an answer that says 'stored' counts.
 */
export async function sendUntilStored(
  client: Client,
  random: () => number,
  goOn: () => boolean,
): Promise<Outcome | undefined> {
  const attachments: string[] = [];
  const draft = randomText(random, 22, letters);
  if (random() < 1 / 3) {
    const id = await sendFile(client, draft, randomText(random, 22, letters), goOn);
    if (id === undefined) return undefined;
    attachments.push(id);
  }
  const body = submission(random, attachments);
  const idempotencyKey = randomText(random, 22, letters);
  const receipt = await untilAnswered(goOn, () =>
    client.submitHelpRequest({
      path: { code: county },
      body,
      idempotencyKey,
      ...(attachments.length > 0 && { draft }),
    }),
  );
  return receipt && { number: receipt.number, secret: body.receiptSecret, files: attachments.length };
}

async function sendFile(
  client: Client,
  draft: string,
  idempotencyKey: string,
  goOn: () => boolean,
): Promise<string | undefined> {
  const body = { name: '材料.pdf', size: pdf.length };
  const started = await untilAnswered(goOn, () =>
    client.startAttachment({ path: { code: county }, draft, body, idempotencyKey }),
  );
  if (!started) return undefined;
  const path = { code: county, attachmentId: started.id };
  const stored = await untilAnswered(goOn, async () => {
    const { offset, status } = await client.getAttachment({ path, draft });
    if (status === 'stored') return { status };
    const piece = pdf.slice(offset).buffer;
    return client.appendAttachment({ path, draft, headers: { 'Upload-Offset': offset }, body: piece });
  });
  return stored && started.id;
}

/** Asks again while the fault may pass. A refusal of the service is a finding and ends the proof. */
async function untilAnswered<T>(goOn: () => boolean, ask: () => Promise<T>): Promise<T | undefined> {
  while (goOn()) {
    try {
      return await ask();
    } catch (error) {
      if ((error as { retryable?: boolean }).retryable !== true) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  return undefined;
}
