/** Bring back one that was completed or cancelled; its next SLA cycle starts (H53). */
import * as z from "zod/mini";
import { HandoffId, SendId } from "../domain/id.ts";

export const ReopenHandoff = z.object({
  type: z.literal("reopen-handoff"),
  id: SendId,
  handoff: HandoffId,
  /** The version that the sender saw. */
  version: z.int().check(z.positive()),
});
export type ReopenHandoff = z.infer<typeof ReopenHandoff>;
