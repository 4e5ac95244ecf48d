import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppParts } from '../app.js';
import type { Config } from '../config.js';
import { AuditLog } from '../staff/audit.js';
import { newPassword, Passwords } from '../staff/passwords.js';
import { StaffRepository } from '../staff/repository.js';
import type { StaffRole } from '../staff/roles.js';

/** An account of the demo. */
export interface DemoAccount {
  readonly federation: string;
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly role: StaffRole;
}

/** Four levels, one above the other; the county's accounts have the shortest names. */
const units = [
  ['990101000000', '清溪县', ''],
  ['990100000000', '云溪市', '.city'],
  ['990101001000', '柳桥镇', '.township'],
  ['990101001001', '荷塘村', '.village'],
] as const;

const people = [
  ['intake', 'intake', '接待员'],
  ['worker', 'worker', '维权干部甲'],
  ['worker2', 'worker', '维权干部乙'],
  ['supervisor', 'supervisor', '主任'],
  ['admin', 'administrator', '管理员'],
  ['auditor', 'auditor', '审计员'],
] as const;

/** Everybody who works in the demo, the county's first: titles, not names of people. */
export const demoAccounts: readonly DemoAccount[] = units.flatMap(([federation, unit, suffix]) =>
  people.map(([short, role, title]) => {
    const account = `demo-${short}${suffix}`;
    return { federation, id: idOf(account), account, name: `${unit}${title}`, role };
  }),
);

/** The same each time, so that demo cases can name who handles them. */
function idOf(account: string): string {
  return createHash('sha256').update(account).digest('base64url').slice(0, 22);
}

/**
 * The one password of all demo accounts, from `DATA_DIR/demo-staff-accounts`, which nobody else may read; made with the
 * file where there is none.
 */
export function demoStaffPassword({ dataDir }: Pick<Config, 'dataDir'>): string {
  const file = join(dataDir, 'demo-staff-accounts');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const lines = demoAccounts.map(({ account, name, role }) => `${account.padEnd(26)}${role.padEnd(15)}${name}`);
    writeFileSync(file, `${newPassword()}\n\n${lines.join('\n')}\n`, { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  return readFileSync(file, 'utf8').split('\n')[0]!.trim();
}

/** Makes the demo's accounts; those that are there get the password that the file says now. */
export async function seedDemoStaff(
  { database, keys, clock }: Pick<AppParts, 'database' | 'keys' | 'clock'>,
  password: string,
): Promise<void> {
  const repository = new StaffRepository(database);
  const passwords = new Passwords(keys.password);
  const audit = new AuditLog(database, keys.audit, clock);
  // They all have the same one: a start does not check it two dozen times.
  const known = await repository.findLogin(demoAccounts[0]!.account);
  const current = known !== undefined && (await passwords.verify(known.password, password));
  const seed = async (one: DemoAccount) => {
    const facts = { actor: { kind: 'service' }, operation: 'demo', account: one.id } as const;
    const found = await repository.findLogin(one.account);
    if (!found) {
      const row = { ...one, password: await passwords.hash(password), logins: [one.account] };
      await audit.write(one.federation, facts, (entry) =>
        repository.create(one.federation, one.federation, clock.now(), row, { audit: entry }),
      );
    } else if (!current) {
      const change = {
        name: undefined,
        role: undefined,
        disabled: undefined,
        password: await passwords.hash(password),
        dropSecondFactor: true,
        subject: undefined,
      };
      await audit.write(one.federation, facts, (entry) => repository.change(one.federation, found, change, entry));
    }
  };
  await Promise.all(demoAccounts.map(seed));
}
