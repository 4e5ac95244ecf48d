import { sql } from 'kysely';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppParts } from '../app.js';
import { cardDays } from '../councils/invitations.js';
import { macOf } from '../keys/keyring.js';
import { codeHours, invitationMac } from '../membership/member-sessions.js';
import { demoCouncils } from './councils.js';

/** Who gets a card: the first members of the first two councils. */
const withCards = 2;
const cardsEach = 6;
const codeDigits = 16n;

/**
 * Writes cards of the demo's councils into `DATA_DIR/demo-council-cards`, which nobody else may read, and answers that file. The codes are
 * the same at every start, drawn under the master key; one that was used up or has expired works again.
 */
export async function writeDemoCards({
  database,
  keys,
  clock,
  config,
}: Pick<AppParts, 'database' | 'keys' | 'clock' | 'config'>): Promise<string> {
  const now = clock.now();
  const expires = new Date(now.getTime() + cardDays * 86_400_000);
  const lines: string[] = [];
  for (const { federation, council, id, name, members } of demoCouncils.slice(0, withCards)) {
    lines.push(`${name}  ${id}`);
    for (const member of members.slice(0, cardsEach)) {
      const code = codeOf(keys.invitation, member.id);
      lines.push(`${code.replaceAll(/(\d{4})(?=\d)/g, '$1 ')}  ${member.role.padEnd(9)}  ${member.name}`);
      await database.scoped({ scope: 'staff', federation }, (db) =>
        sql`insert into council_invitations as i (federation, council, member, mac, printed_at, expires_at)
          values (${federation}, ${council}, ${member.id}, ${invitationMac(keys.invitation, code)}, ${now}, ${expires})
          on conflict (federation, council, member) do update set mac = excluded.mac, printed_at = excluded.printed_at,
            expires_at = excluded.expires_at, first_used_at = null
          where i.mac <> excluded.mac or i.expires_at <= ${now}
            or i.first_used_at + make_interval(hours => ${codeHours}) <= ${now}`.execute(db),
      );
    }
    lines.push('');
  }
  const file = join(config.dataDir, 'demo-council-cards');
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(file, lines.join('\n'), { mode: 0o600 });
  chmodSync(file, 0o600);
  return file;
}

function codeOf(key: Uint8Array, member: string): string {
  const drawn = BigInt(`0x${macOf(key, 'demo card', member).toString('hex')}`) % 10n ** codeDigits;
  return drawn.toString().padStart(Number(codeDigits), '0');
}
