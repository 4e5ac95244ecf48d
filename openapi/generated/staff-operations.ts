// Generated from openapi/ by `npm run generate`. Do not edit.
/** What a client needs to call an operation; it answers JSON unless the row says otherwise. A file for each kind of client, so that none loads what it cannot call. */
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
