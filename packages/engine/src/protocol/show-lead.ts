/** Ask how promising the visitor of a handoff is, and why. Answered with `lead`. */
import * as z from "zod/mini";
import { HandoffId, SendId } from "../domain/id.ts";

export const ShowLead = z.object({
  type: z.literal("show-lead"),
  id: SendId,
  handoff: HandoffId,
});
export type ShowLead = z.infer<typeof ShowLead>;
