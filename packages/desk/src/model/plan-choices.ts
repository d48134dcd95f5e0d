/** The times that a plan is made for most, as the server knows the hours of the queue (H84). */
import type { HandoffId } from "@sophie/engine";
import * as z from "zod/mini";
import { callServer } from "./server-call.ts";

const PlanChoices = z.object({
  choices: z.array(
    z.object({
      name: z.enum(["hour", "tomorrow"]),
      /** As a clock in the asked zone shows it: `2026-01-05T09:00`. */
      local: z.string(),
      at: z.number(),
    }),
  ),
});
type PlanChoice = z.infer<typeof PlanChoices>["choices"][number];

/** None where the server does not say. */
export async function fetchPlanChoices(handoff: HandoffId, zone: string): Promise<readonly PlanChoice[]> {
  const path = `/api/handoffs/${encodeURIComponent(handoff)}/plan-choices?zone=${encodeURIComponent(zone)}`;
  const answer = await callServer("GET", path);
  return (answer?.status === 200 ? PlanChoices.safeParse(answer.body).data?.choices : undefined) ?? [];
}
