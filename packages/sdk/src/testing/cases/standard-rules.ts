import { examples } from '@fulian/contract/examples';
import type { Schemas } from '../../operation-types.js';

/** The case rules of the contract's examples. */
export const standardCaseRules = examples.getCaseRules.answers.standard as unknown as Schemas['CaseRules'];
