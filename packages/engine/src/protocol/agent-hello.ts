/** The first message on an agent's socket. Who it is, the session cookie has said already. */
import * as z from "zod/mini";

export const AgentHello = z.object({
  type: z.literal("agent-hello"),
  protocol: z.int(),
});
export type AgentHello = z.infer<typeof AgentHello>;
