/** A file that is not taken. The codes are those of the contract's problems; the message never quotes the file. */
export class AttachmentRefused extends Error {
  override readonly name = 'AttachmentRefused';

  constructor(
    /** `attachment-type-refused`: not a kind that is taken; `attachment-damaged`: incomplete, or more than it says. */
    readonly code: 'attachment-type-refused' | 'attachment-damaged',
    /** For the log: what was found, without anything from the file. */
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Of a kind that is not taken. */
export function refuseType(what: string): never {
  throw new AttachmentRefused('attachment-type-refused', what);
}

/** Incomplete, broken, or more than it says. */
export function refuseDamage(what: string, cause?: unknown): never {
  throw new AttachmentRefused('attachment-damaged', what, { cause });
}
