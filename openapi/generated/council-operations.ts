// Generated from openapi/ by `npm run generate`. Do not edit.
/** What a client needs to call an operation; it answers JSON unless the row says otherwise. A file for each kind of client, so that none loads what it cannot call. */
export const councilOperations = {
  "listCouncils": {
    "method": "GET",
    "path": "/v1/federations/{code}/councils"
  },
  "getExecutionReport": {
    "method": "GET",
    "path": "/v1/federations/{code}/council-execution"
  },
  "getCouncil": {
    "method": "GET",
    "path": "/v1/councils/{councilId}"
  },
  "listRoll": {
    "method": "GET",
    "path": "/v1/councils/{councilId}/roll"
  },
  "listTopics": {
    "method": "GET",
    "path": "/v1/councils/{councilId}/topics"
  },
  "suggestTopic": {
    "method": "POST",
    "path": "/v1/councils/{councilId}/topics",
    "body": "json",
    "keyed": true
  },
  "listOwnTopics": {
    "method": "GET",
    "path": "/v1/councils/{councilId}/own-topics"
  },
  "proposeTopic": {
    "method": "POST",
    "path": "/v1/councils/{councilId}/own-topics",
    "body": "json",
    "keyed": true
  },
  "secondTopic": {
    "method": "PUT",
    "path": "/v1/councils/{councilId}/topics/{topicId}/seconding"
  },
  "unsecondTopic": {
    "method": "DELETE",
    "path": "/v1/councils/{councilId}/topics/{topicId}/seconding"
  },
  "listComments": {
    "method": "GET",
    "path": "/v1/councils/{councilId}/topics/{topicId}/comments"
  },
  "writeComment": {
    "method": "POST",
    "path": "/v1/councils/{councilId}/topics/{topicId}/comments",
    "body": "json",
    "keyed": true
  },
  "takeBackComment": {
    "method": "DELETE",
    "path": "/v1/councils/{councilId}/topics/{topicId}/comments/{commentId}",
    "answer": "none"
  },
  "reportComment": {
    "method": "PUT",
    "path": "/v1/councils/{councilId}/topics/{topicId}/comments/{commentId}/report",
    "answer": "none"
  },
  "listMeetings": {
    "method": "GET",
    "path": "/v1/councils/{councilId}/meetings"
  },
  "listResolutions": {
    "method": "GET",
    "path": "/v1/councils/{councilId}/resolutions"
  },
  "listOwnResolutions": {
    "method": "GET",
    "path": "/v1/councils/{councilId}/own-resolutions"
  },
  "answerExecution": {
    "method": "PUT",
    "path": "/v1/councils/{councilId}/resolutions/{resolutionId}/acceptance",
    "body": "json"
  },
  "rateResolution": {
    "method": "PUT",
    "path": "/v1/councils/{councilId}/resolutions/{resolutionId}/rating",
    "body": "json"
  },
  "getCouncilLog": {
    "method": "GET",
    "path": "/v1/councils/{councilId}/log"
  },
  "getLogHead": {
    "method": "GET",
    "path": "/v1/councils/{councilId}/log-seal"
  }
} as const;
