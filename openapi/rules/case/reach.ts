/** What all codes of a federation's subtree begin with. */
function stemOf(code: string): string {
  for (const length of [2, 4, 6, 9]) if (/^0*$/.test(code.slice(length))) return code.slice(0, length);
  return code;
}

/** Whether a federation is `unit` itself or below it, by the codes alone (S6). */
export function reaches(unit: string, code: string): boolean {
  return code.startsWith(stemOf(unit));
}
