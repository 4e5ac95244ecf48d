import type { TestService } from '../service-fixture.js';
import { newStaffId } from './accounts.js';
import type { StaffRole } from './roles.js';
import { idleMinutes, newStaffToken, sessionHours, staffTokenMac } from './staff.js';

/** Somebody of a test who has signed in. */
export interface TestPerson {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly federation: string;
  readonly headers: { readonly authorization: string };
}

let made = 0;

/** Makes an account without a usable password and a session of it that has shown its second factor. */
export async function signedIn(
  service: Pick<TestService, 'admin' | 'clock' | 'keys'>,
  role: StaffRole,
  federation: string,
  name = '示例干部',
): Promise<TestPerson> {
  made += 1;
  const [id, account, token] = [newStaffId(), `test-${role}-${made}`, newStaffToken()];
  const now = service.clock.now();
  const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  await service.admin.query(
    `insert into staff_accounts (federation, id, account, name, role, password, created_at)
     values ($1, $2, $3, $4, $5, 'none', $6)`,
    [federation, id, account, name, role, now],
  );
  await service.admin.query('insert into staff_logins (login, federation, staff_id) values ($1, $2, $3)', [
    account,
    federation,
    id,
  ]);
  await service.admin.query(
    `insert into staff_sessions (mac, federation, staff_id, created_at, expires_at, idle_until, proven)
     values ($1, $2, $3, $4, $5, $6, true)`,
    [staffTokenMac(service.keys.staff, token), federation, id, now, after(sessionHours * 60), after(idleMinutes)],
  );
  return { id, account, name, role, federation, headers: { authorization: `Bearer ${token}` } };
}
