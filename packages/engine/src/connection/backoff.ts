/**
 * How long to wait before the next try: full jitter, which spreads the visitors of a restarted server over the whole
 * interval, so that they do not come back as one wave.
 */

const BASE_MS = 500;
const CAP_MS = 30_000;

/** `attempt` counts failures from 0; `random` is in [0, 1). The result is in [0, min(30 s, 500 ms · 2^attempt)). */
export function backoffMs(attempt: number, random: number): number {
  return Math.floor(random * Math.min(CAP_MS, BASE_MS * 2 ** Math.min(attempt, 16)));
}
