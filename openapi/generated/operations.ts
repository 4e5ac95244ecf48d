// Generated from openapi/ by `npm run generate`. Do not edit.
/** What a client needs to call an operation. */
export const operations = {
  "searchFederations": {
    "method": "GET",
    "path": "/v1/federations",
    "answer": "json"
  },
  "getFederation": {
    "method": "GET",
    "path": "/v1/federations/{code}",
    "answer": "json"
  },
  "listChildFederations": {
    "method": "GET",
    "path": "/v1/federations/{code}/children",
    "answer": "json"
  },
  "getHelpForm": {
    "method": "GET",
    "path": "/v1/federations/{code}/help-form",
    "answer": "json"
  },
  "submitHelpRequest": {
    "method": "POST",
    "path": "/v1/federations/{code}/help-requests",
    "body": "json",
    "keyed": true,
    "answer": "json"
  },
  "readOwnHelpRequest": {
    "method": "GET",
    "path": "/v1/own-help-request",
    "answer": "json"
  },
  "startAttachment": {
    "method": "POST",
    "path": "/v1/federations/{code}/attachments",
    "body": "json",
    "keyed": true,
    "answer": "json"
  },
  "getAttachment": {
    "method": "GET",
    "path": "/v1/federations/{code}/attachments/{attachmentId}",
    "answer": "json"
  },
  "appendAttachment": {
    "method": "PATCH",
    "path": "/v1/federations/{code}/attachments/{attachmentId}",
    "body": "bytes",
    "answer": "json"
  },
  "removeAttachment": {
    "method": "DELETE",
    "path": "/v1/federations/{code}/attachments/{attachmentId}",
    "answer": "none"
  },
  "downloadOwnAttachment": {
    "method": "GET",
    "path": "/v1/own-help-request/attachments/{attachmentId}",
    "answer": "bytes"
  },
  "listProblems": {
    "method": "GET",
    "path": "/v1/problems",
    "answer": "json"
  },
  "getProblem": {
    "method": "GET",
    "path": "/v1/problems/{problemCode}",
    "answer": "json"
  },
  "getHealth": {
    "method": "GET",
    "path": "/healthz",
    "answer": "json"
  },
  "getReadiness": {
    "method": "GET",
    "path": "/readyz",
    "answer": "json"
  }
} as const;

/** The name of an operation: the same in the SDK, the server, the tests and the log. */
export type OperationId = keyof typeof operations;
