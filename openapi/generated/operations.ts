// Generated from openapi/ by `npm run generate`. Do not edit.
/** What a client needs to call an operation that everybody may call. */
export const publicOperations = {
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
  "searchServicePoints": {
    "method": "GET",
    "path": "/v1/federations/{code}/service-points",
    "answer": "json"
  },
  "getServicePoint": {
    "method": "GET",
    "path": "/v1/federations/{code}/service-points/{pointId}",
    "answer": "json"
  },
  "sendServicePointFeedback": {
    "method": "POST",
    "path": "/v1/federations/{code}/service-points/{pointId}/feedback",
    "body": "json",
    "keyed": true,
    "answer": "json"
  },
  "findNearestServicePoints": {
    "method": "GET",
    "path": "/v1/federations/{code}/nearest-service-points",
    "answer": "json"
  },
  "getServicePointCells": {
    "method": "GET",
    "path": "/v1/federations/{code}/service-point-cells/{z}/{x}/{y}",
    "answer": "json"
  },
  "getServicePointTable": {
    "method": "GET",
    "path": "/v1/federations/{code}/service-point-table",
    "answer": "bytes"
  },
  "listServicePointNames": {
    "method": "GET",
    "path": "/v1/federations/{code}/service-point-names/{tableVersion}",
    "answer": "json"
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

/** The same for who works for a federation. Apart, so that no visitor's phone loads it. */
export const staffOperations = {
  "createServicePoint": {
    "method": "POST",
    "path": "/v1/federations/{code}/service-points",
    "body": "json",
    "keyed": true,
    "answer": "json"
  },
  "changeServicePoint": {
    "method": "PUT",
    "path": "/v1/federations/{code}/service-points/{pointId}",
    "body": "json",
    "answer": "json"
  },
  "retireServicePoint": {
    "method": "DELETE",
    "path": "/v1/federations/{code}/service-points/{pointId}",
    "answer": "none"
  },
  "importServicePoints": {
    "method": "POST",
    "path": "/v1/federations/{code}/service-point-imports",
    "body": "bytes",
    "keyed": true,
    "answer": "json"
  },
  "exportServicePoints": {
    "method": "GET",
    "path": "/v1/federations/{code}/service-point-export",
    "answer": "bytes"
  },
  "listServicePointFeedback": {
    "method": "GET",
    "path": "/v1/federations/{code}/service-point-feedback",
    "answer": "json"
  },
  "settleServicePointFeedback": {
    "method": "PUT",
    "path": "/v1/federations/{code}/service-point-feedback/{feedbackId}",
    "body": "json",
    "answer": "json"
  }
} as const;

/** All of them. Computed, so that a bundle without it does not hold those for staff. */
export const operations = /* @__PURE__ */ (() => ({ ...publicOperations, ...staffOperations }) as const)();

/** The name of an operation: the same in the SDK, the server, the tests and the log. */
export type OperationId = keyof typeof operations;

/** The name of one that everybody may call. */
export type PublicOperationId = keyof typeof publicOperations;
