#!/usr/bin/env node
/**
 * `npx fulian-verify <URL or file> [--head <file or number:hash>]… [--key <hex>] [--lang zh-CN|en]`: checks a council's public log,
 * the answer of `getCouncilLog`, without any code of the service. Ends with 0 where nothing is wrong, with 1 where something is, and with
 * 2 where it could not be checked.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isHead, joinPages, nextAfter, verifyLog } from '../dist/verify.js';
import { reportOf } from './verify-report.mjs';
import { languageOf, words as allWords } from './verify-words.mjs';

const largest = 64 * 1024 * 1024;
/** Pieces of a log, 20,000 entries each. */
const mostPages = 100;
const isLoopback = (host) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);
/** Not a bit may differ: bytes that are no UTF-8 are refused, and a byte-order mark is not skipped. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Something that keeps the log from being checked, in the words of the reader. */
class Hindrance extends Error {}

async function bytesOf(source, words) {
  if (!/^https?:/i.test(source)) {
    try {
      return await readFile(source);
    } catch (cause) {
      throw new Hindrance(words.errors.unreadable(source), { cause });
    }
  }
  const url = new URL(source);
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) throw new Hindrance(words.errors.insecure);
  const pieces = [];
  let length = 0;
  try {
    const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(60_000) });
    if (!answer.ok) throw new Hindrance(words.errors.status(answer.status));
    for await (const piece of answer.body) {
      pieces.push(piece);
      length += piece.length;
      if (length > largest) throw new Hindrance(words.errors.large);
    }
  } catch (cause) {
    if (cause instanceof Hindrance) throw cause;
    throw new Hindrance(words.errors.unreadable(source), { cause });
  }
  return Buffer.concat(pieces);
}

/** Bytes that are no text are no log, which the verification says. */
function textOf(bytes) {
  try {
    return decoder.decode(bytes);
  } catch {
    return '';
  }
}

/** The whole log: the service answers a long one in pieces. */
async function logOf(source, words) {
  const pages = [textOf(await bytesOf(source, words))];
  if (/^https?:/i.test(source)) {
    for (
      let after = nextAfter(pages[0]);
      after !== undefined && pages.length < mostPages;
      after = nextAfter(pages.at(-1))
    ) {
      const url = new URL(source);
      url.searchParams.set('after', String(after));
      pages.push(textOf(await bytesOf(url.href, words)));
    }
  }
  return joinPages(pages);
}

async function headOf(given, words) {
  const digits = given.replace(/\s/g, '').toLowerCase();
  const written = /^(\d{1,9}):([0-9a-f]{20,64})$/.exec(digits);
  if (written) return { seq: Number(written[1]), hash: written[2] };
  const text = textOf(await bytesOf(given, words));
  try {
    const head = JSON.parse(text);
    if (isHead(head)) return head;
  } catch {
    // Said below.
  }
  throw new Hindrance(words.errors.head(given));
}

function isSigned(key, text, signature) {
  try {
    // An Ed25519 key as SubjectPublicKeyInfo (RFC 8410) is these twelve bytes and the key.
    const der = Buffer.from(`302a300506032b6570032100${key}`, 'hex');
    const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
}

async function run(args) {
  const asked = { head: { type: 'string', multiple: true }, key: { type: 'string' }, lang: { type: 'string' } };
  const options = { ...asked, help: { type: 'boolean' } };
  const locale = Intl.DateTimeFormat().resolvedOptions().locale;
  let parsed;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch {
    parsed = { values: { help: false }, positionals: [] };
  }
  const { values, positionals } = parsed;
  const words = allWords[languageOf(values.lang, process.env, locale)];
  if (positionals.length !== 1) {
    console.log(words.usage.join('\n'));
    return values.help ? 0 : 2;
  }
  const key = values.key?.replace(/\s/g, '').toLowerCase();
  if (key !== undefined && !/^[0-9a-f]{64}$/.test(key)) throw new Hindrance(words.errors.key);
  const heads = await Promise.all((values.head ?? []).map((given) => headOf(given, words)));
  const text = await logOf(positionals[0], words);
  const sha256 = (said) => createHash('sha256').update(said).digest('hex');
  const verification = verifyLog(text, { sha256, isSigned, heads, ...(key !== undefined && { key }) });
  const given = { head: heads.length > 0, key: key !== undefined };
  for (const line of reportOf(verification, words, given)) console.log(line);
  return verification.findings.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Hindrance)) throw error;
  console.error(`fulian-verify: ${error.message}`);
  process.exitCode = 2;
}
