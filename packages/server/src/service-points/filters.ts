import { bitsOf, categories, facilities, type Category, type Facility } from '@fulian/contract/rules/map';

/** What a point must be and have. */
export interface PointFilter {
  /** Numbers of categories; undefined: any. */
  readonly categories: readonly number[] | undefined;
  /** Bits that must all be set; undefined: something that no place has. */
  readonly facilities: number | undefined;
}

/** Reads the query parameters. A facility that nobody knows is one that no place has. */
export function filterOf(query: { readonly categories?: string; readonly facilities?: string }): PointFilter {
  const wanted = query.facilities?.split(',') ?? [];
  const known = wanted.every((one) => facilities.includes(one as Facility));
  return {
    categories: query.categories?.split(',').map((one) => categories.indexOf(one as Category)),
    facilities: known ? bitsOf(wanted as Facility[]) : undefined,
  };
}

/** A short text that is the same for the same filter. */
export function filterKey({ categories: numbers, facilities: bits }: PointFilter): string {
  return `${numbers ? [...new Set(numbers)].sort((a, b) => a - b).join('') : '*'}/${bits ?? '-'}`;
}
