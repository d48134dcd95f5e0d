/** Where a lead stands on its way to buying, earliest first (T26, T29–T32). */
import * as z from "zod/mini";

export const LEAD_STAGES = ["top_of_funnel", "qualified", "opportunity", "customer"] as const;

export const LeadStage = z.enum(LEAD_STAGES);
export type LeadStage = z.infer<typeof LeadStage>;

/** 0 for the top of the funnel … 3 for a customer. */
export function stageRank(stage: LeadStage): number {
  return LEAD_STAGES.indexOf(stage);
}
