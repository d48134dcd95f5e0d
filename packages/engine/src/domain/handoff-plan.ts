/** When somebody means to see to a handoff that need not be seen to now: whoever has it then is reminded (H84). */
import * as z from "zod/mini";
import { AgentName } from "./author.ts";

export const PLAN_NOTE_CHARS_MAX = 500;

export const HandoffPlan = z.object({
  /** Epoch ms. */
  at: z.int(),
  /** IANA: the zone in which the time was chosen. */
  zone: z.string(),
  /** What for; may be empty. */
  note: z.string(),
  by: AgentName,
  setAt: z.int(),
  /** When somebody was reminded; null until then. */
  remindedAt: z.nullable(z.int()),
});
export type HandoffPlan = z.infer<typeof HandoffPlan>;
