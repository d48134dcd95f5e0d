/** Lets everything that is under way come to rest: frames on a line, and the promises that they set going. */
import type { SocketPair } from "./socket-pair.ts";

/** Turns of the promise queue without a frame, after which nothing moves any more. */
const QUIET_TURNS = 30;

/** Virtual time does not move. Without a pair it only lets promises run. */
export async function settle(pair?: SocketPair): Promise<void> {
  for (let quiet = 0; quiet < QUIET_TURNS;) {
    quiet = pair?.step() === true ? 0 : quiet + 1;
    await Promise.resolve();
  }
}
