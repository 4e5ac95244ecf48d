import type { StaffClient } from '../../staff.js';
import type { FederationSummary, StaffMember } from './types.js';

/** Who works where, and which federations there are; remembered, because a dialog asks for it again and again. */
export class Directory {
  private readonly workersOf = new Map<string, Promise<readonly StaffMember[]>>();
  private readonly places = new Map<string, Promise<readonly FederationSummary[]>>();

  constructor(private readonly client: StaffClient) {}

  /** Who can be given a case of a federation. Rejects with a FulianError. */
  workers(code: string): Promise<readonly StaffMember[]> {
    return remembered(this.workersOf, code, async () => {
      const all: StaffMember[] = [];
      for await (const { items } of this.client.pages('listCaseWorkers', { path: { code }, query: { limit: 500 } }))
        all.push(...items);
      return all;
    });
  }

  /** Federations whose name contains the words. Rejects with a FulianError. */
  async findFederations(words: string): Promise<readonly FederationSummary[]> {
    const q = words.trim();
    if (q === '') return [];
    return (await this.client.searchFederations({ query: { q, limit: 20 } })).items;
  }

  /** The divisions directly below one. Rejects with a FulianError. */
  placesBelow(code: string): Promise<readonly FederationSummary[]> {
    return remembered(this.places, code, async () => {
      const all: FederationSummary[] = [];
      for await (const { items } of this.client.pages('listChildFederations', {
        path: { code },
        query: { limit: 500 },
      }))
        all.push(...items);
      return all;
    });
  }

  /** Lets go of all names. */
  forget(): void {
    this.workersOf.clear();
    this.places.clear();
  }
}

/** The same answer for the same question, unless it failed. */
function remembered<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const before = known.get(key);
  if (before) return before;
  const asked = ask();
  known.set(key, asked);
  asked.catch(() => known.delete(key));
  return asked;
}
