/** A handoff is new or has changed: the whole of it, so that the order of two of these decides by `version`. */
import * as z from "zod/mini";
import { Handoff } from "../domain/handoff.ts";

export const HandoffChanged = z.object({
  type: z.literal("handoff-changed"),
  handoff: Handoff,
});
export type HandoffChanged = z.infer<typeof HandoffChanged>;
