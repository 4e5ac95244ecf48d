import { examples } from '@fulian/contract/examples';
import type { Schemas } from '../operation-types.js';

type Summary = Schemas['FederationSummary'];

/** A copy that its owner may change. */
export function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** The form of the contract's examples. */
export function standardForm(): Schemas['HelpForm'] {
  return copyOf(examples.getHelpForm.answers.standard) as unknown as Schemas['HelpForm'];
}

/** The federations of the contract's examples, with villages below every township. */
export class TestWorld {
  private readonly federations = new Map<string, Summary>();
  private readonly phone = standardForm().federation.phone;

  constructor() {
    const { townships, villages } = copyOf(examples.listChildFederations.answers);
    const { parents, ...county } = standardForm().federation;
    delete county.phone;
    for (const one of [...parents, county, ...townships.items]) this.federations.set(one.code, one);
    for (const township of townships.items)
      for (const village of villages.items) {
        const code = township.code.slice(0, 9) + village.code.slice(9);
        this.federations.set(code, { ...village, code });
      }
  }

  /** One federation with those above it; `undefined` where there is none. */
  federation(code: string): Schemas['Federation'] | undefined {
    const summary = this.federations.get(code);
    if (!summary) return undefined;
    const parents = this.chain(code).slice(0, -1);
    return { ...summary, ...(this.phone && { phone: this.phone }), parents };
  }

  /** The federations directly below one, by code. */
  children(code: string): Summary[] {
    const below = [...this.federations.values()].filter((one) => one.code !== code && this.parentOf(one.code) === code);
    return below.sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  /** Federations whose name contains the words, the higher levels first. */
  search(words: string, level?: string): Summary[] {
    return [...this.federations.values()].filter(
      (one) => one.name.includes(words) && (level === undefined || one.level === level),
    );
  }

  /** From the province down to the federation itself. */
  chain(code: string): Summary[] {
    const parent = this.parentOf(code);
    const self = this.federations.get(code);
    return [...(parent === undefined ? [] : this.chain(parent)), ...(self ? [self] : [])];
  }

  private parentOf(code: string): string | undefined {
    for (const length of [9, 6, 4, 2]) {
      const parent = code.slice(0, length).padEnd(12, '0');
      if (parent !== code && this.federations.has(parent)) return parent;
    }
    return undefined;
  }
}
