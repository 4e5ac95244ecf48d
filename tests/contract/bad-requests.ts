/**
 * Every way in which a request can be wrong, made from the contract document: a new operation, field or parameter is in
 * the table without anybody adding it. Each row spoils one thing of a request that is right.
 */
import * as fc from 'fast-check';
import { poisonousKeys, spoil, valuesOf, withKey } from './arbitraries.js';
import {
  contract,
  pathOf,
  problemWithout,
  problemWithoutHeader,
  resolve,
  schemeHeaders,
  type JsonSchema,
  type Operation,
  type Parameter,
} from './document.js';
import type { Sent } from './wire.js';

/** What a right request to an operation is made of; everything that the document cannot know. */
export interface Right {
  /** Values of the path parameters; they exist. */
  path: Record<string, string>;
  /** Values of the query and header parameters. */
  parameters: Record<string, string>;
  /** Values of the security schemes' headers, by scheme. */
  credentials: Record<string, string>;
  body?: Uint8Array | undefined;
}

/** One wrong request and the codes of the problems that may answer it. */
export interface BadRequest {
  title: string;
  sent: Sent;
  codes: string[];
}

/** Words that stand in wrong requests and must not come back. */
export const planted = ['no-such-choice', 'unknownField', 'polluted', 'planted-word', '示例女士', '他昨晚又动手了'];

const bytes = (text: string) => Buffer.from(text, 'utf8');
const json = (value: unknown) => bytes(JSON.stringify(value));
const isJson = (operation: Operation) => operation.body?.type === 'application/json';
let keys = 0;

/** A request that is right, with a fresh Idempotency-Key where the operation asks for one. */
export function rightRequest(operation: Operation, right: Right): Sent {
  const query = new URLSearchParams();
  const headers: [string, string][] = [];
  for (const { name, in: place } of operation.parameters) {
    const value = name === 'Idempotency-Key' ? `test-key-${String(++keys).padStart(12, '0')}` : right.parameters[name];
    if (value === undefined || place === 'path') continue;
    if (place === 'query') query.append(name, value);
    else headers.push([name, value]);
  }
  for (const [scheme, value] of Object.entries(right.credentials)) {
    if (operation.security?.flat().includes(scheme)) headers.push([schemeHeaders[scheme]!, value]);
  }
  if (operation.body) headers.push(['Content-Type', operation.body.type]);
  const target = pathOf(operation, right.path) + (query.size > 0 ? `?${query}` : '');
  return { method: operation.method, target, headers, body: right.body };
}

const withBody = (sent: Sent, body: Uint8Array | undefined): Sent => ({ ...sent, body });
const withoutHeader = (sent: Sent, name: string): Sent => ({
  ...sent,
  headers: sent.headers.filter(([one]) => one !== name),
});
const withHeader = (sent: Sent, name: string, value: string): Sent => ({
  ...sent,
  headers: [...withoutHeader(sent, name).headers, [name, value]],
});

/** Everything that can be wrong with a request to an operation. */
export function badRequests(operation: Operation, right: Right): BadRequest[] {
  const fresh = () => rightRequest(operation, right);
  return [
    ...badPaths(operation, right, fresh),
    ...badQueries(operation, fresh),
    ...badHeaders(operation, fresh),
    ...badCredentials(operation, fresh),
    ...(operation.body ? badBodies(operation, fresh) : []),
    ...(isJson(operation) ? badFields(operation, right, fresh) : []),
  ];
}

/** Texts that no parameter takes; each as it stands in an address. */
const garbage: [what: string, encoded: string][] = [
  ['NUL', '%00'],
  ['a broken percent sign', '%zz'],
  ['half a percent sign', '%'],
  ['bytes that are not UTF-8', '%ff%fe'],
  ['an overlong slash', '%c0%af'],
  ['a way up', '..%2f..%2fetc%2fpasswd'],
  ['a lone surrogate', '%ed%a0%80'],
  ['markup', '%3Cscript%3Ealert(1)%3C%2Fscript%3E'],
  ['SQL', "'%20or%20'1'%3D'1"],
  ['5,000 characters', 'a'.repeat(5000)],
];

function badPaths(operation: Operation, right: Right, fresh: () => Sent): BadRequest[] {
  return operation.parameters
    .filter((one) => one.in === 'path')
    .flatMap(({ name, schema }) => {
      const good = encodeURIComponent(right.path[name]!);
      const swap = (encoded: string) => ({ ...fresh(), target: fresh().target.replace(good, encoded) });
      const codes = ['invalid-request', 'not-found'];
      // An empty part and one with a slash are other addresses, and dots are taken away by clients and proxies.
      const spoilt = textsOf(schema, right.path[name]!).filter(([, text]) => text !== '' && !/^\.{1,2}$/.test(text));
      return [
        ...spoilt.map(([fault, text]) => ({
          title: `path ${name}: ${fault}`,
          sent: swap(encodeURIComponent(text)),
          codes,
        })),
        ...garbage.map(([what, encoded]) => ({ title: `path ${name}: ${what}`, sent: swap(encoded), codes })),
      ];
    });
}

/** Texts that the schema of a parameter refuses, from its own spoilt values. */
export function textsOf(schema: JsonSchema, good: string): [fault: string, text: string][] {
  const integer = resolve(schema).type === 'integer';
  const spoilt = spoil(schema, integer ? Number(good) : good)
    .filter(({ value }) => ['string', 'number'].includes(typeof value))
    // A number is a text as good as any other once it stands in an address.
    .filter(({ value }) => integer || typeof value === 'string')
    // Half a pair of surrogates cannot be sent.
    .filter(({ value }) => !/\p{Surrogate}/u.test(String(value)))
    .map(({ fault, value }): [string, string] => [fault, String(value)]);
  const notNumbers: [string, string][] = ['', '1e3', '0x10', '+1', ' 1', '1.0', 'NaN', '9'.repeat(30), '１'].map(
    (text) => [`"${text}"`, text],
  );
  return integer ? [...spoilt, ...notNumbers] : spoilt;
}

function badQueries(operation: Operation, fresh: () => Sent): BadRequest[] {
  const [path, query = ''] = fresh().target.split('?');
  const target = (search: string) => ({ ...fresh(), target: `${path}?${search}` });
  const rest = (without: string) => {
    const left = new URLSearchParams(query);
    left.delete(without);
    return left.size > 0 ? `${left}&` : '';
  };
  const codes = ['invalid-request'];
  const own = operation.parameters.filter((one) => one.in === 'query');
  const ofOwn = own.flatMap(({ name, required, schema }) => {
    const good = encodeURIComponent(new URLSearchParams(query).get(name) ?? '1');
    const nulRefused =
      (resolve(schema).pattern ?? '').includes('u0000') ||
      resolve(schema).type !== 'string' ||
      resolve(schema).enum !== undefined;
    const mine = name === 'cursor' ? ['invalid-request', 'cursor-invalid'] : codes;
    const tooMuch = garbage.filter(([what]) => what !== 'markup' && what !== 'SQL' && what !== 'a way up');
    const sure = tooMuch.filter(([what]) => nulRefused || what !== 'NUL');
    return [
      ...textsOf(schema, decodeURIComponent(good)).map(([fault, text]) => ({
        title: `query ${name}: ${fault}`,
        sent: target(`${rest(name)}${name}=${encodeURIComponent(text)}`),
        codes: mine,
      })),
      ...sure.map(([what, encoded]) => ({
        title: `query ${name}: ${what}`,
        sent: target(`${rest(name)}${name}=${encoded}`),
        codes: mine,
      })),
      {
        title: `query ${name}: given twice`,
        sent: target(`${rest(name)}${name}=${good}&${name}=${good}`),
        codes: mine,
      },
      { title: `query ${name}: as a list`, sent: target(`${rest(name)}${name}[]=${good}`), codes: mine },
      { title: `query ${name}: as an object`, sent: target(`${rest(name)}${name}[x]=${good}`), codes: mine },
      ...(required ? [{ title: `query ${name}: missing`, sent: target(rest(name)), codes: mine }] : []),
    ];
  });
  const unknown = ['unknownField', ...poisonousKeys, '__proto__[polluted]', 'constructor[prototype][polluted]'].map(
    (name) => ({
      title: `query: unknown ${name}`,
      sent: target(`${query}${query && '&'}${name}=1`),
      codes,
    }),
  );
  return [...ofOwn, ...unknown];
}

/** Values that can stand in a header but fit no header of ours. */
const badHeaderValues = [
  'x',
  'a'.repeat(65),
  'spaces in the value',
  '../../../etc',
  '"quoted-quoted-quoted"',
  'ümlautümlautümlaut',
  '%00%00%00%00%00%00%00%00',
  '{}',
  '',
];

function badHeaders(operation: Operation, fresh: () => Sent): BadRequest[] {
  return operation.parameters
    .filter((one) => one.in === 'header')
    .flatMap((parameter) => {
      const { name } = parameter;
      const missing = problemWithoutHeader(name);
      // An empty header may count as a missing one; a tag is any text, so that a wrong one is not the right one.
      const codes = ['invalid-request', missing, ...(name === 'If-Match' ? ['precondition-failed'] : [])];
      const good = fresh().headers.find(([one]) => one === name)![1];
      const twice = { ...fresh(), headers: [...fresh().headers, [name, `${good}x`] as [string, string]] };
      return [
        ...(parameter.required || missing !== 'invalid-request'
          ? [{ title: `header ${name}: missing`, sent: withoutHeader(fresh(), name), codes: [missing] }]
          : []),
        { title: `header ${name}: given twice`, sent: twice, codes },
        ...headerTexts(parameter, good).map((text) => ({
          title: `header ${name}: ${text.slice(0, 30)}`,
          sent: withHeader(fresh(), name, text),
          codes,
        })),
      ];
    });
}

function headerTexts({ schema }: Parameter, good: string): string[] {
  const fits = resolve(schema).pattern;
  const own = textsOf(schema, good)
    .map(([, text]) => text)
    .filter((text) => /^[\x20-\x7e\x80-\xff]*$/.test(text) && text.trim() === text);
  return [...own, ...badHeaderValues].filter((text) => !fits || !new RegExp(fits, 'u').test(text));
}

function badCredentials(operation: Operation, fresh: () => Sent): BadRequest[] {
  const ways = operation.security ?? [];
  if (ways.length === 0) return [];
  const optional = ways.some((way) => way.length === 0);
  return [...new Set(ways.flat())].flatMap((scheme) => {
    const name = schemeHeaders[scheme]!;
    const codes = [
      problemWithout(scheme),
      'invalid-request',
      ...(scheme === 'receipt' ? ['receipt-refused'] : []),
    ].filter((code) => operation.problems.includes(code));
    // A draft's key may be long.
    const wrong = badHeaderValues.filter((text) => text !== '' && !/^a+$/.test(text));
    const missing = { title: `${name}: missing`, sent: withoutHeader(fresh(), name), codes: [problemWithout(scheme)] };
    // Where nobody has to say who she is, a key that is none counts as none.
    if (optional) return [];
    return [
      missing,
      ...wrong.map((text) => ({
        title: `${name}: ${text.slice(0, 30)}`,
        sent: withHeader(fresh(), name, text),
        codes,
      })),
    ];
  });
}

/** Bytes that are no JSON at all, or none that an object could be. */
const notJson: [what: string, body: Uint8Array][] = [
  ['empty', bytes('')],
  ['only blanks', bytes('  \n')],
  ['an open brace', bytes('{')],
  ['a comma too many', bytes('{"narrative":"planted-word",}')],
  ['a value left out', bytes('{"narrative":}')],
  ['single quotes', bytes("{'narrative':'planted-word'}")],
  ['a comment', bytes('{/* planted-word */}')],
  ['NaN', bytes('{"size":NaN}')],
  ['two objects', bytes('{}{}')],
  ['a raw line break in a text', bytes('{"narrative":"planted\nword"}')],
  ['a broken escape', bytes('{"narrative":"\\u12"}')],
  ['NUL behind the object', bytes('{}\u0000')],
  ['markup', bytes('<request>planted-word</request>')],
  ['a form', bytes('narrative=planted-word')],
  ['UTF-16', Buffer.from('{"narrative":"planted-word"}', 'utf16le')],
  ['a list', bytes('[]')],
  ['a list with an object', bytes('[{}]')],
  ['null', bytes('null')],
  ['a text', bytes('"planted-word"')],
  ['a number', bytes('7')],
  ['true', bytes('true')],
  ['100,000 open brackets', bytes('['.repeat(100_000))],
  ['20,000 lists inside each other', bytes(`{"narrative":${'['.repeat(20_000)}${']'.repeat(20_000)}}`)],
  ['5,000 objects inside each other', bytes(`{"unknownField":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`)],
  ['10,000 unknown keys', bytes(`{${Array.from({ length: 10_000 }, (_, at) => `"unknownField${at}":1`).join(',')}}`)],
];

const wrongTypes = [
  'text/plain',
  'text/html',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'application/jsonp',
  'image/png',
  'nonsense',
  '',
];

function badBodies(operation: Operation, fresh: () => Sent): BadRequest[] {
  const { type, schema } = operation.body!;
  const binary = resolve(schema);
  const most = binary.maxLength ?? 0;
  const others = [...wrongTypes, ...(isJson(operation) ? ['application/octet-stream'] : ['application/json'])];
  const huge = isJson(operation) ? json({ narrative: '长'.repeat(2_000_000) }) : new Uint8Array(most + 1);
  return [
    ...others.map((other) => ({
      title: `content type: ${other || 'empty'}`,
      sent: withHeader(fresh(), 'Content-Type', other),
      codes: ['media-type-unsupported'],
    })),
    { title: 'content type: missing', sent: withoutHeader(fresh(), 'Content-Type'), codes: ['media-type-unsupported'] },
    { title: `body: ${huge.byteLength} bytes`, sent: withBody(fresh(), huge), codes: ['body-too-large'] },
    {
      title: 'body: missing',
      sent: withBody(fresh(), undefined),
      codes: ['invalid-request', 'media-type-unsupported'],
    },
    ...(type === 'application/json' ? notJson : [['empty', bytes('')] as const]).map(([what, body]) => ({
      title: `body: ${what}`,
      sent: withBody(fresh(), body),
      codes: ['invalid-request', 'body-too-large'],
    })),
  ];
}

function badFields(operation: Operation, right: Right, fresh: () => Sent): BadRequest[] {
  const { schema } = operation.body!;
  const good = JSON.parse(Buffer.from(right.body!).toString('utf8')) as object;
  const everything = fc.sample(valuesOf(schema, 'everything'), { numRuns: 1, seed: 7 })[0] as object;
  const whole = merged(everything, good);
  const codes = ['invalid-request'];
  const text = JSON.stringify(good);
  const raw: [string, string][] = [
    ['__proto__ in raw JSON', `${text.slice(0, -1)},"__proto__":{"polluted":true}}`],
    ['an escaped __proto__', `${text.slice(0, -1)},"__pr\\u006fto__":{"polluted":true}}`],
    ['constructor.prototype in raw JSON', `${text.slice(0, -1)},"constructor":{"prototype":{"polluted":true}}}`],
    ['__proto__ in place of everything', `{"__proto__":${text}}`],
  ];
  const notText = Buffer.from(text.replace(/"([^"]*)"\s*:\s*"/, '"$1":"\u0001'), 'utf8');
  const place = notText.indexOf(1);
  return [
    ...spoil(schema, whole)
      .filter(({ value }) => typeof value === 'object')
      .map(({ fault, value }) => ({ title: `body: ${fault}`, sent: withBody(fresh(), json(value)), codes })),
    ...raw.map(([what, body]) => ({ title: `body: ${what}`, sent: withBody(fresh(), bytes(body)), codes })),
    // A body without a text has no place for them.
    ...(place < 0 ? [] : [0xff, 0xc0, 0xed]).map((byte) => {
      const spoilt = Buffer.from(notText);
      spoilt[place] = byte;
      return { title: `body: a byte 0x${byte.toString(16)} that is not UTF-8`, sent: withBody(fresh(), spoilt), codes };
    }),
    { title: 'body: a null prototype key deep inside', sent: withBody(fresh(), json(poisonedDeep(whole))), codes },
  ];
}

/** An object with the parts of two; where both have one, the second's counts. */
function merged(a: object, b: object): object {
  const isObject = (value: unknown): value is object =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const both = Object.entries(b).map(([name, part]) => {
    const other = (a as Record<string, unknown>)[name];
    return [name, isObject(part) && isObject(other) ? merged(other, part) : part] as const;
  });
  return { ...a, ...Object.fromEntries(both) };
}

/** The same value with a poisonous key in its first inner object. */
function poisonedDeep(value: object): object {
  const inner = Object.entries(value).find(
    ([, part]) => typeof part === 'object' && part !== null && !Array.isArray(part),
  );
  if (!inner) return withKey(value, '__proto__', { polluted: true });
  return withKey(value, inner[0], withKey(inner[1] as object, '__proto__', { polluted: true }));
}

/** Methods that an address of the contract does not have. */
export function wrongMethods(path: string): { path: string; method: string; allowed: string[] }[] {
  const methods = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'];
  const own = Object.keys(contract.paths[path]!).map((name) => name.toUpperCase());
  const allowed = methods.filter((method) => own.includes(method));
  return [...methods, 'TRACE']
    .filter((method) => !allowed.includes(method))
    .map((method) => ({ path, method, allowed }));
}
