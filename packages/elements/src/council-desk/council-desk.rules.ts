import type { Schemas } from '@fulian/sdk';
import { quorumNeeded, rulePresets, votesNeeded, type RulePreset } from '@fulian/sdk/stores/council-desk';
import type { GapValues } from '../base/language.js';
import type { DeskKey } from './council-desk.words.js';

export type BallotRules = Schemas['BallotRules'];
export type BallotOption = Schemas['BallotOption'];
export type Fraction = Schemas['Fraction'];

const half: Fraction = { numerator: 1, denominator: 2 };

/** What makes rules those of a preset: who votes openly and who may change her vote is asked beside it. */
const gist = ({ method, base, quorum, threshold, tie, scale }: BallotRules) => {
  const share = ({ numerator, denominator }: Fraction) => `${numerator}/${denominator}`;
  return [
    method,
    base,
    share(quorum.share),
    quorum.counts,
    threshold ? `${share(threshold.share)} ${threshold.relation}` : '',
    tie,
    scale ? `${scale.min} ${scale.max}` : '',
  ].join(' ');
};

/** Which preset these rules are; `undefined`: none of them. */
export function presetOf(rules: BallotRules): RulePreset['id'] | undefined {
  return rulePresets.find((one) => gist(one.rules) === gist(rules))?.id;
}

/** Rules of another method: what does not belong to it goes, what it needs comes (V1). */
export function withMethod(rules: BallotRules, method: BallotRules['method']): BallotRules {
  const { seats, picks: _picks, scale: _scale, threshold, lot: _lot, ...rest } = rules;
  const several = method === 'approval' || method === 'score' || method === 'stv';
  const limited = method === 'yes-no' || method === 'single' || method === 'approval' || method === 'instant-runoff';
  return {
    ...rest,
    method,
    ...(several && { seats: method === 'stv' ? Math.max(2, seats ?? 2) : (seats ?? 1) }),
    ...(method === 'approval' && { picks: { min: 1, max: seats ?? 1 } }),
    ...(method === 'score' && { scale: rules.scale ?? { min: 0, max: 5 } }),
    ...(method === 'yes-no' && { threshold: threshold ?? { share: half, relation: 'more-than' as const } }),
    ...(limited && method !== 'yes-no' && threshold && { threshold }),
    tie: rules.tie === 'lot' ? 'again' : rules.tie,
  };
}

/** Whether a method elects more than one. */
export function hasSeats({ method }: BallotRules): boolean {
  return method === 'approval' || method === 'score' || method === 'stv';
}

/** Whether a method may have a threshold. */
export function hasThreshold({ method }: BallotRules): boolean {
  return method === 'yes-no' || method === 'single' || method === 'approval' || method === 'instant-runoff';
}

/** What says the rules. */
interface Speaking {
  t(key: DeskKey, values?: GapValues): string;
  words(prefix: string, code: string): string;
}

/** A share in words where there are any, else as a fraction. */
export function shareWords(view: Speaking, { numerator, denominator }: Fraction): string {
  const words = view.words('share', `${numerator}-${denominator}`);
  return words === `${numerator}-${denominator}` ? `${numerator}/${denominator}` : words;
}

/** The rules in plain sentences, with the numbers that they come to for a roll of `eligible`. */
export function ruleLines(view: Speaking, rules: BallotRules, eligible: number): string[] {
  const { method, secrecy, abstain, revote, base, quorum, threshold, tie, seats, picks, scale } = rules;
  const lines = [view.t(`method-${method}-says`), view.t(`secrecy-${secrecy}-says`)];
  if (picks) lines.push(view.t('picks-says', picks));
  if (scale) lines.push(view.t('scale-says', scale));
  if (seats !== undefined && seats > 1) lines.push(view.t('seats-says', { n: seats }));
  lines.push(
    quorum.share.numerator === 0
      ? view.t('quorum-none-says')
      : view.t(`quorum-${quorum.counts}-says`, {
          share: shareWords(view, quorum.share),
          n: quorumNeeded(rules, eligible),
          of: eligible,
        }),
  );
  if (threshold) {
    const values = { share: shareWords(view, threshold.share), base: view.t(`base-${base}`) };
    const n = votesNeeded(threshold, eligible);
    lines.push(
      view.t(`threshold-${threshold.relation}-says`, values) +
        view.t(base === 'eligible' ? 'threshold-fixed' : 'threshold-example', { n, of: eligible }),
    );
  } else lines.push(view.t(method === 'score' ? 'threshold-score-says' : 'threshold-none-says'));
  lines.push(view.t(abstain ? `abstain-${base === 'decided' ? 'left-out' : 'counts'}` : 'abstain-no'));
  lines.push(view.t(revote ? 'revote-yes' : 'revote-no'), view.t(`tie-${tie}-says`));
  return lines;
}
