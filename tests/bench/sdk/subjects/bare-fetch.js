/** The limit: what somebody writes by hand who needs nothing else. */
export function createCalls({ fetch, baseUrl, code, submission }) {
  const answerOf = async (response) => {
    if (!response.ok) throw new Error(`The service answered ${response.status}`);
    return response.json();
  };
  return {
    get: async () =>
      answerOf(await fetch(`${baseUrl}/v1/federations/${code}`, { headers: { accept: 'application/json' } })),
    post: async () =>
      answerOf(
        await fetch(`${baseUrl}/v1/federations/${code}/help-requests`, {
          method: 'POST',
          headers: {
            accept: 'application/json',
            'content-type': 'application/json',
            'idempotency-key': crypto.randomUUID(),
          },
          body: JSON.stringify(submission),
        }),
      ),
  };
}
