/** The answer to `show-lead`: the score as it is at this moment, every point of it accounted for. */
import * as z from "zod/mini";
import { HandoffId, SendId } from "../domain/id.ts";
import { Lead } from "../domain/lead.ts";

export const LeadShown = z.object({
  type: z.literal("lead-shown"),
  id: SendId,
  handoff: HandoffId,
  lead: Lead,
});
export type LeadShown = z.infer<typeof LeadShown>;
