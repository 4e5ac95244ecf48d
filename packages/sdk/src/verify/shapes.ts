/** Whether parts of a log have the form that G1 to G3 give them; nothing more and nothing less. */
import type { LogBodies, LogEntry, LogKind } from '@fulian/contract/rules/council';
import { ballot_Choice, BallotOption, BallotResult, BallotRules, Motion } from '@fulian/contract/schemas';
import type { components } from '@fulian/contract/types';

type Check = (value: unknown) => boolean;

const like =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const fits =
  (schema: { safeParse(value: unknown): { readonly success: boolean } }): Check =>
  (value) =>
    schema.safeParse(value).success;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount: Check = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** An object with exactly these fields; names that end in `?` may be missing. */
function fields(checks: Readonly<Record<string, Check>>): Check {
  const names = new Set(Object.keys(checks).map((name) => name.replace('?', '')));
  return (value) =>
    isObject(value) &&
    Object.keys(value).every((name) => names.has(name)) &&
    Object.keys(checks).every((name) => {
      const check = checks[name]!;
      const found = value[name.replace('?', '')];
      return found === undefined ? name.endsWith('?') : check(found);
    });
}

const uuid = like(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const member = like(/^[A-Za-z0-9_-]{22}$/);
const bytes32 = like(/^[0-9a-f]{64}$/);
const instant = like(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const role = like(/^(chair|secretary|member)$/);
const choice = fits(ballot_Choice);
const result = fits(BallotResult);
const resolution = fields({
  resolution: uuid,
  state: like(/^(assigned|working|reported|accepted|dropped)$/),
  due: like(/^\d{4}-\d\d-\d\d$/),
  'ballot?': uuid,
});

const openClosed = fields({
  ballot: uuid,
  'present?': isCount,
  votes: listOf(fields({ member, choice, salt: bytes32, receipt: bytes32 })),
  result,
});
const secretClosed = fields({
  ballot: uuid,
  'present?': isCount,
  papers: isCount,
  key: bytes32,
  'used?': listOf(bytes32),
  'choices?': listOf(choice),
  result,
});

const bodies: Readonly<Record<LogKind, Check>> = {
  'council-created': fields({ name: like(/^.{1,100}$/su) }),
  'member-joined': fields({ member, role }),
  'member-changed': fields({ member, role }),
  'member-left': fields({ member }),
  'ballot-opened': fields({
    ballot: uuid,
    motion: fits(Motion),
    options: listOf(fits(BallotOption)),
    rules: fits(BallotRules),
    members: listOf(member),
    closesAt: instant,
    'paperKey?': bytes32,
    'again?': uuid,
  }),
  'vote-stored': fields({ ballot: uuid, receipt: bytes32, 'replaces?': bytes32 }),
  'ballot-closed': (value) => openClosed(value) || secretClosed(value),
  'casting-vote': fields({ ballot: uuid, member, choice, result }),
  'ballot-cancelled': fields({ ballot: uuid }),
  'resolution-made': resolution,
  'resolution-changed': resolution,
};

/** Whether a body is what its kind says (G2). */
export function isBody<Kind extends LogKind>(kind: Kind, body: unknown): body is LogBodies[Kind] {
  return bodies[kind](body);
}

const entry = fields({
  council: like(/^/),
  seq: isCount,
  at: instant,
  kind: (value) => typeof value === 'string' && Object.keys(bodies).includes(value),
  body: isObject,
  hash: bytes32,
});

/** Whether it is an entry, whatever its body says. */
export function isEntry(value: unknown): value is LogEntry {
  return entry(value);
}

const head = fields({
  council: like(/^/),
  seq: isCount,
  hash: bytes32,
  at: like(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
  key: bytes32,
  signature: like(/^[0-9a-f]{128}$/),
});

/** A signed head, as the contract has it. */
export type LogHead = components['schemas']['LogHead'];

/** Whether it is a head. */
export function isHead(value: unknown): value is LogHead {
  return head(value);
}

const log = fields({ council: like(/^/), entries: listOf(() => true), head: () => true });

/** Whether it is a log, whatever its entries and its head are. */
export function isLog(
  value: unknown,
): value is { readonly council: string; readonly entries: readonly unknown[]; readonly head: unknown } {
  return log(value);
}
