import type { BallotFacts, BallotMethod, BallotRules, Choice } from '@fulian/contract/rules/council';
import * as fc from 'fast-check';

const every = [...'abcdef'];
const fraction = (atLeast: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.nat({ max: 6 }))
    .map(([denominator, part]) => ({ numerator: Math.min(denominator, Math.max(atLeast, part)), denominator }));

/** Any ballot of a method whose rules and choices fit (V1): two to six options, few voters for the most part, so that ties are common. */
export function elections(method: BallotMethod): fc.Arbitrary<BallotFacts> {
  const ids = method === 'yes-no' ? fc.constant(['yes', 'no']) : fc.shuffledSubarray(every, { minLength: 2 });
  return ids.chain((options) =>
    rulesOf(method, options).chain((rules) =>
      fc
        .record(
          {
            eligible: fc.oneof(
              { weight: 4, arbitrary: fc.nat({ max: 14 }) },
              { weight: 1, arbitrary: fc.nat({ max: 60 }) },
            ),
            share: fc.integer({ min: 4, max: 8 }),
            present: fc.nat({ max: 20 }),
            choices: fc.array(choiceOf(rules, options), { maxLength: 60, size: 'max' }),
          },
          { requiredKeys: ['eligible', 'share', 'choices'] },
        )
        .map(({ eligible, share, choices, present }) => ({
          rules,
          options: options.map((id) => ({ id })),
          eligible,
          // Nobody votes who may not: and mostly more than half do.
          choices: choices.slice(0, Math.ceil((eligible * share) / 8)),
          ...(present !== undefined && { present }),
        })),
    ),
  );
}

function rulesOf(method: BallotMethod, options: readonly string[]): fc.Arbitrary<BallotRules> {
  const count = options.length;
  const several = method === 'approval' || method === 'score' || method === 'stv';
  const moves = method === 'stv' || method === 'instant-runoff';
  const shares = method !== 'stv' && method !== 'score' && method !== 'schulze';
  return fc
    .record(
      {
        version: fc.constant(1),
        method: fc.constant(method),
        secrecy: fc.constantFrom('open', 'open', 'open', 'secret'),
        seats: several ? fc.integer({ min: 1, max: count }) : fc.constant(1),
        picks: fc
          .tuple(fc.nat({ max: count }), fc.integer({ min: 1, max: count }))
          .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
        scale: fc.tuple(fc.nat({ max: 2 }), fc.integer({ min: 3, max: 6 })).map(([min, max]) => ({ min, max })),
        abstain: fc.boolean(),
        revote: fc.boolean(),
        base: fc.constantFrom('eligible', 'present', 'cast', 'cast', 'decided', 'decided'),
        quorum: fc.record({
          share: fc.oneof(fc.constant({ numerator: 0, denominator: 1 }), fraction(0)),
          counts: fc.constantFrom('cast', 'cast', 'present'),
        }),
        threshold: fc.oneof(
          fc.record({ share: fraction(1), relation: fc.constant('at-least' as const) }),
          fraction(0)
            .filter(({ numerator, denominator }) => numerator < denominator)
            .map((share) => ({ share, relation: 'more-than' as const })),
        ),
        tie: fc.constantFrom('fails', 'chair', 'lot', 'lot', 'again'),
        lot: fc.shuffledSubarray([...options], { minLength: count }),
      } as const,
      { requiredKeys: ['version', 'method', 'secrecy', 'abstain', 'revote', 'base', 'quorum', 'tie', 'lot'] },
    )
    .map(({ picks, scale, threshold, lot, ...rest }) => {
      const noChair = rest.secrecy === 'secret' || (rest.seats ?? 1) > 1 || moves;
      const tie = rest.tie === 'chair' && noChair ? 'again' : rest.tie;
      return {
        ...rest,
        tie,
        ...(tie === 'lot' && { lot }),
        ...(method === 'approval' && picks && { picks }),
        ...(method === 'score' && { scale: scale ?? { min: 0, max: 5 } }),
        ...((method === 'yes-no' || (shares && threshold)) && {
          threshold: threshold ?? { share: { numerator: 1, denominator: 2 }, relation: 'more-than' as const },
        }),
      };
    });
}

function choiceOf(rules: BallotRules, options: readonly string[]): fc.Arbitrary<Choice> {
  const said = saidOf(rules, options);
  return rules.abstain
    ? fc.oneof({ weight: 5, arbitrary: said }, { weight: 1, arbitrary: fc.constant({ abstain: true as const }) })
    : said;
}

function saidOf({ method, picks, scale }: BallotRules, options: readonly string[]): fc.Arbitrary<Choice> {
  const some = (minLength: number, maxLength: number) => fc.shuffledSubarray([...options], { minLength, maxLength });
  if (method === 'yes-no' || method === 'single') return some(1, 1).map((list) => ({ picks: list }));
  if (method === 'approval')
    return some(picks?.min ?? 1, picks?.max ?? options.length).map((list) => ({ picks: list }));
  if (method !== 'score') return some(1, options.length).map((ranking) => ({ ranking }));
  const { min, max } = scale!;
  return some(0, options.length).chain((list) =>
    fc
      .tuple(...list.map((option) => fc.integer({ min, max }).map((points) => ({ option, points }))))
      .map((scores) => ({ scores })),
  );
}
