/** Why the embedded database cannot run; stable, the message is one line for a person. */
export type EmbeddedErrorCode =
  | 'platform-unsupported'
  | 'folder-in-use'
  | 'folder-unusable'
  | 'account-missing'
  | 'version-mismatch'
  | 'start-failed'
  | 'aborted';

/** The embedded database cannot run. `message` says in one line what happened and how to mend it. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError';

  constructor(
    readonly code: EmbeddedErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
