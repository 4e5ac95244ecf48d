// Generated from openapi/ by `npm run generate`. Do not edit.
import * as z from 'zod/mini';
import { bytes, chars, digits, FederationLevel, DivisionCode, AttachmentId, HelpRequestSubmission, AttachmentStart } from './schemas.js';

/** What each operation takes. Headers stand in lower case. */
export const requestSchemas = {
  searchFederations: { path: z.strictObject({  }), query: z.strictObject({ "q": z.string().check(chars(1, 50), z.regex(new RegExp("^[^\\u0000]*$", 'u'))), "level": z.exactOptional(FederationLevel), "cursor": z.exactOptional(z.string().check(chars(1, 500))), "limit": z.exactOptional(z.pipe(digits, z.int().check(z.minimum(1), z.maximum(500)))) }), header: z.object({  }) },
  getFederation: { path: z.strictObject({ "code": DivisionCode }), query: z.strictObject({  }), header: z.object({  }) },
  listChildFederations: { path: z.strictObject({ "code": DivisionCode }), query: z.strictObject({ "cursor": z.exactOptional(z.string().check(chars(1, 500))), "limit": z.exactOptional(z.pipe(digits, z.int().check(z.minimum(1), z.maximum(500)))) }), header: z.object({  }) },
  getHelpForm: { path: z.strictObject({ "code": DivisionCode }), query: z.strictObject({  }), header: z.object({  }) },
  submitHelpRequest: { path: z.strictObject({ "code": DivisionCode }), query: z.strictObject({  }), header: z.object({ "idempotency-key": z.exactOptional(z.string().check(z.regex(new RegExp("^[A-Za-z0-9_-]{16,64}$", 'u')))) }), body: HelpRequestSubmission },
  readOwnHelpRequest: { path: z.strictObject({  }), query: z.strictObject({  }), header: z.object({  }) },
  startAttachment: { path: z.strictObject({ "code": DivisionCode }), query: z.strictObject({  }), header: z.object({ "idempotency-key": z.exactOptional(z.string().check(z.regex(new RegExp("^[A-Za-z0-9_-]{16,64}$", 'u')))) }), body: AttachmentStart },
  getAttachment: { path: z.strictObject({ "code": DivisionCode, "attachmentId": AttachmentId }), query: z.strictObject({  }), header: z.object({  }) },
  appendAttachment: { path: z.strictObject({ "code": DivisionCode, "attachmentId": AttachmentId }), query: z.strictObject({  }), header: z.object({ "upload-offset": z.pipe(digits, z.int().check(z.minimum(0), z.maximum(20971520))) }), body: z.instanceof(Uint8Array).check(bytes(1, 1048576)) },
  removeAttachment: { path: z.strictObject({ "code": DivisionCode, "attachmentId": AttachmentId }), query: z.strictObject({  }), header: z.object({  }) },
  downloadOwnAttachment: { path: z.strictObject({ "attachmentId": AttachmentId }), query: z.strictObject({  }), header: z.object({  }) },
  listProblems: { path: z.strictObject({  }), query: z.strictObject({  }), header: z.object({  }) },
  getProblem: { path: z.strictObject({ "problemCode": z.string().check(chars(1, 60)) }), query: z.strictObject({  }), header: z.object({  }) },
  getHealth: { path: z.strictObject({  }), query: z.strictObject({  }), header: z.object({  }) },
  getReadiness: { path: z.strictObject({  }), query: z.strictObject({  }), header: z.object({  }) },
} as const;
