import { reaches } from '@fulian/contract/rules/case';
import type { Schemas } from '../../operation-types.js';
import { randomDigits, randomKey } from '../../random.js';
import { type Handler, Reply, type Surroundings } from '../handler.js';
import { TestProblem } from '../problems.js';
import type { CheckedRequest } from '../state.js';
import { activeCouncilOf, councilOf } from './council-handlers.js';
import type { TestCouncil, TestMember } from './test-council.js';

const cardLife = 30 * 24 * 3_600_000;

/** What an answer is tagged with, for the next change. */
export const tagOf = (revision: number): { readonly etag: string } => ({ etag: `"${revision}"` });

/** Somebody who has read this revision. */
export function match({ headers }: CheckedRequest, revision: number): void {
  if (headers['if-match'] === undefined) throw new TestProblem('precondition-missing');
  if (headers['if-match'] !== `"${revision}"`) throw new TestProblem('precondition-failed');
}

/** The council in the path, of her federation or one below it (S6). */
export function own(request: CheckedRequest, surroundings: Surroundings, isAdded = false): TestCouncil {
  const council = (isAdded ? activeCouncilOf : councilOf)(request, surroundings);
  if (!reaches(surroundings.staff!.member.federation.code, council.federation))
    throw new TestProblem('council-unknown');
  return council;
}

const entryOf = ({
  id,
  name,
  role,
  joinedAt,
  leftAt,
  reason,
  subject,
  code,
  usedAt,
  changes,
}: TestMember): Schemas['RollEntry'] => ({
  member: { id, name, role },
  joinedAt,
  ...(leftAt !== undefined && { leftAt }),
  ...(reason !== undefined && { reason }),
  ...(subject !== undefined && { subject }),
  invitation: usedAt !== undefined ? 'used' : code !== undefined ? 'printed' : 'none',
  changes,
});

const memberOf = (council: TestCouncil, id: string | undefined): TestMember => {
  const member = council.member(id);
  if (!member) throw new TestProblem('member-unknown');
  return member;
};

/** One chair at a time. */
function refuseSecondChair(council: TestCouncil, { role }: Schemas['MemberDraft'], id?: string): void {
  if (role === 'chair' && council.roll.some((one) => one.role === 'chair' && one.id !== id))
    throw new TestProblem('roll-refused', { findings: [{ where: 'body/role', code: 'taken' }] });
}

const addMember: Handler = (request, surroundings) => {
  const council = own(request, surroundings, true);
  const draft = request.body as Schemas['MemberDraft'];
  refuseSecondChair(council, draft);
  const at = new Date(council.now()).toISOString();
  const { name: by } = surroundings.staff!.member;
  const { name, role, subject } = draft;
  const member: TestMember = {
    id: randomKey(),
    name,
    role,
    joinedAt: at,
    ...(subject !== undefined && { subject }),
    changes: [{ at, kind: 'joined', by }],
  };
  council.members.push(member);
  council.rollRevision += 1;
  council.note('member-joined', { member: member.id, role });
  return entryOf(member);
};

const changeMember: Handler = (request, surroundings) => {
  const council = own(request, surroundings);
  const member = memberOf(council, request.path.memberId);
  match(request, council.rollRevision);
  const draft = request.body as Schemas['MemberDraft'];
  refuseSecondChair(council, draft, member.id);
  const at = new Date(council.now()).toISOString();
  const reason = draft.reason === undefined ? {} : { reason: draft.reason };
  member.name = draft.name;
  member.role = draft.role;
  if (draft.subject === undefined) delete member.subject;
  else member.subject = draft.subject;
  Object.assign(member, reason);
  const isLeaving = draft.left === true && member.leftAt === undefined;
  if (isLeaving) member.leftAt = at;
  member.changes.push({ at, kind: isLeaving ? 'left' : 'changed', by: surroundings.staff!.member.name, ...reason });
  if (isLeaving) council.note('member-left', { member: member.id });
  else council.note('member-changed', { member: member.id, role: member.role });
  council.rollRevision += 1;
  return new Reply(entryOf(member), tagOf(council.rollRevision));
};

const inviteMembers: Handler = (request, surroundings) => {
  const council = own(request, surroundings, true);
  const members = (request.body as Schemas['InvitationRequest']).members.map((id) => memberOf(council, id));
  const expiresAt = new Date(council.now() + cardLife).toISOString();
  return {
    items: members.map((member) => {
      const code = randomDigits(16);
      member.code = code;
      delete member.usedAt;
      const at = new Date(council.now()).toISOString();
      member.changes.push({ at, kind: 'invited', by: surroundings.staff!.member.name });
      return { member: member.id, name: member.name, code, expiresAt };
    }),
  };
};

/** What an organiser may do with a roll. */
export const rollHandlers = {
  listMembers: (request, surroundings) => {
    const { members, rollRevision } = own(request, surroundings);
    return new Reply({ items: members.map(entryOf) }, tagOf(rollRevision));
  },
  addMember,
  changeMember,
  inviteMembers,
} satisfies { readonly [operation: string]: Handler };
