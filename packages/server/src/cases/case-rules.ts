import { examples } from '@fulian/contract/examples';
import { CaseRules as CaseRulesSchema } from '@fulian/contract/schemas';
import type { components } from '@fulian/contract/types';
import { BoundedCache } from '../bounded-cache.js';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import type { FederationRepository } from '../federations/repository.js';
import { chainOf } from '../federations/tree.js';

/** How a federation handles cases. */
export type CaseRules = components['schemas']['CaseRules'];

/** What a federation sets for itself and those below it; a field replaces the whole field of the federation above. */
export type CaseRulesPatch = Partial<CaseRules>;

/** A federation's stored rules break the contract. `message` names the place, not the content. */
export class CaseRulesBroken extends Error {
  override readonly name = 'CaseRulesBroken';
  readonly code = 'case-rules-broken';
}

/** The example of the contract without its partner agency, which is somebody's own. */
const standard: CaseRules = {
  ...(examples.getCaseRules.answers.standard as unknown as CaseRules),
  partners: [],
};

/** How long a case may be handled by rules that were changed meanwhile, in milliseconds. */
const staleMs = 10_000;
const remembered = 1_000;

/**
 * The rules of a federation: the standard ones, changed by the patches of the federations from the province down to itself.
 * Throws `CaseRulesBroken` where the result does not keep to the contract.
 */
export function buildCaseRules(code: string, patches: readonly CaseRulesPatch[]): CaseRules {
  const strange =
    patches.flatMap((patch) => Object.keys(patch)).find((key) => !(key in standard)) ?? strangeKeyOf(patches);
  const rules = Object.assign({}, standard, ...patches) as CaseRules;
  const checked = CaseRulesSchema.safeParse(rules);
  const last = rules.limits?.at(-1);
  const place =
    strange ??
    (checked.success ? undefined : checked.error.issues[0]!.path.join('/')) ??
    (last?.categories || last?.grades ? 'limits' : undefined) ??
    (rules.limits.some((rule) => [rule.firstContact, rule.acceptance, rule.resolution, rule.extension].some(isNoSpan))
      ? 'limits'
      : undefined);
  if (place !== undefined)
    throw new CaseRulesBroken(
      `The case rules of the federation ${code} or of one above it are not usable at '${place}': correct federation_settings.`,
    );
  return rules;
}

const ruleKeys = ['categories', 'grades', 'firstContact', 'acceptance', 'resolution', 'extension'];

/** A key that no limit knows: `grade` instead of `grades` would make a rule fit everything. */
function strangeKeyOf(patches: readonly CaseRulesPatch[]): string | undefined {
  const rules = patches.flatMap((patch) => (Array.isArray(patch.limits) ? patch.limits : []));
  const isStrange = (rule: object) => Object.keys(rule).some((key) => !ruleKeys.includes(key));
  return rules.some(isStrange) ? 'limits' : undefined;
}

function isNoSpan({ hours, workingDays }: components['schemas']['Span']): boolean {
  return (hours === undefined) === (workingDays === undefined);
}

/** Reads how federations handle cases. */
export class CaseRulebook {
  readonly #recent: BoundedCache<Promise<CaseRules | undefined>>;

  constructor(
    private readonly database: Database,
    private readonly federations: FederationRepository,
    clock: Clock,
  ) {
    this.#recent = new BoundedCache(clock, remembered, staleMs);
  }

  /** The rules of a federation as they are now; undefined where there is no such federation. */
  async read(code: string): Promise<CaseRules | undefined> {
    const [existing, rows] = await Promise.all([
      this.federations.existing([code]),
      this.database.kysely
        .selectFrom('federation_settings')
        .innerJoin('federations', 'federations.code', 'federation_settings.federation')
        .select('value')
        .where('federation_settings.name', '=', 'case-rules')
        .where('federation', 'in', chainOf(code))
        .orderBy('depth')
        .execute(),
    ]);
    if (!existing.has(code)) return undefined;
    return buildCaseRules(
      code,
      rows.map((row) => row.value as CaseRulesPatch),
    );
  }

  /** The same, at most ten seconds old. */
  async recent(code: string): Promise<CaseRules | undefined> {
    return BoundedCache.through(this.#recent, code, () => this.read(code));
  }

  /** Of a federation that exists; throws where it does not. */
  async of(code: string): Promise<CaseRules> {
    const rules = await this.recent(code);
    if (!rules) throw new Error(`There is no federation ${code}`);
    return rules;
  }

  /** Throws `CaseRulesBroken` where any federation's stored rules are broken. */
  async assertUsable(): Promise<void> {
    const rows = await this.database.kysely
      .selectFrom('federation_settings')
      .select('federation')
      .where('name', '=', 'case-rules')
      .orderBy('federation')
      .execute();
    for (const { federation } of rows) await this.read(federation);
  }
}
