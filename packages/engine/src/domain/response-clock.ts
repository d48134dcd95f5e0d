/** The clock of a handoff: how soon an answer is wanted, by which hours that is counted, and what became of it in each cycle (R5–R7, H53). */
import * as z from "zod/mini";
import { SlaClock } from "./queue.ts";

export const ResponseTarget = z.object({
  ms: z.int(),
  /** By which hours `ms` is counted. */
  clock: SlaClock,
  /** What stops it: an answer, or only the beginning (R6). */
  stopOn: z.enum(["first_response", "in_progress"]),
  /** When the count began. */
  from: z.int(),
  /** When a quarter of it is left: it turns amber, and somebody is warned. */
  warnAt: z.int(),
  /** What had been counted when the hours were changed on the way, and when that was; null if they were not. */
  counted: z.nullable(z.object({ until: z.int(), ms: z.int() })),
});
export type ResponseTarget = z.infer<typeof ResponseTarget>;

/** What became of one cycle, kept when the handoff is reopened (H53). */
export const ResponseCycle = z.object({
  cycle: z.int().check(z.positive()),
  startedAt: z.int(),
  dueAt: z.int(),
  pickedUpAt: z.nullable(z.int()),
  firstResponseAt: z.nullable(z.int()),
  breachedAt: z.nullable(z.int()),
  endedAt: z.int(),
});
export type ResponseCycle = z.infer<typeof ResponseCycle>;
