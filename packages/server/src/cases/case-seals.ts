import type { components } from '@fulian/contract/types';
import { caseKeyPlace, type FederationKeys } from '../keys/federation-keys.js';
import { open, seal } from '../keys/seal.js';
import type { CasePlace } from './case-rows.js';

type Schemas = components['schemas'];

/** What a request's sealed columns hold, opened. */
export interface CaseContents {
  readonly narrative: string | undefined;
  readonly asker: Schemas['Asker'];
  readonly identity: Schemas['Identity'];
  readonly safeContact: Schemas['SafeContactPlan'];
  readonly risk: readonly Schemas['RiskAnswer'][];
  readonly concernedPerson: Schemas['ConcernedPerson'];
  readonly childrenPresent: Schemas['Answer'];
  readonly needs: Schemas['Needs'] | undefined;
  readonly exclusionNote: string | undefined;
  readonly consents: readonly Schemas['Consent'][];
}

/** The sealed columns of a request. */
export interface SealedColumns {
  readonly narrative: Buffer | null;
  readonly asker: Buffer;
  readonly contact: Buffer;
  readonly risk: Buffer;
  readonly needs: Buffer | null;
  readonly exclusion_note: Buffer | null;
  readonly consents: Buffer;
}

/** The names of `SealedColumns`. */
export const sealedColumns = ['narrative', 'asker', 'contact', 'risk', 'needs', 'exclusion_note', 'consents'] as const;

/** The key of one case, and what it seals (S8). Bound to the federation that the case came to first, whoever handles it. */
export class CaseSeals {
  private constructor(
    private readonly place: CasePlace,
    /** The case key. */
    readonly key: Buffer,
  ) {}

  /** Opens a case's key. Throws `SealBroken`. */
  static async open(federationKeys: FederationKeys, place: CasePlace, wrapped: Uint8Array): Promise<CaseSeals> {
    const { home, id } = place;
    return new CaseSeals(place, open(await federationKeys.of(home), caseKeyPlace(home, id), wrapped));
  }

  /** Words of an event. */
  sealWords(seq: number, words: string): Buffer {
    return seal(this.key, this.#eventPlace(seq), words);
  }

  openWords(seq: number, sealed: Uint8Array): string {
    return open(this.key, this.#eventPlace(seq), sealed).toString('utf8');
  }

  /** What staff keeps beside what the requester wrote. */
  sealColumn(column: 'helpers' | 'plan', value: unknown): Buffer {
    return seal(this.key, this.#columnPlace(column), JSON.stringify(value));
  }

  openHelpers(sealed: Uint8Array | null): Schemas['Helper'][] {
    return sealed ? (this.#json('helpers', sealed) as Schemas['Helper'][]) : [];
  }

  openPlan(sealed: Uint8Array | null): Schemas['HouseholdPlan'] | undefined {
    return sealed ? (this.#json('plan', sealed) as Schemas['HouseholdPlan']) : undefined;
  }

  openContents(row: SealedColumns): CaseContents {
    const text = (column: string, sealed: Uint8Array | null) =>
      sealed ? open(this.key, this.#columnPlace(column), sealed).toString('utf8') : undefined;
    const { asker, identity } = this.#json('asker', row.asker) as Pick<CaseContents, 'asker' | 'identity'>;
    const risk = this.#json('risk', row.risk) as {
      answers: Schemas['RiskAnswer'][];
      childrenPresent: Schemas['Answer'];
      concernedPerson: Schemas['ConcernedPerson'];
    };
    const consents = this.#json('consents', row.consents) as (Schemas['Consent'] & { at: string })[];
    return {
      narrative: text('narrative', row.narrative),
      asker,
      identity,
      safeContact: this.#json('contact', row.contact) as Schemas['SafeContactPlan'],
      risk: risk.answers,
      childrenPresent: risk.childrenPresent,
      concernedPerson: risk.concernedPerson,
      needs: row.needs ? (this.#json('needs', row.needs) as Schemas['Needs']) : undefined,
      exclusionNote: text('exclusion_note', row.exclusion_note),
      consents: consents.map(({ kind, version, givenBy }) => ({ kind, version, givenBy })),
    };
  }

  #json(column: string, sealed: Uint8Array): unknown {
    return JSON.parse(open(this.key, this.#columnPlace(column), sealed).toString('utf8'));
  }

  #columnPlace(column: string): string[] {
    return ['help_requests', column, this.place.home, this.place.id];
  }

  #eventPlace(seq: number): string[] {
    return ['case_events', 'words', this.place.home, this.place.id, String(seq)];
  }
}
