import { operationDetails } from '@fulian/contract/operation-details';
import type { OperationId } from '@fulian/contract/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { county, createTestService, staffHeader, type TestService } from '../service-fixture.js';
import { mayDo, roles, type Role, type StaffOperation, type StaffRole } from './roles.js';
import { Staff } from './staff.js';
import { signedIn } from './staff-fixture.js';

const everybody: readonly StaffRole[] = ['intake', 'worker', 'supervisor', 'administrator', 'auditor'];
const all: readonly Role[] = [...everybody, 'machine'];
const ofStaff = (Object.keys(operationDetails) as OperationId[]).filter((id) =>
  (operationDetails[id].security as readonly string[]).includes('staff'),
);

describe('the table of roles', () => {
  it('has a row for every operation of the contract that asks for a staff token, and no other', () => {
    expect(Object.keys(roles).sort()).toEqual([...ofStaff].sort());
    for (const id of ofStaff) {
      expect(roles[id as StaffOperation].length, id).toBeGreaterThan(0);
      expect(operationDetails[id].problems, id).toContain('role-refused');
      expect(operationDetails[id].problems, id).toContain('staff-refused');
    }
  });

  it('lets a machine do nothing but look after service points', () => {
    const allowed = ofStaff.filter((id) => mayDo('machine', id as StaffOperation));
    expect(allowed.length).toBeGreaterThan(0);
    for (const id of allowed) expect(operationDetails[id].tag).toBe('service-points');
  });

  it('shows no case to an administrator and an auditor, and the audit log to an auditor only', () => {
    const cases = ofStaff.filter((id) => operationDetails[id].tag === 'cases') as StaffOperation[];
    for (const role of ['administrator', 'auditor', 'machine'] as const)
      expect(cases.filter((id) => mayDo(role, id))).toEqual([]);
    for (const role of ['intake', 'worker', 'supervisor'] as const)
      expect(cases.filter((id) => !mayDo(role, id))).toEqual([]);
    expect(all.filter((role) => mayDo(role, 'listAuditEntries'))).toEqual(['auditor']);
    expect(all.filter((role) => mayDo(role, 'createStaffAccount'))).toEqual(['administrator']);
  });
});

describe('every operation of staff', () => {
  let service: TestService;
  let staff: Staff;
  beforeAll(async () => {
    service = await createTestService();
    staff = new Staff(service.database, service.keys.staff, service.clock);
  });
  afterAll(() => service.close());

  it('is refused to every role that the table does not name', async () => {
    for (const role of all) {
      const { authorization } =
        role === 'machine' ? await staffHeader(service) : (await signedIn(service, role, county)).headers;
      const token = authorization.slice('Bearer '.length);
      for (const id of ofStaff as StaffOperation[]) {
        const outcome = await staff.open(token, id).then(
          (member) => member.role,
          (error: { code: string }) => error.code,
        );
        expect(outcome, `${id} by ${role}`).toBe(roles[id].includes(role) ? role : 'role-refused');
      }
    }
  });
});
