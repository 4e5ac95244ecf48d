/** The contract's schema of a submission, as the service has it. A file of its own, because it brings zod and is loaded late. */
export { HelpRequestSubmission as submissionSchema } from '@fulian/contract/schemas';
