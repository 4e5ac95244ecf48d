import type { components } from '@fulian/contract/types';

type Schemas = components['schemas'];
/** A level's name. */
export type Level = Schemas['FederationLevel'];

const levels: readonly Level[] = ['province', 'city', 'county', 'township', 'village'];
const lengths = [2, 4, 6, 9, 12] as const;

/** The level of a depth from 1 (province) to 5 (village), as the database counts. */
export function levelOf(depth: number): Level {
  const level = levels[depth - 1];
  if (level === undefined) throw new RangeError(`No level has the depth ${depth}`);
  return level;
}

/** The depth of a level. */
export function depthOf(level: Level): number {
  return levels.indexOf(level) + 1;
}

/** The codes from the province down to the federation itself; by the code alone, whether they exist or not. */
export function chainOf(code: string): string[] {
  const depth = [/0{10}$/, /0{8}$/, /0{6}$/, /0{3}$/].findIndex((zeros) => zeros.test(code)) + 1 || 5;
  return lengths.slice(0, depth).map((length) => code.slice(0, length).padEnd(12, '0'));
}

/**
 * Who receives a request: the federation whose form was used or, where the requester excludes that, the nearest one
 * above it that she does not exclude. Undefined where nobody is left.
 *
 * @param chain from the province down to the federation
 */
export function receiverOf<F extends { readonly code: string }>(
  chain: readonly F[],
  excluded: readonly string[],
): F | undefined {
  let receiver: F | undefined;
  for (const one of chain) if (!excluded.includes(one.code)) receiver = one;
  return receiver;
}

/** The smallest and the largest code of a federation's subtree, itself included: as text, all that lies between is in it. */
export function subtreeOf(code: string): { readonly low: string; readonly high: string } {
  const prefix = code.slice(0, lengths[chainOf(code).length - 1]);
  return { low: prefix.padEnd(12, '0'), high: prefix.padEnd(12, '9') };
}

/** Whether a federation is another one or below it; by the codes alone. */
export function isWithin(code: string, top: string): boolean {
  const { low, high } = subtreeOf(top);
  return code >= low && code <= high;
}
