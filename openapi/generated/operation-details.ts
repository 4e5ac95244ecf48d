// Generated from openapi/ by `npm run generate`. Do not edit.
/** What a service needs besides: its tag, the status of success, who may call it and its problems. */
export const operationDetails = {
  "searchFederations": {
    "tag": "federations",
    "success": 200,
    "security": [],
    "problems": [
      "cursor-invalid",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "getFederation": {
    "tag": "federations",
    "success": 200,
    "security": [],
    "problems": [
      "federation-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "listChildFederations": {
    "tag": "federations",
    "success": 200,
    "security": [],
    "problems": [
      "cursor-invalid",
      "federation-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "getHelpForm": {
    "tag": "help-requests",
    "success": 200,
    "security": [],
    "problems": [
      "federation-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "submitHelpRequest": {
    "tag": "help-requests",
    "success": 201,
    "security": [
      "none",
      "draft"
    ],
    "problems": [
      "attachment-unfinished",
      "attachment-unknown",
      "body-too-large",
      "federation-unknown",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "no-unit-left",
      "rate-limited",
      "request-incomplete",
      "request-timeout",
      "unavailable"
    ]
  },
  "readOwnHelpRequest": {
    "tag": "help-requests",
    "success": 200,
    "security": [
      "receipt"
    ],
    "problems": [
      "internal",
      "invalid-request",
      "rate-limited",
      "receipt-missing",
      "receipt-refused",
      "request-timeout",
      "unavailable"
    ]
  },
  "startAttachment": {
    "tag": "attachments",
    "success": 201,
    "security": [
      "draft"
    ],
    "problems": [
      "attachment-too-large",
      "attachment-too-many",
      "body-too-large",
      "draft-missing",
      "federation-unknown",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "getAttachment": {
    "tag": "attachments",
    "success": 200,
    "security": [
      "draft"
    ],
    "problems": [
      "attachment-unknown",
      "draft-missing",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "appendAttachment": {
    "tag": "attachments",
    "success": 200,
    "security": [
      "draft"
    ],
    "problems": [
      "attachment-damaged",
      "attachment-type-refused",
      "attachment-unknown",
      "body-too-large",
      "draft-missing",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "offset-mismatch",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "removeAttachment": {
    "tag": "attachments",
    "success": 204,
    "security": [
      "draft"
    ],
    "problems": [
      "draft-missing",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "downloadOwnAttachment": {
    "tag": "attachments",
    "success": 200,
    "security": [
      "receipt"
    ],
    "problems": [
      "attachment-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "receipt-missing",
      "receipt-refused",
      "request-timeout",
      "unavailable"
    ]
  },
  "searchServicePoints": {
    "tag": "service-points",
    "success": 200,
    "security": [],
    "problems": [
      "cursor-invalid",
      "federation-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "createServicePoint": {
    "tag": "service-points",
    "success": 201,
    "security": [
      "staff"
    ],
    "problems": [
      "body-too-large",
      "federation-unknown",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "service-point-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "getServicePoint": {
    "tag": "service-points",
    "success": 200,
    "security": [],
    "problems": [
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "service-point-unknown",
      "unavailable"
    ]
  },
  "changeServicePoint": {
    "tag": "service-points",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "body-too-large",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "precondition-failed",
      "precondition-missing",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "service-point-refused",
      "service-point-unknown",
      "staff-refused",
      "unavailable"
    ]
  },
  "retireServicePoint": {
    "tag": "service-points",
    "success": 204,
    "security": [
      "staff"
    ],
    "problems": [
      "internal",
      "invalid-request",
      "precondition-failed",
      "precondition-missing",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "service-point-unknown",
      "staff-refused",
      "unavailable"
    ]
  },
  "sendServicePointFeedback": {
    "tag": "service-points",
    "success": 201,
    "security": [],
    "problems": [
      "body-too-large",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "service-point-refused",
      "service-point-unknown",
      "unavailable"
    ]
  },
  "addServicePointPhoto": {
    "tag": "service-points",
    "success": 201,
    "security": [
      "staff"
    ],
    "problems": [
      "body-too-large",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "service-point-refused",
      "service-point-unknown",
      "staff-refused",
      "unavailable"
    ]
  },
  "getServicePointPhoto": {
    "tag": "service-points",
    "success": 200,
    "security": [],
    "problems": [
      "internal",
      "invalid-request",
      "photo-unknown",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "changeServicePointPhoto": {
    "tag": "service-points",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "body-too-large",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "photo-unknown",
      "precondition-failed",
      "precondition-missing",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "service-point-unknown",
      "staff-refused",
      "unavailable"
    ]
  },
  "removeServicePointPhoto": {
    "tag": "service-points",
    "success": 204,
    "security": [
      "staff"
    ],
    "problems": [
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "service-point-unknown",
      "staff-refused",
      "unavailable"
    ]
  },
  "findNearestServicePoints": {
    "tag": "service-points",
    "success": 200,
    "security": [],
    "problems": [
      "federation-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "getServicePointCells": {
    "tag": "service-points",
    "success": 200,
    "security": [],
    "problems": [
      "federation-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "getServicePointTable": {
    "tag": "service-points",
    "success": 200,
    "security": [],
    "problems": [
      "federation-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "table-too-large",
      "unavailable"
    ]
  },
  "listServicePointNames": {
    "tag": "service-points",
    "success": 200,
    "security": [],
    "problems": [
      "federation-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "table-outdated",
      "table-too-large",
      "unavailable"
    ]
  },
  "importServicePoints": {
    "tag": "service-points",
    "success": 201,
    "security": [
      "staff"
    ],
    "problems": [
      "body-too-large",
      "federation-unknown",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "import-refused",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "exportServicePoints": {
    "tag": "service-points",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "federation-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "listServicePointFeedback": {
    "tag": "service-points",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "cursor-invalid",
      "federation-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "settleServicePointFeedback": {
    "tag": "service-points",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "body-too-large",
      "feedback-unknown",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "listCases": {
    "tag": "cases",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "cursor-invalid",
      "federation-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "registerCase": {
    "tag": "cases",
    "success": 201,
    "security": [
      "staff"
    ],
    "problems": [
      "attachment-unfinished",
      "attachment-unknown",
      "body-too-large",
      "federation-unknown",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "no-unit-left",
      "rate-limited",
      "request-incomplete",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "countCases": {
    "tag": "cases",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "federation-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "getCaseRules": {
    "tag": "cases",
    "success": 200,
    "security": [],
    "problems": [
      "federation-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "listCaseWorkers": {
    "tag": "cases",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "cursor-invalid",
      "federation-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "watchCases": {
    "tag": "cases",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "federation-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "getCase": {
    "tag": "cases",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "case-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "takeCaseStep": {
    "tag": "cases",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "attachment-unfinished",
      "attachment-unknown",
      "body-too-large",
      "case-unknown",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "precondition-failed",
      "precondition-missing",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "step-incomplete",
      "step-refused",
      "unavailable"
    ]
  },
  "listCaseEvents": {
    "tag": "cases",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "case-unknown",
      "cursor-invalid",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "downloadCaseAttachment": {
    "tag": "cases",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "attachment-unknown",
      "case-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "openOwnCase": {
    "tag": "own-case",
    "success": 201,
    "security": [
      "receipt"
    ],
    "problems": [
      "internal",
      "invalid-request",
      "rate-limited",
      "receipt-missing",
      "receipt-refused",
      "request-timeout",
      "unavailable"
    ]
  },
  "readOwnCase": {
    "tag": "own-case",
    "success": 200,
    "security": [
      "case"
    ],
    "problems": [
      "case-token-refused",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "eraseOwnCase": {
    "tag": "own-case",
    "success": 204,
    "security": [
      "case"
    ],
    "problems": [
      "case-token-refused",
      "erasure-too-early",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "sendOwnMessage": {
    "tag": "own-case",
    "success": 201,
    "security": [
      "case"
    ],
    "problems": [
      "attachment-unfinished",
      "attachment-unknown",
      "body-too-large",
      "case-token-refused",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "step-refused",
      "unavailable"
    ]
  },
  "rateOwnCase": {
    "tag": "own-case",
    "success": 201,
    "security": [
      "case"
    ],
    "problems": [
      "body-too-large",
      "case-token-refused",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "step-refused",
      "unavailable"
    ]
  },
  "withdrawOwnCase": {
    "tag": "own-case",
    "success": 201,
    "security": [
      "case"
    ],
    "problems": [
      "body-too-large",
      "case-token-refused",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "step-refused",
      "unavailable"
    ]
  },
  "answerOwnConsent": {
    "tag": "own-case",
    "success": 201,
    "security": [
      "case"
    ],
    "problems": [
      "body-too-large",
      "case-token-refused",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "step-refused",
      "unavailable"
    ]
  },
  "downloadOwnCaseAttachment": {
    "tag": "own-case",
    "success": 200,
    "security": [
      "case"
    ],
    "problems": [
      "attachment-unknown",
      "case-token-refused",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "exportOwnCase": {
    "tag": "own-case",
    "success": 200,
    "security": [
      "case"
    ],
    "problems": [
      "case-token-refused",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "watchOwnCase": {
    "tag": "own-case",
    "success": 200,
    "security": [
      "case"
    ],
    "problems": [
      "case-token-refused",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "signInStaff": {
    "tag": "staff",
    "success": 201,
    "security": [],
    "problems": [
      "body-too-large",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "second-factor-missing",
      "sign-in-refused",
      "unavailable"
    ]
  },
  "getStaffSession": {
    "tag": "staff",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "signOutStaff": {
    "tag": "staff",
    "success": 204,
    "security": [
      "staff"
    ],
    "problems": [
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "changeOwnPassword": {
    "tag": "staff",
    "success": 204,
    "security": [
      "staff"
    ],
    "problems": [
      "body-too-large",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "sign-in-refused",
      "staff-incomplete",
      "staff-refused",
      "unavailable"
    ]
  },
  "confirmSecondFactor": {
    "tag": "staff",
    "success": 204,
    "security": [
      "staff"
    ],
    "problems": [
      "body-too-large",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "sign-in-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "startSecondFactor": {
    "tag": "staff",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "second-factor-there",
      "staff-refused",
      "unavailable"
    ]
  },
  "startOidcSignIn": {
    "tag": "staff",
    "success": 200,
    "security": [],
    "problems": [
      "body-too-large",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "oidc-unavailable",
      "rate-limited",
      "request-timeout",
      "staff-incomplete",
      "unavailable"
    ]
  },
  "finishOidcSignIn": {
    "tag": "staff",
    "success": 201,
    "security": [],
    "problems": [
      "body-too-large",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "oidc-unavailable",
      "rate-limited",
      "request-timeout",
      "sign-in-refused",
      "unavailable"
    ]
  },
  "listStaffAccounts": {
    "tag": "staff",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "cursor-invalid",
      "federation-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "createStaffAccount": {
    "tag": "staff",
    "success": 201,
    "security": [
      "staff"
    ],
    "problems": [
      "account-taken",
      "body-too-large",
      "federation-unknown",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-incomplete",
      "staff-refused",
      "unavailable"
    ]
  },
  "getStaffAccount": {
    "tag": "staff",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "staff-unknown",
      "unavailable"
    ]
  },
  "changeStaffAccount": {
    "tag": "staff",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "body-too-large",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "precondition-failed",
      "precondition-missing",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-incomplete",
      "staff-refused",
      "staff-unknown",
      "unavailable"
    ]
  },
  "listAuditEntries": {
    "tag": "staff",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "cursor-invalid",
      "federation-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "getCaseReport": {
    "tag": "case-reports",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "federation-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "exportCaseReport": {
    "tag": "case-reports",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "federation-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "getPublicCaseReport": {
    "tag": "case-reports",
    "success": 200,
    "security": [],
    "problems": [
      "federation-unknown",
      "internal",
      "invalid-request",
      "period-open",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "listCouncils": {
    "tag": "councils",
    "success": 200,
    "security": [],
    "problems": [
      "cursor-invalid",
      "federation-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "getExecutionReport": {
    "tag": "councils",
    "success": 200,
    "security": [],
    "problems": [
      "federation-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "openMemberSession": {
    "tag": "membership",
    "success": 201,
    "security": [],
    "problems": [
      "body-too-large",
      "internal",
      "invalid-request",
      "invitation-refused",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "getOwnMembership": {
    "tag": "membership",
    "success": 200,
    "security": [
      "member"
    ],
    "problems": [
      "internal",
      "invalid-request",
      "member-refused",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "closeMemberSession": {
    "tag": "membership",
    "success": 204,
    "security": [
      "member"
    ],
    "problems": [
      "internal",
      "invalid-request",
      "member-refused",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "getCouncil": {
    "tag": "councils",
    "success": 200,
    "security": [],
    "problems": [
      "council-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "listRoll": {
    "tag": "councils",
    "success": 200,
    "security": [
      "member"
    ],
    "problems": [
      "council-unknown",
      "internal",
      "invalid-request",
      "member-refused",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "listTopics": {
    "tag": "councils",
    "success": 200,
    "security": [],
    "problems": [
      "council-unknown",
      "cursor-invalid",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "suggestTopic": {
    "tag": "councils",
    "success": 201,
    "security": [],
    "problems": [
      "body-too-large",
      "council-ended",
      "council-unknown",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "listOwnTopics": {
    "tag": "councils",
    "success": 200,
    "security": [
      "member"
    ],
    "problems": [
      "council-unknown",
      "cursor-invalid",
      "internal",
      "invalid-request",
      "member-refused",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "proposeTopic": {
    "tag": "councils",
    "success": 201,
    "security": [
      "member"
    ],
    "problems": [
      "body-too-large",
      "council-ended",
      "council-unknown",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "member-refused",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "secondTopic": {
    "tag": "councils",
    "success": 200,
    "security": [
      "member"
    ],
    "problems": [
      "council-unknown",
      "internal",
      "invalid-request",
      "member-refused",
      "rate-limited",
      "request-timeout",
      "topic-refused",
      "topic-unknown",
      "unavailable"
    ]
  },
  "unsecondTopic": {
    "tag": "councils",
    "success": 200,
    "security": [
      "member"
    ],
    "problems": [
      "council-unknown",
      "internal",
      "invalid-request",
      "member-refused",
      "rate-limited",
      "request-timeout",
      "topic-refused",
      "topic-unknown",
      "unavailable"
    ]
  },
  "listComments": {
    "tag": "councils",
    "success": 200,
    "security": [
      "member"
    ],
    "problems": [
      "council-unknown",
      "cursor-invalid",
      "internal",
      "invalid-request",
      "member-refused",
      "rate-limited",
      "request-timeout",
      "topic-unknown",
      "unavailable"
    ]
  },
  "writeComment": {
    "tag": "councils",
    "success": 201,
    "security": [
      "member"
    ],
    "problems": [
      "body-too-large",
      "council-unknown",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "member-refused",
      "rate-limited",
      "request-timeout",
      "topic-refused",
      "topic-unknown",
      "unavailable"
    ]
  },
  "takeBackComment": {
    "tag": "councils",
    "success": 204,
    "security": [
      "member"
    ],
    "problems": [
      "comment-unknown",
      "council-unknown",
      "internal",
      "invalid-request",
      "member-refused",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "reportComment": {
    "tag": "councils",
    "success": 204,
    "security": [
      "member"
    ],
    "problems": [
      "comment-unknown",
      "council-unknown",
      "internal",
      "invalid-request",
      "member-refused",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "listMeetings": {
    "tag": "councils",
    "success": 200,
    "security": [],
    "problems": [
      "council-unknown",
      "cursor-invalid",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "listResolutions": {
    "tag": "councils",
    "success": 200,
    "security": [],
    "problems": [
      "council-unknown",
      "cursor-invalid",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "listOwnResolutions": {
    "tag": "councils",
    "success": 200,
    "security": [
      "member"
    ],
    "problems": [
      "council-unknown",
      "cursor-invalid",
      "internal",
      "invalid-request",
      "member-refused",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "answerExecution": {
    "tag": "councils",
    "success": 200,
    "security": [
      "member"
    ],
    "problems": [
      "body-too-large",
      "council-unknown",
      "execution-refused",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "member-refused",
      "rate-limited",
      "request-timeout",
      "resolution-unknown",
      "unavailable"
    ]
  },
  "rateResolution": {
    "tag": "councils",
    "success": 200,
    "security": [
      "member"
    ],
    "problems": [
      "body-too-large",
      "council-unknown",
      "execution-refused",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "member-refused",
      "rate-limited",
      "request-timeout",
      "resolution-unknown",
      "unavailable"
    ]
  },
  "getCouncilLog": {
    "tag": "councils",
    "success": 200,
    "security": [],
    "problems": [
      "council-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "getLogHead": {
    "tag": "councils",
    "success": 200,
    "security": [],
    "problems": [
      "council-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "listBallots": {
    "tag": "ballots",
    "success": 200,
    "security": [],
    "problems": [
      "council-unknown",
      "cursor-invalid",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "getBallot": {
    "tag": "ballots",
    "success": 200,
    "security": [],
    "problems": [
      "ballot-unknown",
      "council-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "getOwnBallot": {
    "tag": "ballots",
    "success": 200,
    "security": [
      "member"
    ],
    "problems": [
      "ballot-unknown",
      "council-unknown",
      "internal",
      "invalid-request",
      "member-refused",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "castOpenVote": {
    "tag": "ballots",
    "success": 200,
    "security": [
      "member"
    ],
    "problems": [
      "ballot-not-open",
      "ballot-unknown",
      "body-too-large",
      "council-unknown",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "member-refused",
      "not-eligible",
      "rate-limited",
      "request-timeout",
      "unavailable",
      "vote-counted",
      "vote-invalid"
    ]
  },
  "takeBallotPaper": {
    "tag": "ballots",
    "success": 200,
    "security": [
      "member"
    ],
    "problems": [
      "ballot-not-open",
      "ballot-unknown",
      "body-too-large",
      "council-unknown",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "member-refused",
      "not-eligible",
      "paper-given",
      "paper-invalid",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "castSecretVote": {
    "tag": "ballots",
    "success": 200,
    "security": [],
    "problems": [
      "ballot-not-open",
      "ballot-unknown",
      "body-too-large",
      "council-unknown",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "paper-invalid",
      "rate-limited",
      "request-timeout",
      "unavailable",
      "vote-counted",
      "vote-invalid"
    ]
  },
  "castDecidingVote": {
    "tag": "ballots",
    "success": 200,
    "security": [
      "member"
    ],
    "problems": [
      "ballot-refused",
      "ballot-unknown",
      "body-too-large",
      "council-unknown",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "member-refused",
      "rate-limited",
      "request-timeout",
      "unavailable",
      "vote-invalid"
    ]
  },
  "getBallotReceipts": {
    "tag": "ballots",
    "success": 200,
    "security": [],
    "problems": [
      "ballot-refused",
      "ballot-unknown",
      "council-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "createCouncil": {
    "tag": "council-desk",
    "success": 201,
    "security": [
      "staff"
    ],
    "problems": [
      "body-too-large",
      "federation-unknown",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "changeCouncil": {
    "tag": "council-desk",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "body-too-large",
      "council-unknown",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "precondition-failed",
      "precondition-missing",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "listMembers": {
    "tag": "council-desk",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "council-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "addMember": {
    "tag": "council-desk",
    "success": 201,
    "security": [
      "staff"
    ],
    "problems": [
      "body-too-large",
      "council-ended",
      "council-unknown",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "roll-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "changeMember": {
    "tag": "council-desk",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "body-too-large",
      "council-unknown",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "member-unknown",
      "precondition-failed",
      "precondition-missing",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "roll-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "inviteMembers": {
    "tag": "council-desk",
    "success": 201,
    "security": [
      "staff"
    ],
    "problems": [
      "body-too-large",
      "council-ended",
      "council-unknown",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "invitation-printed",
      "media-type-unsupported",
      "member-unknown",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "listAllTopics": {
    "tag": "council-desk",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "council-unknown",
      "cursor-invalid",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "screenTopic": {
    "tag": "council-desk",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "body-too-large",
      "council-unknown",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "topic-refused",
      "topic-unknown",
      "unavailable"
    ]
  },
  "listAllComments": {
    "tag": "council-desk",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "council-unknown",
      "cursor-invalid",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "topic-unknown",
      "unavailable"
    ]
  },
  "moderateComment": {
    "tag": "council-desk",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "body-too-large",
      "comment-unknown",
      "council-unknown",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "createMeeting": {
    "tag": "council-desk",
    "success": 201,
    "security": [
      "staff"
    ],
    "problems": [
      "body-too-large",
      "council-ended",
      "council-unknown",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "meeting-refused",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "getMeeting": {
    "tag": "council-desk",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "council-unknown",
      "internal",
      "invalid-request",
      "meeting-unknown",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "changeMeeting": {
    "tag": "council-desk",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "body-too-large",
      "council-unknown",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "meeting-refused",
      "meeting-unknown",
      "precondition-failed",
      "precondition-missing",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "listAllBallots": {
    "tag": "council-desk",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "council-unknown",
      "cursor-invalid",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "prepareBallot": {
    "tag": "council-desk",
    "success": 201,
    "security": [
      "staff"
    ],
    "problems": [
      "ballot-refused",
      "body-too-large",
      "council-ended",
      "council-unknown",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "getBallotDraft": {
    "tag": "council-desk",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "ballot-unknown",
      "council-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "changeBallot": {
    "tag": "council-desk",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "ballot-refused",
      "ballot-unknown",
      "body-too-large",
      "council-unknown",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "precondition-failed",
      "precondition-missing",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "cancelBallot": {
    "tag": "council-desk",
    "success": 204,
    "security": [
      "staff"
    ],
    "problems": [
      "ballot-refused",
      "ballot-unknown",
      "council-unknown",
      "internal",
      "invalid-request",
      "precondition-failed",
      "precondition-missing",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "checkBallot": {
    "tag": "council-desk",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "ballot-unknown",
      "council-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "openBallot": {
    "tag": "council-desk",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "ballot-refused",
      "ballot-unknown",
      "council-unknown",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "precondition-failed",
      "precondition-missing",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "closeBallot": {
    "tag": "council-desk",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "ballot-refused",
      "ballot-unknown",
      "council-unknown",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "listAllResolutions": {
    "tag": "council-desk",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "council-unknown",
      "cursor-invalid",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "recordResolution": {
    "tag": "council-desk",
    "success": 201,
    "security": [
      "staff"
    ],
    "problems": [
      "body-too-large",
      "council-ended",
      "council-unknown",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "resolution-refused",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "getResolution": {
    "tag": "council-desk",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "council-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "resolution-unknown",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "changeResolution": {
    "tag": "council-desk",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "body-too-large",
      "council-unknown",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "precondition-failed",
      "precondition-missing",
      "rate-limited",
      "request-timeout",
      "resolution-refused",
      "resolution-unknown",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "takeExecutionStep": {
    "tag": "council-desk",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "body-too-large",
      "council-unknown",
      "execution-refused",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "resolution-unknown",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "listWebhooks": {
    "tag": "webhooks",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "federation-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "createWebhook": {
    "tag": "webhooks",
    "success": 201,
    "security": [
      "staff"
    ],
    "problems": [
      "body-too-large",
      "federation-unknown",
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "media-type-unsupported",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable",
      "webhook-refused"
    ]
  },
  "deleteWebhook": {
    "tag": "webhooks",
    "success": 204,
    "security": [
      "staff"
    ],
    "problems": [
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable",
      "webhook-unknown"
    ]
  },
  "listWebhookDeliveries": {
    "tag": "webhooks",
    "success": 200,
    "security": [
      "staff"
    ],
    "problems": [
      "cursor-invalid",
      "federation-unknown",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable"
    ]
  },
  "repeatWebhookDelivery": {
    "tag": "webhooks",
    "success": 202,
    "security": [
      "staff"
    ],
    "problems": [
      "idempotency-key-missing",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "role-refused",
      "staff-refused",
      "unavailable",
      "webhook-unknown"
    ]
  },
  "listProblems": {
    "tag": "service",
    "success": 200,
    "security": [],
    "problems": [
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "getProblem": {
    "tag": "service",
    "success": 200,
    "security": [],
    "problems": [
      "internal",
      "invalid-request",
      "not-found",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "getHealth": {
    "tag": "service",
    "success": 200,
    "security": [],
    "problems": [
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  },
  "getReadiness": {
    "tag": "service",
    "success": 200,
    "security": [],
    "problems": [
      "internal",
      "invalid-request",
      "rate-limited",
      "request-timeout",
      "unavailable"
    ]
  }
} as const;

/** Every problem's status, title and remedy. */
export const problemKinds = {
  "account-taken": {
    "status": 409,
    "title": "The account name is taken",
    "remedy": "Choose another one."
  },
  "attachment-damaged": {
    "status": 422,
    "title": "The file is damaged",
    "remedy": "It could not be read to its end, or holds more than it says. Send another copy."
  },
  "attachment-too-large": {
    "status": 413,
    "title": "The file is too large",
    "remedy": "Send a file of at most 20 MiB."
  },
  "attachment-too-many": {
    "status": 422,
    "title": "Too many files",
    "remedy": "A request carries at most 10 files. Remove one first."
  },
  "attachment-type-refused": {
    "status": 422,
    "title": "This kind of file is not taken",
    "remedy": "Send a picture, PDF, audio, video or office file. The content decides, not the name."
  },
  "attachment-unfinished": {
    "status": 422,
    "title": "A file has not arrived completely",
    "remedy": "Finish or remove it and submit again."
  },
  "attachment-unknown": {
    "status": 404,
    "title": "No such attachment",
    "remedy": "It never existed, was removed, or belongs to another draft."
  },
  "ballot-not-open": {
    "status": 409,
    "title": "The ballot is not open",
    "remedy": "It was not opened yet, its time is over, or it was cancelled."
  },
  "ballot-refused": {
    "status": 422,
    "title": "This cannot be done with the ballot now",
    "remedy": "The findings say why; `checkBallot` says what is missing."
  },
  "ballot-unknown": {
    "status": 404,
    "title": "No such ballot",
    "remedy": "It never existed, or belongs to another council."
  },
  "body-too-large": {
    "status": 413,
    "title": "The request is too large",
    "remedy": "Send less; the contract says how much each operation takes."
  },
  "case-token-refused": {
    "status": 401,
    "title": "The case token is missing or not valid",
    "remedy": "Open the case again with the receipt."
  },
  "case-unknown": {
    "status": 404,
    "title": "No such case",
    "remedy": "It never existed, was deleted, or belongs to another federation."
  },
  "comment-unknown": {
    "status": 404,
    "title": "No such contribution",
    "remedy": "It never existed, or is not yours to change."
  },
  "council-ended": {
    "status": 409,
    "title": "The council has ended",
    "remedy": "Everything stays readable, and nothing can be added."
  },
  "council-unknown": {
    "status": 404,
    "title": "No such council",
    "remedy": "It never existed, or belongs to another federation."
  },
  "cursor-invalid": {
    "status": 400,
    "title": "The cursor is not valid",
    "remedy": "Start again without a cursor."
  },
  "draft-missing": {
    "status": 401,
    "title": "The draft key is missing",
    "remedy": "Send the Fulian-Draft header with at least 128 random bits in base64url."
  },
  "erasure-too-early": {
    "status": 409,
    "title": "The case cannot be deleted yet",
    "remedy": "It must have ended, and the time be over that the federation must keep it; the case says from when."
  },
  "execution-refused": {
    "status": 409,
    "title": "This cannot be said of the resolution now",
    "remedy": "Read it again; its state says what can be done, and by whom."
  },
  "federation-unknown": {
    "status": 404,
    "title": "No such federation",
    "remedy": "Check the 12-digit code."
  },
  "feedback-unknown": {
    "status": 404,
    "title": "No such feedback",
    "remedy": "It never existed, or belongs to another federation."
  },
  "idempotency-key-missing": {
    "status": 400,
    "title": "The Idempotency-Key is missing",
    "remedy": "Send 16 to 64 characters of base64url."
  },
  "idempotency-key-reused": {
    "status": 422,
    "title": "The Idempotency-Key was used for another request",
    "remedy": "Use a new key for a new request."
  },
  "idempotency-key-running": {
    "status": 409,
    "title": "A request with this key is still running",
    "remedy": "Ask again after the time in Retry-After."
  },
  "import-refused": {
    "status": 422,
    "title": "The file cannot be taken",
    "remedy": "Nothing was imported. The findings say which rows to mend."
  },
  "internal": {
    "status": 500,
    "title": "The service failed",
    "remedy": "Tell the service's operator the request id. Nothing was acknowledged."
  },
  "invalid-request": {
    "status": 400,
    "title": "The request does not keep to the contract",
    "remedy": "The findings say what and where."
  },
  "invitation-printed": {
    "status": 409,
    "title": "These cards were answered already",
    "remedy": "The codes are not kept. Print new cards; those before open nothing then."
  },
  "invitation-refused": {
    "status": 401,
    "title": "This code or word is not valid",
    "remedy": "Check the digits. A code that is too old or used up is answered the same: ask the organiser for a new card."
  },
  "media-type-unsupported": {
    "status": 415,
    "title": "The content type is not taken here",
    "remedy": "Send the content type that the contract names."
  },
  "meeting-refused": {
    "status": 422,
    "title": "What was written about the meeting does not fit",
    "remedy": "The findings say what."
  },
  "meeting-unknown": {
    "status": 404,
    "title": "No such meeting",
    "remedy": "It never existed, or belongs to another council."
  },
  "member-refused": {
    "status": 401,
    "title": "The member token is missing or not valid",
    "remedy": "Open a session with a card or through your portal."
  },
  "member-unknown": {
    "status": 404,
    "title": "No such member",
    "remedy": "She is not on the roll of this council."
  },
  "method-not-allowed": {
    "status": 405,
    "title": "No such method here",
    "remedy": "The Allow header names those that exist."
  },
  "no-unit-left": {
    "status": 422,
    "title": "Nobody is left to receive the request",
    "remedy": "Exclude fewer units or call 12338."
  },
  "not-eligible": {
    "status": 403,
    "title": "You have no vote in this ballot",
    "remedy": "Only who was on the roll when it opened has one."
  },
  "not-found": {
    "status": 404,
    "title": "There is nothing here",
    "remedy": "Check the address."
  },
  "offset-mismatch": {
    "status": 409,
    "title": "The piece does not follow what has arrived",
    "remedy": "Go on from the offset in this problem."
  },
  "oidc-unavailable": {
    "status": 503,
    "title": "Signing in elsewhere does not work now",
    "remedy": "It is not set up, or the provider does not answer. Sign in with an account of this service."
  },
  "paper-given": {
    "status": 409,
    "title": "Your paper was handed out already",
    "remedy": "It went to another device or an earlier page; only there it can be used."
  },
  "paper-invalid": {
    "status": 422,
    "title": "This paper is not valid for this ballot",
    "remedy": "It is damaged, forged, or belongs to another ballot."
  },
  "period-open": {
    "status": 409,
    "title": "The period is not over",
    "remedy": "Ask for one that has ended."
  },
  "photo-unknown": {
    "status": 404,
    "title": "No such photo",
    "remedy": "It never existed, was removed, or its place is not shown any more."
  },
  "precondition-failed": {
    "status": 412,
    "title": "Somebody else has changed it meanwhile",
    "remedy": "Read it again, look at the differences and send your change with the new ETag."
  },
  "precondition-missing": {
    "status": 428,
    "title": "The If-Match header is missing",
    "remedy": "Send the ETag of what you read."
  },
  "rate-limited": {
    "status": 429,
    "title": "Too many requests",
    "remedy": "Ask again after the time in Retry-After."
  },
  "receipt-missing": {
    "status": 401,
    "title": "The receipt is missing",
    "remedy": "Send the Fulian-Receipt header: the number, a dot, the secret."
  },
  "receipt-refused": {
    "status": 404,
    "title": "No request belongs to this receipt",
    "remedy": "Check the number and the secret; which of the two is wrong is not said."
  },
  "request-incomplete": {
    "status": 422,
    "title": "The answers do not fit together",
    "remedy": "The findings say what is missing."
  },
  "request-timeout": {
    "status": 408,
    "title": "The request came too slowly",
    "remedy": "Send it again."
  },
  "resolution-refused": {
    "status": 422,
    "title": "What was written about the resolution does not fit",
    "remedy": "The findings say what."
  },
  "resolution-unknown": {
    "status": 404,
    "title": "No such resolution",
    "remedy": "It never existed, or belongs to another council."
  },
  "role-refused": {
    "status": 403,
    "title": "Your role does not allow this",
    "remedy": "Somebody with another role has to do it."
  },
  "roll-refused": {
    "status": 422,
    "title": "The roll cannot be changed like this",
    "remedy": "The findings say why."
  },
  "second-factor-missing": {
    "status": 401,
    "title": "A one-time code is asked for",
    "remedy": "Send the six digits that your device shows now."
  },
  "second-factor-there": {
    "status": 409,
    "title": "One-time codes are set up already",
    "remedy": "An administrator can drop them."
  },
  "service-point-refused": {
    "status": 422,
    "title": "What was written does not fit together",
    "remedy": "The findings say what and why."
  },
  "service-point-unknown": {
    "status": 404,
    "title": "No such service point",
    "remedy": "It never existed, was taken off the map, or belongs to another federation."
  },
  "sign-in-refused": {
    "status": 401,
    "title": "Account, password or code is wrong",
    "remedy": "Which of them is not said. After several failures there is a pause."
  },
  "staff-incomplete": {
    "status": 422,
    "title": "What was written does not fit together",
    "remedy": "The findings say what and why."
  },
  "staff-refused": {
    "status": 401,
    "title": "The staff token is missing or not valid",
    "remedy": "Send `Authorization: Bearer` with a token that has not expired."
  },
  "staff-unknown": {
    "status": 404,
    "title": "No such account",
    "remedy": "It never existed, or belongs to another federation."
  },
  "step-incomplete": {
    "status": 422,
    "title": "The step lacks something or has too much",
    "remedy": "The findings say what."
  },
  "step-refused": {
    "status": 409,
    "title": "This cannot be done with the case now",
    "remedy": "Read it again; its `may` says what can be done."
  },
  "table-outdated": {
    "status": 410,
    "title": "The table has changed",
    "remedy": "Load the table again; the rows have other numbers now."
  },
  "table-too-large": {
    "status": 422,
    "title": "The area has too many service points to download",
    "remedy": "Ask for a smaller federation or for cells."
  },
  "topic-refused": {
    "status": 409,
    "title": "This cannot be done with the topic now",
    "remedy": "Read it again; its state says what can be done."
  },
  "topic-unknown": {
    "status": 404,
    "title": "No such topic",
    "remedy": "It never existed, or belongs to another council."
  },
  "unavailable": {
    "status": 503,
    "title": "The service cannot store or read anything now",
    "remedy": "Nothing was stored. Ask again after the time in Retry-After."
  },
  "vote-counted": {
    "status": 409,
    "title": "A vote is stored already and cannot be changed",
    "remedy": "The rules of this ballot do not allow a second one."
  },
  "vote-invalid": {
    "status": 422,
    "title": "The vote does not fit the ballot",
    "remedy": "The findings say what."
  },
  "webhook-refused": {
    "status": 422,
    "title": "The address cannot be used",
    "remedy": "It must be https and public, unless the operator allows others."
  },
  "webhook-unknown": {
    "status": 404,
    "title": "No such address or message",
    "remedy": "It never existed, was removed, or belongs to another federation."
  }
} as const;
