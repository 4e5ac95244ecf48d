import type { MethodCount, MethodInput } from './method.js';
import { picked } from './plurality.js';

/**
 * V2, `yes-no`: the motion passes where `yes` has what is needed. V6: it is a tie where `yes` and `no` have equally many and one more `yes`
 * would have been enough; the abstentions of the others may leave more to be wished for than one vote can give.
 */
export function countYesNo({ options, choices, needed = 1, lot }: MethodInput): MethodCount {
  const sums = picked({ choices });
  const yes = sums.get('yes') ?? 0;
  const counts = options.map((option) => ({ option, votes: String(sums.get(option) ?? 0) }));
  if (yes >= needed) return { counts, reached: yes, winners: ['yes'], open: false };
  if (yes === 0 || yes !== (sums.get('no') ?? 0) || yes + 1 < needed)
    return { counts, reached: yes, winners: [], open: false };
  if (lot === undefined) return { counts, reached: yes, winners: [], tie: { between: options }, open: true };
  const chosen = lot[0]!;
  const winners = chosen === 'yes' ? [chosen] : [];
  return { counts, reached: yes, winners, tie: { between: options, chosen }, open: false };
}
