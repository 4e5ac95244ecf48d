import { settings } from './jitless.js';
import { HelpRequestSubmission } from '@fulian/contract/schemas';

/** The contract's schema of a submission, as the service has it. Loaded by itself, because it brings zod. */
export const submissionSchema = settings && HelpRequestSubmission;
