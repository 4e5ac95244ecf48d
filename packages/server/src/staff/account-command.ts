import { parseArgs } from 'node:util';
import { keyFolder, readConfig, type Config } from '../config.js';
import { systemClock } from '../clock.js';
import { openDatabase, type Database } from '../database/database.js';
import { withDatabase } from '../database/for-command.js';
import { FederationRepository } from '../federations/repository.js';
import { claimDatabase } from '../keys/claim-database.js';
import { deriveKeys, type Keyring } from '../keys/keyring.js';
import { readMasterKey } from '../keys/master-key.js';
import { StartError } from '../start-error.js';
import { newStaffId } from './accounts.js';
import { AuditLog } from './audit.js';
import { oidcLoginOf } from './oidc.js';
import { newPassword, Passwords } from './passwords.js';
import { StaffRepository, type AccountKey } from './repository.js';
import type { StaffRole } from './roles.js';

const usage =
  'npm run staff-account -- <12-digit federation> <account> <name> <intake|worker|supervisor|administrator|auditor> [--subject <sub>], or -- <account> --reset';
const known: readonly string[] = ['intake', 'worker', 'supervisor', 'administrator', 'auditor'];

type Command =
  | { readonly kind: 'reset'; readonly account: string }
  | {
      readonly kind: 'add';
      readonly federation: string;
      readonly account: string;
      readonly name: string;
      readonly role: StaffRole;
      readonly subject: string | undefined;
    };

/** What a command needs of the service. */
interface Parts {
  readonly database: Database;
  readonly repository: StaffRepository;
  readonly passwords: Passwords;
  readonly audit: AuditLog;
  readonly keys: Keyring;
  readonly config: Config;
}

/**
 * Adds an account, or gives one a new password where its owner has lost it or her device; answers the password, which is
 * nowhere else in plain. For the first administrator, who makes all others. Works while the service runs and while it does
 * not. Throws `StartError`.
 */
export async function staffAccountCommand(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const command = readCommand(args);
  const config = readConfig(env);
  const keys = deriveKeys(readMasterKey({ given: config.masterKey, folder: keyFolder(config) }));
  return withDatabase(config, async (ownerUrl) => {
    const database = openDatabase(ownerUrl, { connections: 1 });
    try {
      await claimDatabase(database, keys);
      const parts: Parts = {
        database,
        repository: new StaffRepository(database),
        passwords: new Passwords(keys.password),
        audit: new AuditLog(database, keys.audit, systemClock),
        keys,
        config,
      };
      return command.kind === 'reset' ? await reset(parts, command.account) : await add(parts, command);
    } finally {
      await database.close();
    }
  });
}

async function add(parts: Parts, command: Extract<Command, { kind: 'add' }>): Promise<string> {
  const { database, repository, passwords, audit, keys, config } = parts;
  const { federation, account, name, role, subject } = command;
  if (!(await new FederationRepository(database).existing([federation])).has(federation))
    throw new StartError('federation-unknown', `There is no federation ${federation}.`);
  if (subject !== undefined && !config.oidc)
    throw new StartError('config', 'A subject is of use only where OIDC_ISSUER is set.');
  const login = subject === undefined ? [] : [oidcLoginOf(keys.oidc, config.oidc!.issuer, subject)];
  const password = newPassword();
  const row = { federation, id: newStaffId(), account, name, role, password: await passwords.hash(password) };
  const { outcome } = await audit.write(federation, factsOf(row), (entry) =>
    repository.create(
      federation,
      federation,
      systemClock.now(),
      { ...row, logins: [account, ...login] },
      { audit: entry },
    ),
  );
  if (outcome === 'taken') throw new StartError('account-taken', `The account ${account} or the subject is taken.`);
  return password;
}

async function reset({ repository, passwords, audit }: Parts, account: string): Promise<string> {
  const found = await repository.findLogin(account);
  if (!found) throw new StartError('account-unknown', `There is no account ${account}.`);
  const password = newPassword();
  const change = {
    name: undefined,
    role: undefined,
    disabled: false,
    password: await passwords.hash(password),
    dropSecondFactor: true,
    subject: undefined,
  };
  const outcome = await audit.write(found.federation, factsOf(found), (entry) =>
    repository.change(found.federation, found, change, entry),
  );
  if (outcome !== 'changed') throw new StartError('account-busy', `Somebody else has just changed ${account}.`);
  return password;
}

function factsOf({ id }: AccountKey) {
  return { actor: { kind: 'service' }, operation: 'staff-account', account: id } as const;
}

function readCommand(args: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { subject: { type: 'string' }, reset: { type: 'boolean', default: false } },
    });
    const { subject } = values;
    if (values.reset) {
      const [account = '', ...more] = positionals;
      if (isAccount(account) && more.length === 0 && subject === undefined) return { kind: 'reset', account };
    } else {
      const [federation = '', account = '', name = '', role = '', ...more] = positionals;
      const named = name.trim() !== '' && [...name].length <= 50;
      const usable = /^\d{12}$/.test(federation) && isAccount(account) && named && known.includes(role);
      if (usable && more.length === 0 && (subject === undefined || (subject !== '' && subject.length <= 255)))
        return { kind: 'add', federation, account, name, role: role as StaffRole, subject };
    }
  } catch {
    // An option that nobody knows.
  }
  throw new StartError('usage', usage);
}

function isAccount(text: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{2,39}$/.test(text);
}
