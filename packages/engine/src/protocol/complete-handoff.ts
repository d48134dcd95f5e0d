/** Done. The conversation is closed. */
import * as z from "zod/mini";
import { HandoffId, SendId } from "../domain/id.ts";

export const CompleteHandoff = z.object({
  type: z.literal("complete-handoff"),
  id: SendId,
  handoff: HandoffId,
  /** The version that the sender saw. */
  version: z.int().check(z.positive()),
});
export type CompleteHandoff = z.infer<typeof CompleteHandoff>;
