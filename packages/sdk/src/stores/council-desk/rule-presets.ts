import type { BallotRules, RulePreset } from './types.js';

const share = (numerator: number, denominator: number) => ({ numerator, denominator });
const half = share(1, 2);
const common = {
  version: 1,
  abstain: true,
  revote: true,
  quorum: { share: half, counts: 'cast' },
} as const;
const motion = { ...common, method: 'yes-no', secrecy: 'open', tie: 'fails' } as const;
/** People are elected in secret, and a tie between them is no matter of lots or of a chair unless the council wants it so. */
const election = { ...common, secrecy: 'secret', revote: false, base: 'decided', tie: 'again' } as const;

const rulesOf: { readonly [Id in RulePreset['id']]: BallotRules } = {
  'simple-majority': { ...motion, base: 'cast', threshold: { share: half, relation: 'more-than' } },
  'absolute-majority': { ...motion, base: 'eligible', threshold: { share: half, relation: 'more-than' } },
  'two-thirds-of-roll': { ...motion, base: 'eligible', threshold: { share: share(2, 3), relation: 'at-least' } },
  'elect-one': { ...election, method: 'single' },
  'elect-several': { ...election, method: 'approval', seats: 2, picks: { min: 1, max: 2 } },
  'order-of-preference': { ...election, method: 'instant-runoff' },
  'elect-several-by-preference': { ...election, method: 'stv', seats: 2 },
  points: { ...common, method: 'score', secrecy: 'open', base: 'cast', scale: { min: 0, max: 5 }, tie: 'again' },
};

/** Sets of rules to begin with, the usual one first. Every one of them is said in full by its rules; nothing hides behind its name. */
export const rulePresets: readonly RulePreset[] = (Object.keys(rulesOf) as RulePreset['id'][]).map((id) => ({
  id,
  rules: rulesOf[id],
}));
