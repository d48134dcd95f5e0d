/** A colleague came, went, or is away. */
import * as z from "zod/mini";
import { Agent } from "../domain/agent.ts";

export const AgentChanged = z.object({
  type: z.literal("agent-changed"),
  agent: Agent,
});
export type AgentChanged = z.infer<typeof AgentChanged>;
