/** Whatever takes too long counts as not knowing: nobody waits for ever (F1). */
import type { Clock } from "../domain/clock.ts";
import type { Considered } from "./consider.ts";

const PATIENCE_MS = 8_000;

/** `moreMs`: what a source of answers may take beside what everything else may. */
export function withPatience(considered: Promise<Considered>, clock: Clock, moreMs = 0): Promise<Considered> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(PATIENCE_MS + moreMs, () => resolve({ kind: "unknown", isFailure: true }));
    void considered.then(resolve, reject).finally(cancel);
  });
}
