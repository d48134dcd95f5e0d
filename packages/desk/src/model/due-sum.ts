/** The arithmetic behind a due time, as the server tells it: blocks that sum to the target, to the second (N7). */
import type { HandoffId, SlaClock } from "@sophie/engine";
import * as z from "zod/mini";
import { callServer } from "./server-call.ts";

const Note = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("other_hours"), name: z.string() }),
  z.object({ kind: z.literal("closed"), name: z.string() }),
  z.object({ kind: z.literal("clock_change"), at: z.int(), shiftMs: z.int() }),
  z.object({ kind: z.literal("hours_changed") }),
]);
export type DueNote = z.infer<typeof Note>;

const Block = z.object({ from: z.int(), to: z.int(), ms: z.int(), notes: z.array(Note) });

const DueSum = z.object({
  dueAt: z.int(),
  targetMs: z.int(),
  clock: z.enum(["business", "wall"] satisfies readonly SlaClock[]),
  stopOn: z.enum(["first_response", "in_progress"]),
  calendar: z.nullable(z.object({ name: z.string(), zone: z.string() })),
  blocks: z.array(Block),
});
export type DueSum = z.infer<typeof DueSum>;

/** Null when it could not be had. */
export async function askDueSum(handoff: HandoffId): Promise<DueSum | null> {
  const answer = await callServer("GET", `/api/handoffs/${encodeURIComponent(handoff)}/due`);
  if (answer?.status !== 200) return null;
  return DueSum.safeParse(answer.body).data ?? null;
}

/** Whole seconds for each part, so that what is read sums to what is read below it. */
export function secondsOf(parts: readonly { readonly ms: number }[]): readonly number[] {
  let passedMs = 0;
  return parts.map(({ ms }) => {
    const before = Math.round(passedMs / 1_000);
    passedMs += ms;
    return Math.round(passedMs / 1_000) - before;
  });
}
