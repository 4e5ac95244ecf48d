import { BoundedCache } from '../bounded-cache.js';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import type { FederationRepository, FederationSummary } from '../federations/repository.js';
import { chainOf } from '../federations/tree.js';
import { buildHelpForm, type HelpForm, type HelpFormPatch } from './help-form.js';

/** How long a submit may use a form that was changed meanwhile, in milliseconds. */
const staleMs = 10_000;
const rememberedForms = 1_000;
const rememberedCodes = 50_000;
/** No federation has more below it; a list of units is for choosing from, not for paging. */
const mostUnits = 500;

/** Reads what federations ask. */
export class Forms {
  readonly #recent: BoundedCache<Promise<HelpForm | undefined>>;
  readonly #known: BoundedCache<true>;

  constructor(
    private readonly database: Database,
    private readonly federations: FederationRepository,
    clock: Clock,
  ) {
    this.#recent = new BoundedCache(clock, rememberedForms, staleMs);
    this.#known = new BoundedCache(clock, rememberedCodes, staleMs * 6);
  }

  /** The form of a federation as it is now; undefined where there is no such federation. */
  async read(code: string): Promise<HelpForm | undefined> {
    const [federation, children, patches] = await Promise.all([
      this.federations.find(code),
      this.federations.children(code, '', mostUnits),
      this.#patches(chainOf(code)),
    ]);
    if (!federation) return undefined;
    const { parents, phone: _, ...own } = federation;
    const units: FederationSummary[] = [...parents, own, ...children];
    return buildHelpForm(federation, units, patches);
  }

  /** The same, at most ten seconds old: what a submit is checked against, without a round trip of its own. */
  async recent(code: string): Promise<HelpForm | undefined> {
    return BoundedCache.through(this.#recent, code, () => this.read(code));
  }

  /** Those of the codes that no federation has. What exists is remembered for a minute. */
  async unknown(codes: readonly string[]): Promise<string[]> {
    const open = codes.filter((code) => this.#known.get(code) === undefined);
    const existing = await this.federations.existing(open);
    for (const code of existing) this.#known.set(code, true);
    return open.filter((code) => !existing.has(code));
  }

  /** Throws `HelpFormBroken` where any federation's stored configuration is broken. */
  async assertUsable(): Promise<void> {
    const rows = await this.database.kysely
      .selectFrom('federation_settings')
      .select('federation')
      .where('name', '=', 'help-form')
      .orderBy('federation')
      .execute();
    for (const { federation } of rows) await this.read(federation);
  }

  async #patches(chain: readonly string[]): Promise<HelpFormPatch[]> {
    const rows = await this.database.kysely
      .selectFrom('federation_settings')
      .innerJoin('federations', 'federations.code', 'federation_settings.federation')
      .select('value')
      .where('federation_settings.name', '=', 'help-form')
      .where('federation', 'in', chain)
      .orderBy('depth')
      .execute();
    return rows.map((row) => row.value as HelpFormPatch);
  }
}
