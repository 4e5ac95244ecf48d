import { reaches } from '@fulian/contract/rules/case';
import type { Schemas } from '../../operation-types.js';
import { randomKey } from '../../random.js';
import { federationOf, type Handler, pageOf, Reply, type Surroundings } from '../handler.js';
import { TestProblem } from '../problems.js';
import type { CheckedRequest } from '../state.js';
import { testCode, type TestStaff } from './test-staff.js';

/** Milliseconds. */
const sessionLife = 12 * 3_600_000;

function sessionFor(staff: TestStaff, { state, now }: Surroundings): Schemas['StaffSession'] {
  const token = (randomKey() + randomKey()).slice(0, 43);
  const expires = now() + sessionLife;
  state.sessions.set(token, { staff, expires });
  const { member, mustSetUp = false } = staff;
  return { token, expiresAt: new Date(expires).toISOString(), member, secondFactorMissing: mustSetUp };
}

const signInStaff: Handler = ({ body }, surroundings) => {
  const { account, password, code } = body as Schemas['SignIn'];
  const staff = surroundings.state.staff.find(({ member }) => member.account === account);
  if (!staff || staff.password !== password || staff.member.disabled) throw new TestProblem('sign-in-refused');
  if (staff.member.secondFactor && code === undefined) throw new TestProblem('second-factor-missing');
  if (staff.member.secondFactor && code !== testCode) throw new TestProblem('sign-in-refused');
  return sessionFor(staff, surroundings);
};

const mine = ({ staff }: Surroundings) => staff!;

function accountOf({ path }: CheckedRequest, { state, staff }: Surroundings): TestStaff {
  const found = state.staff.find(({ member }) => member.id === path.staffId);
  if (!found || !reaches(staff!.member.federation.code, found.member.federation.code))
    throw new TestProblem('staff-unknown');
  return found;
}

const tagged = ({ member, revision }: TestStaff) => new Reply(member, { etag: `"${revision}"` });

/** Signing in, accounts and the audit log. */
export const staffHandlers = {
  signInStaff,
  getStaffSession: (_, surroundings) => mine(surroundings).member,
  signOutStaff: (request, { state }) => void state.sessions.delete(request.token!),
  changeOwnPassword: ({ body, token }, surroundings) => {
    const { current, next } = body as Schemas['PasswordChange'];
    const staff = mine(surroundings);
    if (staff.password !== current) throw new TestProblem('sign-in-refused');
    if (next === current)
      throw new TestProblem('staff-incomplete', { findings: [{ where: 'body/next', code: 'same' }] });
    staff.password = next;
    const { sessions } = surroundings.state;
    for (const [other, session] of sessions) if (session.staff === staff && other !== token) sessions.delete(other);
  },
  startSecondFactor: (_, surroundings) => {
    const { member } = mine(surroundings);
    if (member.secondFactor) throw new TestProblem('second-factor-there');
    const secret = 'JBSWY3DPEHPK3PXP'.repeat(2);
    return { secret, uri: `otpauth://totp/Fulian:${member.account}?secret=${secret}&issuer=Fulian` };
  },
  confirmSecondFactor: ({ body }, surroundings) => {
    const staff = mine(surroundings);
    if ((body as Schemas['SecondFactorProof']).code !== testCode) throw new TestProblem('sign-in-refused');
    staff.member = { ...staff.member, secondFactor: true };
    staff.mustSetUp = false;
  },
  startOidcSignIn: ({ body }) => {
    const { returnTo } = body as Schemas['OidcStart'];
    const authorizationUrl = `https://login.county.example/authorize?redirect_uri=${encodeURIComponent(returnTo)}`;
    return { authorizationUrl, flow: 'A'.repeat(48) };
  },
  finishOidcSignIn: ({ body }, surroundings) => {
    if (!/[?&]code=/.test((body as Schemas['OidcFinish']).returned)) throw new TestProblem('sign-in-refused');
    return sessionFor(surroundings.state.staff[0]!, surroundings);
  },
  listStaffAccounts: (request, surroundings) => {
    const { code } = federationOf(request, surroundings);
    const members = surroundings.state.staff.map(({ member }) => member);
    return pageOf(
      members.filter(({ federation }) => reaches(code, federation.code)),
      request.query as { cursor?: string; limit?: number },
    );
  },
  createStaffAccount: ({ body }, { state, nameOf }) => {
    const { account, name, role, federation, password } = body as Schemas['StaffDraft'];
    if (state.staff.some(({ member }) => member.account === account)) throw new TestProblem('account-taken');
    const member = {
      id: randomKey(),
      account,
      name,
      role,
      federation: { code: federation, name: nameOf(federation) },
      secondFactor: false,
      disabled: false,
    };
    const staff: TestStaff = { member, password: password ?? randomKey(), revision: 1 };
    state.staff.push(staff);
    return tagged(staff);
  },
  getStaffAccount: (request, surroundings) => tagged(accountOf(request, surroundings)),
  changeStaffAccount: (request, surroundings) => {
    const staff = accountOf(request, surroundings);
    if (request.headers['if-match'] !== `"${staff.revision}"`) throw new TestProblem('precondition-failed');
    const { name, role, disabled, password, dropSecondFactor } = request.body as Schemas['StaffChange'];
    staff.member = {
      ...staff.member,
      ...(name !== undefined && { name }),
      ...(role && { role }),
      ...(disabled !== undefined && { disabled }),
      ...(dropSecondFactor && { secondFactor: false }),
    };
    if (password !== undefined) staff.password = password;
    staff.revision += 1;
    return tagged(staff);
  },
  listAuditEntries: (request, { state }) =>
    pageOf([...state.audit].reverse(), request.query as { cursor?: string; limit?: number }),
} satisfies { readonly [operation: string]: Handler };
