import { ServicePointDraft, ServicePointId } from '@fulian/contract/schemas';
import type { components } from '@fulian/contract/types';
import { issueCode } from '../http/validation.js';
import { CsvBroken, readCsv } from './csv.js';
import type { Draft, DraftWithoutPlace } from './draft.js';

type Finding = components['schemas']['Finding'];

/** What a file may say of a point, by its own column names; the same in CSV and in GeoJSON's properties. */
export const fileColumns = [
  'id',
  'federation',
  'category',
  'name',
  'confidential',
  'lng',
  'lat',
  'crs',
  'areaLng',
  'areaLat',
  'areaRadius',
  'address',
  'hours',
  'phone',
  'dutyRole',
  'facilities',
  'status',
  'checkedOn',
] as const;
/** The name of a column. */
export type FileColumn = (typeof fileColumns)[number];

/** A row of a file that keeps to the contract by itself. */
export interface FileRow {
  /** From 1, as findings name it. */
  readonly number: number;
  /** Of the point that is changed; undefined: a new one. */
  readonly id: string | undefined;
  /** To which the row says that it belongs. */
  readonly federation: string | undefined;
  readonly draft: DraftWithoutPlace;
  /** Undefined: the place stays what it is. */
  readonly position: Draft['position'] | undefined;
}

/** A file that was read: its good rows, and what is wrong with the others. */
export interface FileContents {
  readonly rows: readonly FileRow[];
  readonly findings: readonly Finding[];
}

type Raw = { readonly [Column in FileColumn]?: unknown };

/** Reads an import. Never throws: what cannot be read is a finding. */
export function readFile(bytes: Uint8Array, format: 'csv' | 'geojson'): FileContents {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return broken('body', 'malformed');
  }
  const read = format === 'csv' ? rawCsv(text) : rawGeoJson(text);
  if ('code' in read) return broken(read.where, read.code);
  const rows: FileRow[] = [];
  const findings: Finding[] = [];
  const seen = new Set<string>();
  read.forEach((raw, at) => {
    const number = at + 1;
    const one = rowOf(number, raw);
    for (const { where, code } of one.faults) findings.push({ where: `row/${number}/${where}`, code });
    const { id } = one.row;
    if (id !== undefined && seen.has(id)) findings.push({ where: `row/${number}/id`, code: 'not-unique' });
    if (id !== undefined) seen.add(id);
    rows.push(one.row);
  });
  return rows.length === 0 ? broken('body', 'too-short') : { rows, findings };
}

function broken(where: string, code: string): FileContents {
  return { rows: [], findings: [{ where, code }] };
}

function rawCsv(text: string): Raw[] | Finding {
  try {
    const [header = [], ...lines] = readCsv(text);
    const names = header.map((name) => name.trim());
    if (names.some((name) => !isColumn(name))) return { where: 'body', code: 'unknown-field' };
    if (new Set(names).size < names.length) return { where: 'body', code: 'not-unique' };
    const wrong = lines.findIndex((line) => line.length !== names.length);
    if (wrong >= 0) return { where: `row/${wrong + 1}`, code: 'malformed' };
    return lines.map((line) => rawLine(names as FileColumn[], line));
  } catch (error) {
    if (!(error instanceof CsvBroken)) throw error;
    return { where: error.row === 0 ? 'body' : `row/${error.row}`, code: 'malformed' };
  }
}

function isColumn(name: string): name is FileColumn {
  return (fileColumns as readonly string[]).includes(name);
}

/** An empty cell is one that is not there. */
function rawLine(names: readonly FileColumn[], line: readonly string[]): Raw {
  const raw: Partial<Record<FileColumn, unknown>> = {};
  names.forEach((name, at) => {
    const cell = line[at]!;
    if (cell.trim() !== '') raw[name] = fromCell(name, cell);
  });
  return raw;
}

function fromCell(name: FileColumn, text: string): unknown {
  const cell = text.trim();
  switch (name) {
    case 'name':
    case 'address':
    case 'dutyRole':
      return text;
    case 'lng':
    case 'lat':
      return /^-?\d{1,3}(\.\d{1,15})?$/.test(cell) ? Number(cell) : cell;
    case 'confidential':
      return cell === 'true' ? true : cell === 'false' ? false : cell;
    case 'facilities':
      return cell.split(/[;\s]+/).filter((one) => one !== '');
    default:
      return cell;
  }
}

function rawGeoJson(text: string): Raw[] | Finding {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { where: 'body', code: 'malformed' };
  }
  if (!isObject(value) || value['type'] !== 'FeatureCollection' || !Array.isArray(value['features']))
    return { where: 'body', code: 'malformed' };
  const rows: Raw[] = [];
  for (const [at, feature] of (value['features'] as unknown[]).entries()) {
    const raw = rawFeature(feature, value['crs']);
    if (typeof raw === 'string') return { where: `row/${at + 1}`, code: raw };
    rows.push(raw);
  }
  return rows;
}

function rawFeature(feature: unknown, crs: unknown): Raw | string {
  if (!isObject(feature) || feature['type'] !== 'Feature') return 'malformed';
  const properties = feature['properties'] ?? {};
  if (!isObject(properties)) return 'malformed';
  const given = Object.entries(properties).filter(([, value]) => value !== null);
  if (given.some(([name]) => !isColumn(name) || name === 'lng' || name === 'lat')) return 'unknown-field';
  const raw = Object.fromEntries(given);
  const geometry = feature['geometry'];
  if (geometry === null || geometry === undefined) return raw;
  if (!isObject(geometry) || geometry['type'] !== 'Point' || !Array.isArray(geometry['coordinates']))
    return 'malformed';
  const [lng, lat] = geometry['coordinates'] as unknown[];
  return { crs: crs ?? 'GCJ-02', ...raw, lng, lat };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const nowhere: Draft['position'] = { lng: 0, lat: 0, crs: 'GCJ-02' };

function rowOf(number: number, raw: Raw): { row: FileRow; faults: Finding[] } {
  const { id, federation, lng, lat, crs, areaLng: _, areaLat: __, areaRadius: ___, ...rest } = raw;
  const faults: Finding[] = [];
  const placed = lng !== undefined || lat !== undefined;
  const whole = { ...rest, position: placed ? { lng, lat, crs: crs ?? 'GCJ-02' } : nowhere };
  const parsed = ServicePointDraft.safeParse(whole);
  for (const issue of parsed.error?.issues ?? []) {
    const [first, second] = issue.path;
    const where = first === 'position' ? String(second ?? 'lng') : String(first ?? '');
    faults.push({ where, code: issueCode(issue, whole) });
  }
  if (id !== undefined && !ServicePointId.safeParse(id).success) faults.push({ where: 'id', code: 'bad-format' });
  if (federation !== undefined && !(typeof federation === 'string' && /^\d{12}$/.test(federation)))
    faults.push({ where: 'federation', code: 'bad-format' });
  const { position, ...draft } = parsed.data ?? { category: 'nursing-room', name: '-', position: nowhere };
  return {
    row: {
      number,
      id: typeof id === 'string' ? id : undefined,
      federation: typeof federation === 'string' ? federation : undefined,
      draft,
      position: placed ? position : undefined,
    },
    faults,
  };
}
