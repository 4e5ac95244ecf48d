// Generated from openapi/ by `npm run generate`. Do not edit.
/** What a client needs to call an operation; it answers JSON unless the row says otherwise. A file for each kind of client, so that none loads what it cannot call. */
export const ballotOperations = {
  "openMemberSession": {
    "method": "POST",
    "path": "/v1/council-sessions",
    "body": "json"
  },
  "getOwnMembership": {
    "method": "GET",
    "path": "/v1/council-session"
  },
  "closeMemberSession": {
    "method": "DELETE",
    "path": "/v1/council-session",
    "answer": "none"
  },
  "listBallots": {
    "method": "GET",
    "path": "/v1/councils/{councilId}/ballots"
  },
  "getBallot": {
    "method": "GET",
    "path": "/v1/councils/{councilId}/ballots/{ballotId}"
  },
  "getOwnBallot": {
    "method": "GET",
    "path": "/v1/councils/{councilId}/ballots/{ballotId}/own-vote"
  },
  "castOpenVote": {
    "method": "PUT",
    "path": "/v1/councils/{councilId}/ballots/{ballotId}/own-vote",
    "body": "json"
  },
  "takeBallotPaper": {
    "method": "PUT",
    "path": "/v1/councils/{councilId}/ballots/{ballotId}/paper",
    "body": "json"
  },
  "castSecretVote": {
    "method": "PUT",
    "path": "/v1/councils/{councilId}/ballots/{ballotId}/box",
    "body": "json"
  },
  "castDecidingVote": {
    "method": "PUT",
    "path": "/v1/councils/{councilId}/ballots/{ballotId}/casting-vote",
    "body": "json"
  },
  "getBallotReceipts": {
    "method": "GET",
    "path": "/v1/councils/{councilId}/ballots/{ballotId}/receipts"
  }
} as const;
