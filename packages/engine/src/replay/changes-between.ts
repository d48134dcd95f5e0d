/** What is different between two states, leaf by leaf: what one entry did. */
import type { ReplayState } from "./replay-state.ts";

/** A value without parts. */
export type Leaf = string | number | boolean | null;

/** One leaf of the state that is different. */
export interface ReplayChange {
  /** Such as `handoff.status` or `timers.sla-due`. */
  readonly what: string;
  /** Null for what was not there, or is not there any more. */
  readonly from: Leaf;
  readonly to: Leaf;
}

/** In the order of their names. Where the entry stands, `seq` and `at`, is no change. */
export function changesBetween(before: ReplayState, after: ReplayState): readonly ReplayChange[] {
  const then = leavesOf(before);
  const now = leavesOf(after);
  return [...new Set([...then.keys(), ...now.keys()])]
    .toSorted()
    .map((what) => ({ what, from: then.get(what) ?? null, to: now.get(what) ?? null }))
    .filter(({ from, to }) => from !== to);
}

function leavesOf({ seq: _seq, at: _at, timers, speaker, ...rest }: ReplayState): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  collect("", rest, leaves);
  leaves.set("speaker", speaker?.kind === "agent" ? speaker.name : (speaker?.kind ?? null));
  for (const { kind, at } of timers) leaves.set(`timers.${kind}`, at);
  return leaves;
}

function collect(path: string, value: unknown, into: Map<string, Leaf>): void {
  if (Array.isArray(value)) into.set(path, value.join(", ") || null);
  else if (typeof value === "object" && value !== null) {
    for (const [key, held] of Object.entries(value))
      collect(path === "" ? key : `${path}.${key}`, held, into);
  } else into.set(path, (value ?? null) as Leaf);
}
