import type { SchemaIssue } from '../../findings.js';

/** The contract's schema of a submission, as far as the store uses it. */
export interface SubmissionSchema {
  safeParse(
    value: unknown,
    options: { readonly reportInput: boolean },
  ): { readonly error?: { readonly issues: readonly SchemaIssue[] } | undefined };
}

let loaded: SubmissionSchema | undefined;
let loading: Promise<void> | undefined;

/**
 * Fetches the schema. Never rejects: where its file cannot be loaded, answers are checked by the rules alone, the service
 * checks again, and the next call tries again.
 */
export function loadSchema(): Promise<void> {
  loading ??= import('./submission-schema.js').then(
    (module) => {
      loaded = module.submissionSchema;
    },
    () => {
      loading = undefined;
    },
  );
  return loading;
}

/** The schema, where it is here already. Nobody waits for it: a form must not hang on a slow connection. */
export function schemaIfLoaded(): SubmissionSchema | undefined {
  return loaded;
}
