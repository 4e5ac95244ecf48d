// Generated from openapi/ by `npm run generate`. Do not edit.
/** What a client needs to call an operation; it answers JSON unless the row says otherwise. A file for each kind of client, so that none loads what it cannot call. */
export const imageOperations = {
  "getServicePointPhoto": {
    "method": "GET",
    "path": "/v1/federations/{code}/service-points/{pointId}/photos/{photoId}",
    "answer": "bytes"
  }
} as const;
