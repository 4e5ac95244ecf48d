// Generated from openapi/ by `npm run generate`. Do not edit.
/** What a client needs to call an operation; it answers JSON unless the row says otherwise. A file for each kind of client, so that none loads what it cannot call. */
export const requesterOperations = {
  "getCaseRules": {
    "method": "GET",
    "path": "/v1/federations/{code}/case-rules"
  },
  "openOwnCase": {
    "method": "POST",
    "path": "/v1/own-case-sessions"
  },
  "readOwnCase": {
    "method": "GET",
    "path": "/v1/own-case"
  },
  "eraseOwnCase": {
    "method": "DELETE",
    "path": "/v1/own-case",
    "answer": "none"
  },
  "sendOwnMessage": {
    "method": "POST",
    "path": "/v1/own-case/messages",
    "body": "json",
    "keyed": true
  },
  "rateOwnCase": {
    "method": "POST",
    "path": "/v1/own-case/rating",
    "body": "json",
    "keyed": true
  },
  "withdrawOwnCase": {
    "method": "POST",
    "path": "/v1/own-case/withdrawal",
    "body": "json",
    "keyed": true
  },
  "answerOwnConsent": {
    "method": "POST",
    "path": "/v1/own-case/consent",
    "body": "json",
    "keyed": true
  },
  "downloadOwnCaseAttachment": {
    "method": "GET",
    "path": "/v1/own-case/attachments/{attachmentId}",
    "answer": "bytes"
  },
  "exportOwnCase": {
    "method": "GET",
    "path": "/v1/own-case/export"
  },
  "watchOwnCase": {
    "method": "GET",
    "path": "/v1/own-case/stream",
    "answer": "stream"
  },
  "getPublicCaseReport": {
    "method": "GET",
    "path": "/v1/federations/{code}/public-case-report"
  }
} as const;
