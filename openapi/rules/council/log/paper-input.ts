/**
 * What a paper's seal is computed from (the input of the VOPRF): its 32 bytes, then the ballot's id as ASCII, so that a seal for one
 * ballot is none for another. `paper`: 64 hex digits; `ballot`: a UUID.
 */
export function paperInput(paper: string, ballot: string): Uint8Array {
  const input = new Uint8Array(32 + ballot.length);
  for (let at = 0; at < 32; at += 1) input[at] = Number.parseInt(paper.slice(at * 2, at * 2 + 2), 16);
  for (let at = 0; at < ballot.length; at += 1) input[32 + at] = ballot.charCodeAt(at);
  return input;
}
