/** Where a handoff stands that goes on to the next agent while nobody opens it: who had it, and until when (T1–T10). */
import * as z from "zod/mini";
import { AgentName } from "./author.ts";
import { QueueId } from "./queue.ts";

export const OverflowStanding = z.discriminatedUnion("state", [
  /** Nobody has it. */
  z.object({ state: z.literal("idle") }),
  /** Goes on at `dueAt` unless it is opened. */
  z.object({ state: z.literal("running"), since: z.int(), dueAt: z.int() }),
  /** Fewer than two are there, so its time does not run (T5). */
  z.object({ state: z.literal("held"), since: z.int() }),
  /** Whoever has it has looked: it stays (T7). */
  z.object({ state: z.literal("opened"), at: z.int() }),
  /** Never goes on: it came outside hours (T10), or somebody made it by hand (T3). */
  z.object({ state: z.literal("exempt"), because: z.enum(["outside_hours", "by_hand"]) }),
  /** There is nobody left whom it could go to; it waits for a supervisor (T6, R19). */
  z.object({ state: z.literal("exhausted"), at: z.int() }),
]);
export type OverflowStanding = z.infer<typeof OverflowStanding>;

export const Overflow = z.object({
  /** Where the chain began: its policy holds, wherever the handoff is by now. */
  queue: QueueId,
  /** Who has had it in this cycle, in order; the first never gets it again by itself (T4, T9). */
  had: z.array(z.object({ agent: AgentName, at: z.int() })),
  /** How often it has gone on. */
  hops: z.int().check(z.nonnegative()),
  /** Whether the log has told already that too few were there: once is enough (R25). */
  wasHeld: z.boolean(),
  standing: OverflowStanding,
});
export type Overflow = z.infer<typeof Overflow>;
