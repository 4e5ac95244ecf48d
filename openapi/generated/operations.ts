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
  "getCaseRules": {
    "method": "GET",
    "path": "/v1/federations/{code}/case-rules"
  },
  "getPublicCaseReport": {
    "method": "GET",
    "path": "/v1/federations/{code}/public-case-report"
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

/** The same for who holds a receipt. Apart, so that a form does not load it. */
export const requesterOperations = {
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
  "exportOwnCase": {
    "method": "GET",
    "path": "/v1/own-case/export"
  },
  "watchOwnCase": {
    "method": "GET",
    "path": "/v1/own-case/stream",
    "answer": "stream"
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
  },
  "listCases": {
    "method": "GET",
    "path": "/v1/federations/{code}/cases"
  },
  "registerCase": {
    "method": "POST",
    "path": "/v1/federations/{code}/cases",
    "body": "json",
    "keyed": true
  },
  "countCases": {
    "method": "GET",
    "path": "/v1/federations/{code}/case-counts"
  },
  "listCaseWorkers": {
    "method": "GET",
    "path": "/v1/federations/{code}/case-workers"
  },
  "watchCases": {
    "method": "GET",
    "path": "/v1/federations/{code}/case-stream",
    "answer": "stream"
  },
  "getCase": {
    "method": "GET",
    "path": "/v1/cases/{caseId}"
  },
  "takeCaseStep": {
    "method": "POST",
    "path": "/v1/cases/{caseId}/steps",
    "body": "json",
    "keyed": true
  },
  "listCaseEvents": {
    "method": "GET",
    "path": "/v1/cases/{caseId}/events"
  },
  "downloadCaseAttachment": {
    "method": "GET",
    "path": "/v1/cases/{caseId}/attachments/{attachmentId}",
    "answer": "bytes"
  },
  "signInStaff": {
    "method": "POST",
    "path": "/v1/staff-sessions",
    "body": "json"
  },
  "getStaffSession": {
    "method": "GET",
    "path": "/v1/staff-session"
  },
  "signOutStaff": {
    "method": "DELETE",
    "path": "/v1/staff-session",
    "answer": "none"
  },
  "changeOwnPassword": {
    "method": "PUT",
    "path": "/v1/staff-session/password",
    "body": "json",
    "answer": "none"
  },
  "confirmSecondFactor": {
    "method": "PUT",
    "path": "/v1/staff-session/second-factor",
    "body": "json",
    "answer": "none"
  },
  "startSecondFactor": {
    "method": "POST",
    "path": "/v1/staff-session/second-factor"
  },
  "startOidcSignIn": {
    "method": "POST",
    "path": "/v1/staff-oidc-starts",
    "body": "json"
  },
  "finishOidcSignIn": {
    "method": "POST",
    "path": "/v1/staff-oidc-sessions",
    "body": "json"
  },
  "listStaffAccounts": {
    "method": "GET",
    "path": "/v1/federations/{code}/staff-accounts"
  },
  "createStaffAccount": {
    "method": "POST",
    "path": "/v1/federations/{code}/staff-accounts",
    "body": "json",
    "keyed": true
  },
  "getStaffAccount": {
    "method": "GET",
    "path": "/v1/federations/{code}/staff-accounts/{staffId}"
  },
  "changeStaffAccount": {
    "method": "PATCH",
    "path": "/v1/federations/{code}/staff-accounts/{staffId}",
    "body": "json"
  },
  "listAuditEntries": {
    "method": "GET",
    "path": "/v1/federations/{code}/audit-entries"
  },
  "getCaseReport": {
    "method": "GET",
    "path": "/v1/federations/{code}/case-report"
  },
  "exportCaseReport": {
    "method": "GET",
    "path": "/v1/federations/{code}/case-report-export",
    "answer": "bytes"
  },
  "listWebhooks": {
    "method": "GET",
    "path": "/v1/federations/{code}/webhooks"
  },
  "createWebhook": {
    "method": "POST",
    "path": "/v1/federations/{code}/webhooks",
    "body": "json",
    "keyed": true
  },
  "deleteWebhook": {
    "method": "DELETE",
    "path": "/v1/federations/{code}/webhooks/{webhookId}",
    "answer": "none"
  },
  "listWebhookDeliveries": {
    "method": "GET",
    "path": "/v1/federations/{code}/webhook-deliveries"
  },
  "repeatWebhookDelivery": {
    "method": "POST",
    "path": "/v1/federations/{code}/webhook-deliveries/{deliveryId}",
    "keyed": true
  }
} as const;

/** All of them. Computed, so that a bundle without it does not hold those for staff. */
export const operations = /* @__PURE__ */ (() => ({ ...publicOperations, ...requesterOperations, ...staffOperations }) as const)();

/** The name of an operation: the same in the SDK, the server, the tests and the log. */
export type OperationId = keyof typeof operations;

/** The name of one that everybody may call. */
export type PublicOperationId = keyof typeof publicOperations;

/** The name of one for who holds a receipt. */
export type RequesterOperationId = keyof typeof requesterOperations;
