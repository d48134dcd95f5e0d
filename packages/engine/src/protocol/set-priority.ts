/** A person knows better than the points how pressing a handoff is, and says why: kept with the reason, and logged (H43). */
import * as z from "zod/mini";
import { HandoffId, SendId } from "../domain/id.ts";
import { Priority } from "../domain/priority.ts";

export const SetPriority = z.object({
  type: z.literal("set-priority"),
  id: SendId,
  handoff: HandoffId,
  /** The version that the sender saw. */
  version: z.int().check(z.positive()),
  priority: Priority,
  /** Refused when blank. */
  reason: z.string().check(z.trim(), z.maxLength(500)),
});
export type SetPriority = z.infer<typeof SetPriority>;
