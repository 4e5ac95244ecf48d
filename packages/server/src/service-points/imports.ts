import type { components } from '@fulian/contract/types';
import { createHash } from 'node:crypto';
import { isWithin } from '../federations/tree.js';
import { ProblemError } from '../problem.js';
import type { StaffMember } from '../staff/staff.js';
import type { PointChanges } from './changes.js';
import { faultsOf, isConfidential, placeOf, publicPlace, rowOf, type PublicPlace } from './draft.js';
import { newPointId, type EditAnswer, type EditParts } from './edits.js';
import { readFile, type FileRow } from './file-rows.js';
import type { PointRow } from './point.js';
import type { FoundPoint } from './repository.js';

type Schemas = components['schemas'];
type Finding = Schemas['Finding'];

/** An import as it came in. */
export interface ImportCall {
  readonly token: string;
  readonly code: string;
  readonly key: string;
  readonly format: 'csv' | 'geojson';
  readonly bytes: Uint8Array;
}

/** A row with all that is known of it before its place is. */
interface Planned {
  readonly row: FileRow;
  readonly id: string;
  readonly federation: string;
  readonly before: FoundPoint | undefined;
}

/** Others write at the same time: how often an import is made anew from what it then finds. */
const mostTries = 3;

/** Adds and changes many points from a file: all rows or none. */
export class Imports {
  constructor(private readonly parts: EditParts) {}

  /** Takes a file; answers what became of its rows. Throws the problems that the contract names. */
  async import({ token, code, key, format, bytes }: ImportCall): Promise<EditAnswer> {
    const { staff, federations, changes, idempotency, clock } = this.parts;
    const member = await staff.openFor(token, 'importServicePoints', code, 'federation-unknown');
    if (!(await federations.existing([code])).has(code)) throw new ProblemError('federation-unknown');
    const print = createHash('sha256').update(bytes).digest('base64url');
    const request = idempotency.request('importServicePoints', code, key, [format, print, member.federation]);
    const kept = await idempotency.find(request);
    if (kept !== undefined) return { text: kept, replayed: true };
    const { rows, findings } = readFile(bytes, format);
    if (findings.length > 0) throw new ProblemError('import-refused', { findings });
    for (let tries = 0; tries < mostTries; tries += 1) {
      const planned = await this.#plan(code, rows);
      const { write, report } = await this.#write(member, planned);
      const text = JSON.stringify(report);
      const sealed = await idempotency.sealAnswer(request, text);
      const outcome = await changes.write(code, member.federation, clock.now(), write, { request, sealed });
      const before = await idempotency.resolve(request, outcome);
      if (before !== undefined) return { text: before, replayed: true };
      if (outcome.outcome === 'too-many')
        throw new ProblemError('import-refused', { findings: [{ where: 'body', code: 'too-many' }] });
      if (outcome.outcome === 'stored') return { text, replayed: false };
    }
    throw new ProblemError('unavailable', { retryAfter: 1 });
  }

  /** What each row is about. Throws `import-refused` with everything that does not fit. */
  async #plan(code: string, rows: readonly FileRow[]): Promise<Planned[]> {
    const { points, federations, drawId = newPointId } = this.parts;
    const findings: Finding[] = [];
    const ids = rows.flatMap(({ id }) => (id === undefined ? [] : [id]));
    const stored = new Map((await points.findAll(code, ids)).map((one) => [one.id, one]));
    const named = [...new Set(rows.flatMap(({ federation }) => federation ?? []))].filter((one) => isWithin(one, code));
    const existing = new Set([code, ...(await federations.existing(named))]);
    const planned = rows.map((row): Planned => {
      const add = (field: string, fault: string) => findings.push({ where: `row/${row.number}/${field}`, code: fault });
      const before = row.id === undefined ? undefined : stored.get(row.id);
      if (row.id !== undefined && !before) add('id', 'unknown');
      const federation = row.federation ?? before?.federation ?? code;
      if (!existing.has(federation)) add('federation', 'unknown');
      // A point stays with its federation: that is part of what it is found by.
      else if (before && federation !== before.federation) add('federation', 'other-federation');
      for (const fault of faultsOf(row.draft, federation)) add(fault.field, fault.code);
      const stays = before && isConfidential(row.draft) === before.confidential;
      if (!row.position && !stays) add('lng', 'missing');
      return { row, federation, id: row.id ?? drawId(), before };
    });
    if (findings.length > 0) throw new ProblemError('import-refused', { findings });
    return planned;
  }

  async #write(member: StaffMember, planned: readonly Planned[]) {
    const hidden = await this.#hide(member, planned);
    const added: PointRow[] = [];
    const changed: PointChanges['changed'][number][] = [];
    let unchanged = 0;
    for (const one of planned) {
      const { row, federation, id, before } = one;
      const secret = hidden.get(id);
      const after = rowOf(row.draft, federation, id, secret?.place ?? this.#placeOf(one));
      if (!before) added.push(after);
      // Whether a secret place is the one that is known is not said, not even to staff (S5).
      else if (!secret && isSame(before, after)) unchanged += 1;
      else changed.push({ ...after, revision: before.revision });
    }
    const places = [...hidden.values()].map(({ sealed }) => sealed);
    const report: Schemas['ServicePointImport'] = { created: added.length, changed: changed.length, unchanged };
    return { write: { added, changed, places }, report };
  }

  /** Areas for those rows of confidential points that say where they are. */
  async #hide(member: StaffMember, planned: readonly Planned[]) {
    const byFederation = new Map<string, Planned[]>();
    for (const one of planned) {
      if (!one.row.position || !isConfidential(one.row.draft)) continue;
      byFederation.set(one.federation, [...(byFederation.get(one.federation) ?? []), one]);
    }
    const hidden = new Map<string, { place: PublicPlace; sealed: PointChanges['places'][number] }>();
    for (const [federation, ones] of byFederation) {
      const wanted = ones.map(({ id, row }) => ({ id, place: placeOf(row.position!) }));
      const found = await this.parts.confidential.hide(member.federation, federation, wanted);
      ones.forEach(({ id, row }, at) => {
        const { area, sealed, drawn } = found[at]!;
        hidden.set(id, {
          place: publicPlace(area, row.position!.crs),
          sealed: { federation, id, sealed, drawn },
        });
      });
    }
    return hidden;
  }

  /** Of a row whose place is public or stays what it is. */
  #placeOf({ row, before }: Planned): PublicPlace {
    if (!row.position) return before!;
    const place = publicPlace(placeOf(row.position), row.position.crs);
    // An export says every place in GCJ-02; how it was first measured is not lost by its coming back.
    const came = before && row.position.crs === 'GCJ-02' && isAt(before, place);
    return came ? { ...place, source_crs: before.source_crs } : place;
  }
}

function isAt(one: PublicPlace, other: PublicPlace): boolean {
  return one.lng_e5 === other.lng_e5 && one.lat_e5 === other.lat_e5;
}

const compared = [
  'category',
  'name',
  'confidential',
  'lng_e5',
  'lat_e5',
  'source_crs',
  'address',
  'hours',
  'phone',
  'duty_role',
  'facilities',
  'status',
  'checked_on',
] as const;

function isSame(before: FoundPoint, after: PointRow): boolean {
  return compared.every((column) => before[column] === after[column]);
}
