import {
  callAllowed,
  overdueLevel,
  seesCase,
  standingOf,
  stepsAllowed,
  type CaseEventFacts,
  type CaseFacts,
} from '@fulian/contract/rules/case';
import type { components } from '@fulian/contract/types';
import type { Clock } from '../clock.js';
import type { FederationNames } from '../federations/names.js';
import { readCursor, writeCursor } from '../http/cursor.js';
import type { FederationKeys } from '../keys/federation-keys.js';
import { ProblemError } from '../problem.js';
import { actorOf } from '../staff/audit-chain.js';
import type { AuditLog } from '../staff/audit.js';
import type { StaffMember } from '../staff/staff.js';
import { filesNamed, type CaseFile, type CaseFiles } from './case-files.js';
import type { CaseEventRow, CaseRecord, CaseRepository, CaseScope } from './case-repository.js';
import { caseIdOf, factsOf, placeOfId, summaryOf, type CasePlace } from './case-rows.js';
import type { CaseRulebook } from './case-rules.js';
import { CaseSeals, type CaseContents } from './case-seals.js';
import { staffOf } from './case-steps.js';

type Schemas = components['schemas'];

/** What showing cases needs. */
export interface CaseViewParts {
  readonly cases: CaseRepository;
  readonly files: CaseFiles;
  readonly rulebook: CaseRulebook;
  readonly names: FederationNames;
  readonly federationKeys: FederationKeys;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly cursorKey: Uint8Array;
}

/** A case that was found for somebody, opened. */
interface OpenedCase {
  readonly place: CasePlace;
  readonly scope: CaseScope;
  readonly row: CaseRecord;
  readonly facts: CaseFacts;
  readonly seals: CaseSeals;
  /** It was offered to her without saying whose it is: until it is accepted she sees what it is about and no more. */
  readonly isVeiled: boolean;
}

const mostRepeats = 20;
const mostTransferEvents = 300;
const defaultLimit = 50;
const transferKinds = ['offer-transfer', 'accept-transfer', 'return-transfer', 'cancel-transfer'] as const;

/** Shows cases to staff: what the database lets her see, opened. */
export class CaseView {
  constructor(private readonly parts: CaseViewParts) {}

  /** One case, after an entry in the audit log (S7). Throws `case-unknown`. */
  async read(member: StaffMember, caseId: string): Promise<Schemas['Case']> {
    const opened = await this.#open(member, caseId);
    await this.#audit(member, opened.place, 'getCase');
    return this.#caseOf(member, opened);
  }

  /**
   * The same after a step. The step's own entry says that she saw it; where it had been taken before, there is one for this look.
   * Who gave the case away by the step, as a receiver who returns it, is shown what it is about and no more.
   */
  async after(
    member: StaffMember,
    caseId: string,
    { replayed }: { readonly replayed: boolean },
  ): Promise<Schemas['Case']> {
    const opened = (await this.#find(member, caseId)) ?? (await this.#givenAway(caseId));
    if (replayed) await this.#audit(member, opened.place, 'takeCaseStep');
    return this.#caseOf(member, opened);
  }

  /** Events, the newest first. Throws `case-unknown` and `cursor-invalid`. */
  async events(
    member: StaffMember,
    caseId: string,
    { cursor, limit = defaultLimit }: { cursor?: string | undefined; limit?: number | undefined },
  ): Promise<Schemas['CaseEventPage']> {
    const { cases, files, cursorKey } = this.parts;
    const opened = await this.#open(member, caseId);
    const { scope, place, seals, facts } = opened;
    const listing = ['listCaseEvents', caseId];
    const [before] = readCursor(cursorKey, listing, cursor, 1) ?? [];
    const wanted = Math.min(limit, 200);
    const rows = await cases.events(scope, place, {
      ...(before !== undefined && { before: Number(before) }),
      limit: wanted + 1,
      ...(opened.isVeiled && { kinds: ['offer-transfer'] as const }),
    });
    const visible = opened.isVeiled ? rows.filter((row) => row.seq === facts.offer?.id) : rows;
    const shown = visible.slice(0, wanted);
    const last = shown.at(-1);
    const all = opened.isVeiled ? [] : await files.of(scope, place, seals);
    const items = await this.#eventsOf(shown, opened, all);
    await this.#audit(member, place, 'listCaseEvents', shown.length);
    return {
      items,
      ...(visible.length > wanted && last && { nextCursor: writeCursor(cursorKey, listing, [String(last.seq)]) }),
    };
  }

  /** A file of a case that she may see. Throws `case-unknown` and `attachment-unknown`. */
  async file(member: StaffMember, caseId: string, id: string): Promise<{ file: CaseFile; scope: CaseScope }> {
    const { place, scope, seals, isVeiled } = await this.#open(member, caseId);
    const [file] = isVeiled ? [] : await this.parts.files.of(scope, place, seals, id);
    if (!file) throw new ProblemError('attachment-unknown');
    await this.#audit(member, place, 'downloadCaseAttachment');
    return { file, scope };
  }

  async #open(member: StaffMember, caseId: string): Promise<OpenedCase> {
    const opened = await this.#find(member, caseId);
    if (!opened) throw new ProblemError('case-unknown');
    return opened;
  }

  async #find(member: StaffMember, caseId: string): Promise<OpenedCase | undefined> {
    const place = placeOfId(caseId);
    const scope: CaseScope = { scope: 'staff', federation: member.federation };
    const row = await this.parts.cases.find(scope, place);
    const facts = row && factsOf(row);
    // The database has shown her no other; both must hold (S6).
    if (!row || !facts || !seesCase(facts, member.federation)) return undefined;
    const seals = await CaseSeals.open(this.parts.federationKeys, place, row.wrapped);
    const isVeiled = standingOf(facts, member.federation) === 'receiver' && facts.offer?.named === false;
    return { place, scope, row, facts, seals, isVeiled };
  }

  /** For who has just taken a step with it. Throws `case-unknown` where it was deleted since. */
  async #givenAway(caseId: string): Promise<OpenedCase> {
    const place = placeOfId(caseId);
    const scope: CaseScope = { scope: 'receipt', federation: place.home, request: place.id };
    const row = await this.parts.cases.find(scope, place);
    if (!row) throw new ProblemError('case-unknown');
    const seals = await CaseSeals.open(this.parts.federationKeys, place, row.wrapped);
    return { place, scope, row, facts: factsOf(row), seals, isVeiled: true };
  }

  async #audit(member: StaffMember, place: CasePlace, operation: string, rows?: number): Promise<void> {
    await this.parts.audit.add(place.home, {
      actor: actorOf(member),
      operation,
      request: place.id,
      ...(rows !== undefined && { rows }),
    });
  }

  async #caseOf(member: StaffMember, opened: OpenedCase): Promise<Schemas['Case']> {
    const { cases, files, names, clock } = this.parts;
    const { place, scope, row, facts, seals, isVeiled } = opened;
    const now = clock.now();
    const [transferRows, found, repeats] = await Promise.all([
      cases.events(scope, place, { limit: mostTransferEvents, kinds: transferKinds }),
      isVeiled ? [] : files.of(scope, place, seals),
      isVeiled ? [] : cases.repeats(scope, row, mostRepeats + facts.dismissed.length),
    ]);
    const others = repeats.filter((one) => !facts.dismissed.includes(caseIdOf(one))).slice(0, mostRepeats);
    const nameOf = await names.of([
      row.owner,
      ...facts.joint,
      ...others.map((one) => one.owner),
      ...transferRows.flatMap((one) => [one.actor_unit, one.facts.unit]).filter((code) => typeof code === 'string'),
    ]);
    const contents = isVeiled ? veiled(seals.openContents(row)) : seals.openContents(row);
    const call = callAllowed(contents.safeContact, now);
    const plan = isVeiled ? undefined : seals.openPlan(row.plan);
    return {
      summary: summaryOf(row, now, nameOf),
      ...(contents.narrative !== undefined && { narrative: contents.narrative }),
      asker: contents.asker,
      identity: contents.identity,
      safeContact: contents.safeContact,
      risk: [...contents.risk],
      concernedPerson: contents.concernedPerson,
      childrenPresent: contents.childrenPresent,
      ...(contents.needs && { needs: contents.needs }),
      consents: [...contents.consents],
      ...(row.excluded_units.length > 0 &&
        !isVeiled && {
          exclusion: {
            units: row.excluded_units,
            ...(contents.exclusionNote !== undefined && { note: contents.exclusionNote }),
          },
        }),
      attachments: found.map((file) => file.attachment),
      limits: facts.limits.map(({ kind, due, metAt, ...times }) => ({
        kind,
        due,
        ...(metAt !== undefined && { metAt }),
        overdue: overdueLevel({ kind, due, ...times, ...(metAt !== undefined && { metAt }) }, now),
      })),
      extended: facts.extended,
      helpers: isVeiled ? [] : seals.openHelpers(row.helpers),
      ...(plan && { plan }),
      transfers: transfersOf(transferRows, opened, nameOf),
      joint: facts.joint.map((code) => ({ code, name: nameOf(code) })),
      followUps: [...facts.followUps].slice(-100),
      keyFamily: facts.keyFamily,
      ...(facts.transferConsent !== undefined && { transferConsent: facts.transferConsent }),
      ...(facts.satisfied !== undefined && { satisfied: facts.satisfied }),
      repeats: others.map((one) => ({ case: summaryOf(one, now, nameOf), same: one.same })),
      may: stepsAllowed(facts, staffOf(member)),
      callAllowed: call.allowed,
      ...(call.until && { callAllowedUntil: call.until.toISOString() }),
    };
  }

  async #eventsOf(
    rows: readonly CaseEventRow[],
    { facts, seals }: OpenedCase,
    files: readonly CaseFile[],
  ): Promise<Schemas['CaseEvent'][]> {
    const nameOf = await this.parts.names.of(
      rows.flatMap((row) => [row.actor_unit, row.facts.unit]).filter((code) => typeof code === 'string'),
    );
    const { partners } = await this.parts.rulebook.of(facts.owner);
    const partnerName = (code: string) => partners.find((one) => one.code === code)?.name['zh-CN'] ?? code;
    return rows.map((row) => {
      const attachments = filesNamed(row.facts.attachments, files);
      return {
        seq: row.seq,
        at: row.at.toISOString(),
        kind: row.kind,
        by: {
          kind: row.actor_kind,
          ...(row.actor_name !== null && { name: row.actor_name }),
          ...(row.actor_unit !== null && { unit: { code: row.actor_unit, name: nameOf(row.actor_unit) } }),
        },
        internal: row.internal,
        ...(row.words && { words: seals.openWords(row.seq, row.words) }),
        ...whatOf(row.facts, nameOf, partnerName),
        ...(attachments.length > 0 && { attachments }),
      };
    });
  }
}

function whatOf(
  facts: CaseEventFacts,
  nameOf: (code: string) => string,
  partnerName: (code: string) => string,
): Partial<Schemas['CaseEvent']> {
  const to =
    facts.grade ??
    facts.worker?.name ??
    (facts.unit === undefined ? undefined : nameOf(facts.unit)) ??
    (facts.partner === undefined ? undefined : partnerName(facts.partner));
  const { fromGrade, measure, on, reached, outcome, limit, level } = facts;
  return {
    ...(fromGrade !== undefined && { from: fromGrade }),
    ...(to !== undefined && { to }),
    ...(measure !== undefined && { measure }),
    ...(on !== undefined && { on }),
    ...(reached !== undefined && { reached }),
    ...(outcome !== undefined && { outcome }),
    ...(limit !== undefined && { limit }),
    ...(level !== undefined && { level }),
  };
}

/** All offers of a case, the oldest first, with what became of them. */
function transfersOf(
  rows: readonly CaseEventRow[],
  { facts, seals, isVeiled }: OpenedCase,
  nameOf: (code: string) => string,
): Schemas['CaseTransfer'][] {
  const states = {
    'accept-transfer': 'accepted',
    'return-transfer': 'returned',
    'cancel-transfer': 'cancelled',
  } as const;
  const offers = rows.filter((row) => row.kind === 'offer-transfer').reverse();
  return offers
    .filter((row) => !isVeiled || row.seq === facts.offer?.id)
    .slice(-100)
    .map((row): Schemas['CaseTransfer'] => {
      const end = rows.find((one) => one.facts.transfer === row.seq);
      const { unit, partner, named = false } = row.facts;
      const from = row.actor_unit ?? facts.home;
      return {
        id: row.seq,
        state: end ? states[end.kind as keyof typeof states] : 'offered',
        from: { code: from, name: nameOf(from) },
        ...(unit !== undefined && { to: { code: unit, name: nameOf(unit) } }),
        ...(partner !== undefined && { partner }),
        reason: row.words ? seals.openWords(row.seq, row.words).slice(0, 2000) : '–',
        named,
        offeredAt: row.at.toISOString(),
        ...(end && { answeredAt: end.at.toISOString() }),
        ...(end?.words && { answer: seals.openWords(end.seq, end.words).slice(0, 2000) }),
      };
    });
}

/** What a receiver sees who must not know yet whose case it is. */
function veiled(contents: CaseContents): CaseContents {
  return {
    ...contents,
    narrative: undefined,
    asker: { role: contents.asker.role },
    identity: { kind: 'anonymous' },
    safeContact: { channel: 'none', mayLeaveMessage: false, maySayWhoCalls: false },
    needs: undefined,
    exclusionNote: undefined,
  };
}
