// Generated from openapi/ by `npm run generate`. Do not edit.
/** What a client needs to call an operation; it answers JSON unless the row says otherwise. A file for each kind of client, so that none loads what it cannot call. */
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
