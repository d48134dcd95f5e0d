/** Divides examples by idea or by line of business, so that what is judged was not learned in other words. */
import type { Example } from "./example.ts";

const FOLDS = 5;

/** What a course does not learn from: nothing, a fifth of the ideas, or files of the corpus by name. */
export type LeftOut = null | { readonly fold: number } | { readonly domains: readonly string[] };

export function isLeftOut({ idea, domain }: Example, leftOut: LeftOut): boolean {
  if (leftOut === null) return false;
  return "fold" in leftOut ? foldOf(idea) === leftOut.fold : leftOut.domains.includes(domain);
}

/** Which fold an idea falls in depends on its name alone, so it never moves. */
function foldOf(idea: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < idea.length; at += 1) hash = Math.imul(hash ^ idea.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 16;
  return (Math.imul(hash, 0x85ebca6b) >>> 8) % FOLDS;
}
