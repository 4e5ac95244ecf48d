/**
 * Does the same fixed work each time and gives how long it took, in ms. What varies between calls is the machine: its
 * clock, its neighbours. The work is integer arithmetic that allocates nothing, some 20 ms.
 */
export function calibrate(): number {
  const start = performance.now();
  let state = 1;
  for (let step = 0; step < 8_000_000; step++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
  }
  const took = performance.now() - start;
  // The state is used, so that the loop cannot be optimised away; this generator never reaches 0.
  if (state === 0) throw new Error('the calibration loop is broken');
  return took;
}
