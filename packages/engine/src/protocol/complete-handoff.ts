/** Done. The conversation is closed, with a short survey if the agent begins one and the site has them (F24). */
import * as z from "zod/mini";
import { HandoffId, SendId } from "../domain/id.ts";

export const CompleteHandoff = z.object({
  type: z.literal("complete-handoff"),
  id: SendId,
  handoff: HandoffId,
  /** The version that the sender saw. */
  version: z.int().check(z.positive()),
  survey: z.optional(z.boolean()),
});
export type CompleteHandoff = z.infer<typeof CompleteHandoff>;
