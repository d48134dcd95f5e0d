/** Divides examples by idea: which fold an idea falls in depends on its name alone, so it never moves. */
import type { Example } from "./example.ts";

const FOLDS = 5;

export function foldOf(idea: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < idea.length; at += 1) hash = Math.imul(hash ^ idea.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 16;
  return (Math.imul(hash, 0x85ebca6b) >>> 8) % FOLDS;
}

export interface Split {
  readonly training: readonly Example[];
  readonly heldOut: readonly Example[];
}

export function splitBy(examples: readonly Example[], isHeldOut: (example: Example) => boolean): Split {
  return {
    training: examples.filter((example) => !isHeldOut(example)),
    heldOut: examples.filter(isHeldOut),
  };
}
