import { examples } from '@fulian/contract/examples';

/** The one request that a demo service begins with: the contract's own example. */
export const demoRequest = examples.submitHelpRequest.requests.anonymous;

/** Its receipt. Everybody knows it, so it opens nothing that is not printed in the contract. */
export const demoReceipt = {
  number: examples.submitHelpRequest.answers.stored.number,
  secret: demoRequest.receiptSecret,
} as const;
