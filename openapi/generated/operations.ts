// Generated from openapi/ by `npm run generate`. Do not edit.
/** What a client needs to call an operation that everybody may call; it answers JSON unless the row says otherwise. */
export const publicOperations = {
  "searchFederations": {
    "method": "GET",
    "path": "/v1/federations"
  },
  "getFederation": {
    "method": "GET",
    "path": "/v1/federations/{code}"
  },
  "listChildFederations": {
    "method": "GET",
    "path": "/v1/federations/{code}/children"
  },
  "getHelpForm": {
    "method": "GET",
    "path": "/v1/federations/{code}/help-form"
  },
  "submitHelpRequest": {
    "method": "POST",
    "path": "/v1/federations/{code}/help-requests",
    "body": "json",
    "keyed": true
  },
  "readOwnHelpRequest": {
    "method": "GET",
    "path": "/v1/own-help-request"
  },
  "startAttachment": {
    "method": "POST",
    "path": "/v1/federations/{code}/attachments",
    "body": "json",
    "keyed": true
  },
  "getAttachment": {
    "method": "GET",
    "path": "/v1/federations/{code}/attachments/{attachmentId}"
  },
  "appendAttachment": {
    "method": "PATCH",
    "path": "/v1/federations/{code}/attachments/{attachmentId}",
    "body": "bytes"
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
    "path": "/v1/federations/{code}/service-points"
  },
  "getServicePoint": {
    "method": "GET",
    "path": "/v1/federations/{code}/service-points/{pointId}"
  },
  "sendServicePointFeedback": {
    "method": "POST",
    "path": "/v1/federations/{code}/service-points/{pointId}/feedback",
    "body": "json",
    "keyed": true
  },
  "findNearestServicePoints": {
    "method": "GET",
    "path": "/v1/federations/{code}/nearest-service-points"
  },
  "getServicePointCells": {
    "method": "GET",
    "path": "/v1/federations/{code}/service-point-cells/{z}/{x}/{y}"
  },
  "getServicePointTable": {
    "method": "GET",
    "path": "/v1/federations/{code}/service-point-table",
    "answer": "bytes"
  },
  "listServicePointNames": {
    "method": "GET",
    "path": "/v1/federations/{code}/service-point-names/{tableVersion}"
  },
  "listProblems": {
    "method": "GET",
    "path": "/v1/problems"
  },
  "getProblem": {
    "method": "GET",
    "path": "/v1/problems/{problemCode}"
  },
  "getHealth": {
    "method": "GET",
    "path": "/healthz"
  },
  "getReadiness": {
    "method": "GET",
    "path": "/readyz"
  }
} as const;

/** The same for who works for a federation. Apart, so that no visitor's phone loads it. */
export const staffOperations = {
  "createServicePoint": {
    "method": "POST",
    "path": "/v1/federations/{code}/service-points",
    "body": "json",
    "keyed": true
  },
  "changeServicePoint": {
    "method": "PUT",
    "path": "/v1/federations/{code}/service-points/{pointId}",
    "body": "json"
  },
  "retireServicePoint": {
    "method": "DELETE",
    "path": "/v1/federations/{code}/service-points/{pointId}",
    "answer": "none"
  },
  "addServicePointPhoto": {
    "method": "POST",
    "path": "/v1/federations/{code}/service-points/{pointId}/photos",
    "body": "bytes",
    "keyed": true
  },
  "changeServicePointPhoto": {
    "method": "PUT",
    "path": "/v1/federations/{code}/service-points/{pointId}/photos/{photoId}",
    "body": "json"
  },
  "removeServicePointPhoto": {
    "method": "DELETE",
    "path": "/v1/federations/{code}/service-points/{pointId}/photos/{photoId}",
    "answer": "none"
  },
  "importServicePoints": {
    "method": "POST",
    "path": "/v1/federations/{code}/service-point-imports",
    "body": "bytes",
    "keyed": true
  },
  "exportServicePoints": {
    "method": "GET",
    "path": "/v1/federations/{code}/service-point-export",
    "answer": "bytes"
  },
  "listServicePointFeedback": {
    "method": "GET",
    "path": "/v1/federations/{code}/service-point-feedback"
  },
  "settleServicePointFeedback": {
    "method": "PUT",
    "path": "/v1/federations/{code}/service-point-feedback/{feedbackId}",
    "body": "json"
  }
} as const;

/** Those that answer a picture, which a page's `<img>` asks for by the address in another answer. Apart for the same reason. */
export const imageOperations = {
  "getServicePointPhoto": {
    "method": "GET",
    "path": "/v1/federations/{code}/service-points/{pointId}/photos/{photoId}",
    "answer": "bytes"
  }
} as const;

/** All of them. Computed, so that a bundle without it holds only those that everybody calls. */
export const operations = /* @__PURE__ */ (() => ({ ...publicOperations, ...staffOperations, ...imageOperations }) as const)();

/** The name of an operation: the same in the SDK, the server, the tests and the log. */
export type OperationId = keyof typeof operations;

/** The name of one that everybody may call. */
export type PublicOperationId = keyof typeof publicOperations;
