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
  "createCouncil": {
    "method": "POST",
    "path": "/v1/federations/{code}/council-desk",
    "body": "json",
    "keyed": true
  },
  "changeCouncil": {
    "method": "PUT",
    "path": "/v1/council-desk/{councilId}",
    "body": "json"
  },
  "listMembers": {
    "method": "GET",
    "path": "/v1/council-desk/{councilId}/members"
  },
  "addMember": {
    "method": "POST",
    "path": "/v1/council-desk/{councilId}/members",
    "body": "json",
    "keyed": true
  },
  "changeMember": {
    "method": "PUT",
    "path": "/v1/council-desk/{councilId}/members/{memberId}",
    "body": "json"
  },
  "inviteMembers": {
    "method": "POST",
    "path": "/v1/council-desk/{councilId}/invitations",
    "body": "json",
    "keyed": true
  },
  "listAllTopics": {
    "method": "GET",
    "path": "/v1/council-desk/{councilId}/topics"
  },
  "screenTopic": {
    "method": "POST",
    "path": "/v1/council-desk/{councilId}/topics/{topicId}/screening",
    "body": "json",
    "keyed": true
  },
  "listAllComments": {
    "method": "GET",
    "path": "/v1/council-desk/{councilId}/topics/{topicId}/comments"
  },
  "moderateComment": {
    "method": "PUT",
    "path": "/v1/council-desk/{councilId}/topics/{topicId}/comments/{commentId}",
    "body": "json"
  },
  "createMeeting": {
    "method": "POST",
    "path": "/v1/council-desk/{councilId}/meetings",
    "body": "json",
    "keyed": true
  },
  "getMeeting": {
    "method": "GET",
    "path": "/v1/council-desk/{councilId}/meetings/{meetingId}"
  },
  "changeMeeting": {
    "method": "PUT",
    "path": "/v1/council-desk/{councilId}/meetings/{meetingId}",
    "body": "json"
  },
  "listAllBallots": {
    "method": "GET",
    "path": "/v1/council-desk/{councilId}/ballots"
  },
  "prepareBallot": {
    "method": "POST",
    "path": "/v1/council-desk/{councilId}/ballots",
    "body": "json",
    "keyed": true
  },
  "getBallotDraft": {
    "method": "GET",
    "path": "/v1/council-desk/{councilId}/ballots/{ballotId}"
  },
  "changeBallot": {
    "method": "PUT",
    "path": "/v1/council-desk/{councilId}/ballots/{ballotId}",
    "body": "json"
  },
  "cancelBallot": {
    "method": "DELETE",
    "path": "/v1/council-desk/{councilId}/ballots/{ballotId}",
    "answer": "none"
  },
  "checkBallot": {
    "method": "GET",
    "path": "/v1/council-desk/{councilId}/ballots/{ballotId}/check"
  },
  "openBallot": {
    "method": "POST",
    "path": "/v1/council-desk/{councilId}/ballots/{ballotId}/opening",
    "keyed": true
  },
  "closeBallot": {
    "method": "POST",
    "path": "/v1/council-desk/{councilId}/ballots/{ballotId}/closing",
    "keyed": true
  },
  "listAllResolutions": {
    "method": "GET",
    "path": "/v1/council-desk/{councilId}/resolutions"
  },
  "recordResolution": {
    "method": "POST",
    "path": "/v1/council-desk/{councilId}/resolutions",
    "body": "json",
    "keyed": true
  },
  "getResolution": {
    "method": "GET",
    "path": "/v1/council-desk/{councilId}/resolutions/{resolutionId}"
  },
  "changeResolution": {
    "method": "PUT",
    "path": "/v1/council-desk/{councilId}/resolutions/{resolutionId}",
    "body": "json"
  },
  "takeExecutionStep": {
    "method": "POST",
    "path": "/v1/council-desk/{councilId}/resolutions/{resolutionId}/execution",
    "body": "json",
    "keyed": true
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
