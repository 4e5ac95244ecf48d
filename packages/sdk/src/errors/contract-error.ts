import type { components } from '@fulian/contract/types';
import { type ErrorFacts, FulianError, isNamed } from './fulian-error.js';

/**
 * An answer, or an argument of a call, that breaks the contract. Answers are checked against the contract's schemas in
 * development and tests; what cannot be read at all is refused in production, too.
 */
export class ContractError extends FulianError {
  /** Where the answer breaks the contract and how; places only, no values. */
  declare readonly findings: readonly components['schemas']['Finding'][];

  constructor(call: string, what: string, findings: ContractError['findings'] = [], facts?: ErrorFacts) {
    super('ContractError', `${call}: ${what}`, 'contract', false, facts);
    this.findings = findings;
  }
}

/** Whether something thrown is a `ContractError`. */
export function isContractError(value: unknown): value is ContractError {
  return isNamed(value, 'ContractError');
}
