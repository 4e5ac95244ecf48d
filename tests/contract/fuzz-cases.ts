/**
 * Arbitraries of whole requests, made from the contract document: right ones, and ones with exactly one thing wrong. Each
 * knows what must come of it, so that an answer can be judged without knowing how the service works.
 */
import * as fc from 'fast-check';
import type { Expected } from './answer-check.js';
import { badValuesOf, valuesOf } from './arbitraries.js';
import { rightRequest, textsOf, wrongMethods, type Right } from './bad-requests.js';
import {
  problemWithout,
  problemWithoutHeader,
  resolve,
  schemeHeaders,
  type JsonSchema,
  type Operation,
  type Parameter,
} from './document.js';
import type { Sent } from './wire.js';

/** The kinds of cases, in the words of the checks that they make. */
export const kinds = [
  'good input accepted',
  'any input understood',
  'bad input refused',
  'missing refused',
  'method refused',
  'authentication not ignored',
] as const;
/** One of `kinds`. */
export type Kind = (typeof kinds)[number];

/** One request and what must come of it. */
export interface FuzzCase {
  kind: Kind;
  operation: Operation;
  /** What was done to a right request. */
  change: string;
  sent: Sent;
  expected: Expected;
  /** What a failure prints. */
  [fc.toStringMethod]: () => string;
}

/** Makes a right request to an operation; the rest varies it. */
export type RightFor = (operation: Operation) => Right;

const json = (value: unknown) => Buffer.from(JSON.stringify(value), 'utf8');
const isSendable = (text: string) => text !== '' && !/\p{Surrogate}/u.test(text) && !/^\.{1,2}$/.test(text);
const token = fc.stringMatching(/^[A-Za-z0-9_-]{22,60}$/);
/** Values of security headers that are well formed and belong to nothing. */
const strangers: Record<string, fc.Arbitrary<string>> = {
  receipt: fc.stringMatching(/^\d{12}\.\d{24}$/),
  draft: token,
  staff: fc.stringMatching(/^Bearer [A-Za-z0-9_-]{43}$/),
  case: fc.stringMatching(/^[A-Za-z0-9_-]{40,200}$/),
  member: fc.stringMatching(/^[A-Za-z0-9_-]{43}$/),
};
/** Values of security headers that are none. */
const nonsense = fc.oneof(
  fc.constantFrom('x', 'null', 'Bearer x', '000000000000', '../../etc/passwd', '{}', '*'),
  fc.stringMatching(/^\d{1,11}\.\d{24}$/),
  fc.stringMatching(/^\d{12}\.\d{1,23}$/),
  fc.stringMatching(/^[A-Za-z0-9_-]{1,21}$/),
);

/** That a piece goes beyond the end of its file depends on the file; that a contribution is hidden needs a reason. */
const tied = ['appendAttachment', 'moderateComment'];

/** Cases of one kind for an operation; undefined where the operation has none. */
function casesOf(kind: Kind, operation: Operation, rightFor: RightFor): fc.Arbitrary<FuzzCase> | undefined {
  const right = () => rightFor(operation);
  const made = (change: string, sent: Sent, expected: Expected): FuzzCase => ({
    kind,
    operation,
    change,
    sent,
    expected,
    [fc.toStringMethod]: () =>
      `${operation.id}, ${kind}: ${change}: ${sent.method} ${sent.target} ${JSON.stringify(sent.headers)} ${String(sent.body)}`,
  });
  switch (kind) {
    case 'good input accepted':
      return goodOf(operation).map((change) =>
        made('varied', rightRequest(operation, change(right())), { outcome: 'accepted' }),
      );
    case 'any input understood':
      return anyOf(operation).map((change) =>
        made('drawn anew', rightRequest(operation, change(right())), {
          outcome: 'understood',
          ...(tied.includes(operation.id) && { but: 'invalid-request' }),
        }),
      );
    case 'bad input refused':
      return badOf(operation, right)?.map(({ change, sent, codes }) =>
        made(change, sent(), { outcome: 'refused', codes }),
      );
    case 'missing refused':
      return missingOf(operation, right)?.map(({ change, sent, codes }) =>
        made(change, sent(), { outcome: 'refused', codes }),
      );
    case 'method refused':
      return fc.constantFrom(...wrongMethods(operation.path)).map(({ method, allowed }) => {
        const { target, headers } = rightRequest(operation, right());
        const credentials = headers.filter(([name]) => Object.values(schemeHeaders).includes(name));
        return made(method, { method, target, headers: credentials }, { outcome: 'method', allowed });
      });
    case 'authentication not ignored':
      return strangersOf(operation, right)?.map(({ change, sent, codes }) =>
        made(change, sent(), { outcome: 'refused', codes }),
      );
  }
}

type Change = (right: Right) => Right;

/** Variations that stay acceptable: what is free text or a free choice is drawn anew, what refers to something stays. */
function goodOf({ parameters, body }: Operation): fc.Arbitrary<Change> {
  // The format is that of the body.
  const free = parameters.filter((one) => one.in === 'query' && !['cursor', 'format'].includes(one.name));
  const drawn = fc.record(Object.fromEntries(free.map(({ name, schema }) => [name, textOf(schema)])), {
    requiredKeys: free.filter((one) => one.required).map((one) => one.name),
  });
  const properties = resolve(body?.schema ?? {}).properties ?? {};
  const examples = Object.values(body?.examples ?? {});
  const filled: fc.Arbitrary<Uint8Array | undefined> =
    examples.length === 0
      ? fc.constant(undefined)
      : fc
          .tuple(
            fc.constantFrom(...examples),
            // Those that no rule ties to another field.
            fc.record(
              Object.fromEntries(
                Object.entries(properties)
                  .filter(([name]) => ['narrative', 'receiptSecret', 'childrenPresent', 'name', 'size'].includes(name))
                  .map(([name, schema]) => [name, valuesOf(schema)]),
              ),
              { requiredKeys: [] },
            ),
          )
          .map(([example, change]) => json({ ...(example as object), ...change }));
  return fc.tuple(drawn, filled).map(([query, bytes]) => (right) => ({
    ...right,
    parameters: { ...withoutKeys(right.parameters, free), ...(query as Record<string, string>) },
    body: bytes ?? right.body,
  }));
}

/** Every part drawn from its schema. */
function anyOf({ parameters, body }: Operation): fc.Arbitrary<Change> {
  const texts = (places: Parameter[]) =>
    fc.record(Object.fromEntries(places.map(({ name, schema }) => [name, textOf(schema)])), {
      requiredKeys: places.filter((one) => one.required).map((one) => one.name),
    }) as fc.Arbitrary<Record<string, string>>;
  const path = parameters.filter((one) => one.in === 'path');
  const others = parameters.filter((one) => one.in !== 'path' && one.name !== 'Idempotency-Key');
  const bodies: fc.Arbitrary<Uint8Array | undefined> =
    body === undefined
      ? fc.constant(undefined)
      : valuesOf(body.schema).map((value) => (value instanceof Uint8Array ? value : json(value)));
  return fc.tuple(texts(path), texts(others), bodies, fc.boolean()).map(([ids, drawn, bytes, known]) => (right) => ({
    ...right,
    path: known ? right.path : { ...right.path, ...ids },
    parameters: { ...withoutKeys(right.parameters, others), ...drawn },
    body: bytes,
  }));
}

interface Spoilt {
  change: string;
  sent: () => Sent;
  codes: string[];
}

function badOf(operation: Operation, right: () => Right): fc.Arbitrary<Spoilt> | undefined {
  const ways: fc.Arbitrary<Spoilt>[] = operation.parameters
    .filter((one) => one.name !== 'Idempotency-Key')
    .map((parameter) =>
      badTextOf(parameter).map(([fault, text]) => ({
        change: `${parameter.in} ${parameter.name}: ${fault}`,
        sent: () => {
          const spoilt = right();
          const place = parameter.in === 'path' ? 'path' : 'parameters';
          return rightRequest(operation, { ...spoilt, [place]: { ...spoilt[place], [parameter.name]: text } });
        },
        codes: ['invalid-request', ...(parameter.in === 'path' ? ['not-found'] : [])],
      })),
    );
  if (operation.body?.type === 'application/json') {
    const bodies = badValuesOf(operation.body.schema).map(({ value, fault }): Spoilt => ({
      change: `body: ${fault}`,
      sent: () => rightRequest(operation, { ...right(), body: json(value) }),
      codes: ['invalid-request'],
    }));
    const broken = fc.tuple(fc.nat(), fc.nat()).map(([at, byte]): Spoilt => ({
      change: 'body: cut off',
      sent: () => {
        const sent = rightRequest(operation, right());
        const end = at % (sent.body!.length - 1);
        return { ...sent, body: Buffer.concat([sent.body!.subarray(0, end), Buffer.of(byte % 0x20)]) };
      },
      codes: ['invalid-request'],
    }));
    ways.push(bodies, bodies, bodies, broken);
  }
  return ways.length > 0 ? fc.oneof(...ways) : undefined;
}

/** Leaves away or spoils what must be there: a header, a query parameter, a body, its content type, a credential. */
function missingOf(operation: Operation, right: () => Right): fc.Arbitrary<Spoilt> | undefined {
  const without = (name: string, sent: Sent) => ({ ...sent, headers: sent.headers.filter(([one]) => one !== name) });
  const ways: fc.Arbitrary<Spoilt>[] = [];
  for (const { name, in: place, required } of operation.parameters) {
    if (!required || place === 'path') continue;
    const codes = [problemWithoutHeader(name)];
    const sent = () => {
      const { parameters, ...rest } = right();
      const left = withoutKeys(parameters, [{ name }]);
      return without(name, rightRequest(operation, { ...rest, parameters: left }));
    };
    ways.push(fc.constant({ change: `${place} ${name} missing`, sent, codes }));
  }
  if (operation.body) {
    const other = fc.stringMatching(/^(text|image|multipart|x-[a-z]{1,8})\/[a-z]{1,12}$/);
    ways.push(
      other.map((type) => ({
        change: `content type ${type}`,
        sent: () => {
          const sent = without('Content-Type', rightRequest(operation, right()));
          return { ...sent, headers: [...sent.headers, ['Content-Type', type] as [string, string]] };
        },
        codes: ['media-type-unsupported'],
      })),
      fc.constant({
        change: 'body missing',
        sent: () => rightRequest(operation, { ...right(), body: undefined }),
        codes: ['invalid-request', 'media-type-unsupported'],
      }),
    );
  }
  return ways.length > 0 ? fc.oneof(...ways) : undefined;
}

/** Requests without a credential, with nonsense for one, and with a stranger's. */
function strangersOf(operation: Operation, right: () => Right): fc.Arbitrary<Spoilt> | undefined {
  const ways = operation.security ?? [];
  // Where nobody has to say who she is there is nothing to ignore.
  if (ways.length === 0 || ways.some((way) => way.length === 0)) return undefined;
  const [scheme] = ways[0]!;
  const missing = [problemWithout(scheme!)];
  const withCredential = (value: string | undefined) => () => {
    const { credentials, ...rest } = right();
    const left = withoutKeys(credentials, [{ name: scheme! }]);
    const changed = { ...left, ...(value !== undefined && { [scheme!]: value }) };
    return rightRequest(operation, { ...rest, credentials: changed });
  };
  const none: Spoilt = { change: `no ${scheme}`, sent: withCredential(undefined), codes: missing };
  const made = [
    fc.constant(none),
    nonsense.map((value): Spoilt => ({ change: `${scheme} ${value}`, sent: withCredential(value), codes: missing })),
  ];
  // A stranger's key opens nothing. Where an operation makes something new or succeeds without anything, it is no breach.
  const refusals = ['receipt-refused', 'attachment-unknown', 'staff-refused', 'case-token-refused', 'member-refused'];
  const unknown = refusals.filter((code) => operation.problems.includes(code));
  if (unknown.length > 0)
    made.push(
      strangers[scheme!]!.map((value): Spoilt => ({
        change: `a stranger's ${scheme}`,
        sent: withCredential(value),
        codes: unknown,
      })),
    );
  return fc.oneof(...made);
}

/** A value of a parameter's schema as text. */
function textOf(schema: JsonSchema): fc.Arbitrary<string> {
  return valuesOf(schema).map(String).filter(isSendable);
}

/** A text that a parameter's schema refuses. */
function badTextOf({ in: place, schema }: Parameter): fc.Arbitrary<[fault: string, text: string]> {
  const usable = ([, text]: [string, string]) =>
    isSendable(text) && (place !== 'header' || (/^[\x21-\x7e]+$/.test(text) && text.trim() === text));
  return textOf(schema)
    .map((good) => textsOf(schema, good).filter(usable))
    .filter((texts) => texts.length > 0)
    .chain((texts) => fc.constantFrom(...texts));
}

function withoutKeys(values: Record<string, string>, names: readonly { name: string }[]): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.some((one) => one.name === name)));
}

/** Requests of every kind to every operation. Operations with a body come up more often: more can be wrong with them. */
export function requestsOf(operations: readonly Operation[], rightFor: RightFor): fc.Arbitrary<FuzzCase> {
  const all = operations.flatMap((operation) =>
    kinds.flatMap((kind) => {
      const arbitrary = casesOf(kind, operation, rightFor);
      return arbitrary ? [{ arbitrary, weight: operation.body?.type === 'application/json' ? 3 : 1 }] : [];
    }),
  );
  return fc.oneof(...all);
}
