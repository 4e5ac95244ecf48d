import {
  erasableFrom,
  nextOf,
  ownActsAllowed,
  ownEventOf,
  reopenUntil,
  type CaseEventRecord,
  type CaseFacts,
} from '@fulian/contract/rules/case';
import type { components } from '@fulian/contract/types';
import { filesNamed, type CaseFile, type CaseFiles } from '../cases/case-files.js';
import type { CaseEventRow, CaseRecord, CaseRepository } from '../cases/case-repository.js';
import { factsOf, type CasePlace } from '../cases/case-rows.js';
import type { CaseRulebook, CaseRules } from '../cases/case-rules.js';
import { CaseSeals } from '../cases/case-seals.js';
import type { Clock } from '../clock.js';
import type { Database, Scope } from '../database/database.js';
import type { FederationNames } from '../federations/names.js';
import type { FederationRepository } from '../federations/repository.js';
import type { Forms } from '../help-requests/forms.js';
import type { FederationKeys } from '../keys/federation-keys.js';
import { ProblemError } from '../problem.js';
import { isReadable } from './readable.js';

type Schemas = components['schemas'];

/** What showing a case to its requester needs. */
export interface OwnCaseParts {
  readonly database: Database;
  readonly cases: CaseRepository;
  readonly files: CaseFiles;
  readonly rulebook: CaseRulebook;
  readonly federations: FederationRepository;
  readonly forms: Forms;
  readonly names: FederationNames;
  readonly federationKeys: FederationKeys;
  readonly clock: Clock;
}

/** What is read of a case's events; more than any case has. */
const mostEvents = 5_000;
/** What is shown of them, the newest. */
const mostShown = 500;
const mostFiles = 200;
/** So often somebody may change the case while she has it deleted before she is asked to try again. */
const mostErasures = 5;

type NamedFile = Pick<CaseFile, 'attachment'>;

/** Her case, read and opened. */
interface OpenedOwnCase {
  readonly row: CaseRecord;
  readonly facts: CaseFacts;
  readonly rules: CaseRules;
  readonly seals: CaseSeals;
}

/** Shows a case to its requester, and deletes it for her. Whatever is not there any more throws `case-token-refused`. */
export class OwnCases {
  constructor(private readonly parts: OwnCaseParts) {}

  /** Whether there is still such a case. */
  async exists(place: CasePlace): Promise<boolean> {
    return (await this.parts.cases.find(scopeOf(place), place)) !== undefined;
  }

  /** The case as she may see it. */
  async read(place: CasePlace): Promise<Schemas['OwnCase']> {
    return this.#shown(place, await this.#open(place));
  }

  /** Everything that is stored about her (PIPL article 45). */
  async export(place: CasePlace): Promise<Schemas['OwnCaseExport']> {
    const opened = await this.#open(place);
    const { narrative, needs, exclusionNote, risk, consents, ...rest } = opened.seals.openContents(opened.row);
    const units = opened.row.excluded_units;
    return {
      exportedAt: this.parts.clock.now().toISOString(),
      case: await this.#shown(place, opened),
      request: {
        ...rest,
        risk: [...risk],
        consents: [...consents],
        ...(narrative !== undefined && { narrative }),
        ...(needs && { needs }),
        ...(units.length > 0 && {
          exclusion: { units, ...(exclusionNote !== undefined && { note: exclusionNote }) },
        }),
      },
    };
  }

  /** A file of the case that is for her, and the scope that reads it. Throws `attachment-unknown`. */
  async file(place: CasePlace, id: string): Promise<{ readonly file: CaseFile; readonly scope: Scope }> {
    const { cases, files } = this.parts;
    const scope = scopeOf(place);
    const { seals } = await this.#open(place);
    const [events, [file]] = await Promise.all([
      cases.events(scope, place, { limit: mostEvents }),
      files.of(scope, place, seals, id),
    ]);
    if (!file || hiddenFiles(events).has(id)) throw new ProblemError('attachment-unknown');
    return { file, scope };
  }

  /** Deletes the case's key, and with it the case (S8). Throws `erasure-too-early`. */
  async erase(place: CasePlace): Promise<void> {
    const { database, clock } = this.parts;
    for (let attempt = 1; attempt <= mostErasures; attempt += 1) {
      const { facts, rules } = await this.#open(place);
      const now = clock.now();
      if (!ownActsAllowed(facts, now, rules).includes('erase')) throw new ProblemError('erasure-too-early');
      const [row] = await database.call<{ outcome: string }>(
        'erase-case',
        'select erase_case($1, $2, $3, $4) as outcome',
        [place.home, place.id, facts.revision, now],
      );
      if (row?.outcome === 'erased') return;
      if (row?.outcome === 'gone') throw new ProblemError('case-token-refused');
    }
    throw new ProblemError('unavailable', { retryAfter: 1 });
  }

  async #open(place: CasePlace): Promise<OpenedOwnCase> {
    const row = await this.parts.cases.find(scopeOf(place), place);
    if (!row) throw new ProblemError('case-token-refused');
    const facts = factsOf(row);
    const [rules, seals] = await Promise.all([
      this.parts.rulebook.of(facts.owner),
      CaseSeals.open(this.parts.federationKeys, place, row.wrapped),
    ]);
    return { row, facts, rules, seals };
  }

  async #shown(place: CasePlace, { row, facts, rules, seals }: OpenedOwnCase): Promise<Schemas['OwnCase']> {
    const { cases, files, federations, forms, clock } = this.parts;
    const scope = scopeOf(place);
    const [events, found, handledBy, form] = await Promise.all([
      cases.events(scope, place, { limit: mostEvents }),
      files.of(scope, place, seals),
      federations.find(facts.owner),
      forms.recent(row.portal),
    ]);
    if (!handledBy) throw new ProblemError('case-token-refused');
    const hidden = hiddenFiles(events);
    const visible = found.filter((file) => !hidden.has(file.attachment.id)).map(named);
    const now = clock.now();
    const until = reopenUntil(facts, rules.reopenDays);
    const erasable = erasableFrom(facts, rules.eraseAfterDays);
    const category = form?.categories.find((one) => one.code === facts.category);
    return {
      number: row.number,
      state: facts.state,
      category: facts.category,
      ...(category && { categoryName: category.label }),
      grade: facts.grade,
      submittedAt: facts.submittedAt,
      home: place.home,
      handledBy,
      idleMinutes: rules.idleMinutes,
      next: nextOf(facts, now, rules),
      timeline: await this.#timeline(events, rules, seals, visible),
      attachments: visible.slice(0, mostFiles).map((file) => file.attachment),
      ...(facts.satisfied !== undefined && { satisfied: facts.satisfied }),
      ...(until && now < until && { reopenUntil: until.toISOString() }),
      ...(erasable && { erasableFrom: erasable.toISOString() }),
      may: ownActsAllowed(facts, now, rules),
    };
  }

  async #timeline(
    events: readonly CaseEventRow[],
    rules: CaseRules,
    seals: CaseSeals,
    visible: readonly NamedFile[],
  ): Promise<Schemas['OwnCaseEvent'][]> {
    const units = events.flatMap((event) => (event.facts.unit === undefined ? [] : [event.facts.unit]));
    const unitName = await this.parts.names.of(units);
    const nameOf = (code: string) =>
      rules.partners.find((one) => one.code === code)?.name['zh-CN'] ??
      (/^\d{12}$/.test(code) ? unitName(code) : undefined);
    const shown: Schemas['OwnCaseEvent'][] = [];
    for (const event of events) {
      if (shown.length === mostShown) break;
      const own = ownEventOf(recordOf(event, seals, visible), nameOf);
      if (own) shown.push(own);
    }
    return shown.reverse();
  }
}

/** Files that came with what is not for her: notes of staff, what a visit brought. */
function hiddenFiles(
  events: readonly Pick<CaseEventRow, 'kind' | 'actor_kind' | 'internal' | 'facts'>[],
): ReadonlySet<string> {
  return new Set(events.filter((event) => !isReadable(event)).flatMap((event) => [...(event.facts.attachments ?? [])]));
}

/** With its name, which is opened for her alone. */
function named({ attachment, openName }: CaseFile): NamedFile {
  return { attachment: { ...attachment, name: openName() } };
}

function recordOf(event: CaseEventRow, seals: CaseSeals, visible: readonly NamedFile[]): CaseEventRecord {
  const readable = isReadable(event);
  return {
    seq: event.seq,
    at: event.at.toISOString(),
    kind: event.kind,
    by: event.actor_kind,
    internal: event.internal,
    facts: event.facts,
    ...(readable && event.words && { words: seals.openWords(event.seq, event.words) }),
    ...(readable && event.facts.attachments && { attachments: filesNamed(event.facts.attachments, visible) }),
  };
}

function scopeOf({ home, id }: CasePlace) {
  return { scope: 'receipt', federation: home, request: id } as const;
}
