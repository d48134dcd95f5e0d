/** Say when one means to see to a handoff, move that, or drop it (H84). One that nobody has becomes the sender's. */
import * as z from "zod/mini";
import { PLAN_NOTE_CHARS_MAX } from "../domain/handoff-plan.ts";
import { HandoffId, SendId } from "../domain/id.ts";

export const PlanHandoff = z.object({
  type: z.literal("plan-handoff"),
  id: SendId,
  handoff: HandoffId,
  /** The version that the sender saw. */
  version: z.int().check(z.positive()),
  /**
   * As a clock in `zone` shows it, such as `2026-01-05T09:00`; null drops the plan. Refused when it is past. An hour that
   * a clock skips is the hour after it.
   */
  at: z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/))),
  /** IANA. */
  zone: z.string().check(z.maxLength(80)),
  note: z.string().check(z.trim(), z.maxLength(PLAN_NOTE_CHARS_MAX)),
});
export type PlanHandoff = z.infer<typeof PlanHandoff>;
