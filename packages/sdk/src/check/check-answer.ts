import { answerSchemas } from '@fulian/contract/answer-schemas';
import { operationDetails } from '@fulian/contract/operation-details';
import { Problem } from '@fulian/contract/schemas';
import { ContractError } from '../errors/contract-error.js';
import type { AnswerCheck } from '../exchange.js';
import { findingsOf } from '../findings.js';

/** Throws a `ContractError` where an answer or a problem is not as the contract says. */
export const checkAnswer: AnswerCheck = (id, call, status, answer) => {
  const { success, problems } = operationDetails[id];
  if (status < 400 && status !== success) throw new ContractError(call, `status ${status} is not in the contract`);
  const schemas: { readonly [id: string]: Pick<typeof Problem, 'safeParse'> | undefined } = answerSchemas as never;
  const schema = status < 400 ? schemas[id] : Problem;
  const { error } = schema?.safeParse(answer, { reportInput: true }) ?? {};
  if (error)
    throw new ContractError(
      call,
      `the answer with status ${status} breaks the contract`,
      findingsOf('body', error.issues),
    );
  if (status >= 400) {
    const { code } = answer as { code: string };
    if (!(problems as readonly string[]).includes(code))
      throw new ContractError(call, `the problem '${code}' is not among this operation's`);
  }
};
