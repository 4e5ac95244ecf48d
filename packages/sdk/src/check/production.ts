import type { AnswerCheck } from '../exchange.js';

/** Production believes the service: no schema is loaded. */
export const defaultCheck: AnswerCheck | undefined = undefined;
