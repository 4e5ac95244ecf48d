import type { components } from '../../generated/types.js';

type Schemas = components['schemas'];
/** What a service point is. */
export type Category = Schemas['ServicePointCategory'];
/** What there is at one. */
export type Facility = Schemas['ServicePointFacility'];

/** The categories in the contract's order: a category's number is its place here. */
export const categories: readonly Category[] = [
  'nursing-room',
  'womens-home',
  'mediation',
  'legal-aid',
  'counselling',
  'shelter',
];

/** The facilities in the contract's order: a facility's bit is its place here. Sixteen, so that all fit in a `Uint16Array`. */
export const facilities: readonly Facility[] = [
  'changing-table',
  'hot-water',
  'basin',
  'cot',
  'seat',
  'table',
  'socket',
  'bin',
  'lock',
  'curtain',
  'non-slip-floor',
  'roomy',
  'step-free',
  'wide-door',
  'accessible-toilet',
  'hearing-loop',
];

/** A list of facilities as bits. What is not one counts as none. */
export function bitsOf(list: readonly Facility[]): number {
  let bits = 0;
  for (const one of list) {
    const at = facilities.indexOf(one);
    if (at >= 0) bits |= 1 << at;
  }
  return bits;
}

/** Bits as a list of facilities, in the contract's order. */
export function facilitiesOf(bits: number): Facility[] {
  return facilities.filter((_, at) => (bits >> at) & 1);
}

/** Counts by category number as the wire shows them: what is none is left out. */
export function categoryCounts(counts: readonly number[]): Schemas['CategoryCounts'] {
  const named: Schemas['CategoryCounts'] = {};
  categories.forEach((category, at) => {
    const count = counts[at];
    if (count) named[category] = count;
  });
  return named;
}

/** Counts as the wire shows them, by category number. */
export function countsByNumber(counts: Schemas['CategoryCounts']): number[] {
  return categories.map((category) => counts[category] ?? 0);
}
