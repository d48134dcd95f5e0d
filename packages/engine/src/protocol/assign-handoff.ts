/** Give a handoff to a colleague, or pass on one's own. */
import * as z from "zod/mini";
import { AgentId, HandoffId, SendId } from "../domain/id.ts";

export const AssignHandoff = z.object({
  type: z.literal("assign-handoff"),
  id: SendId,
  handoff: HandoffId,
  /** The version that the sender saw. */
  version: z.int().check(z.positive()),
  to: AgentId,
});
export type AssignHandoff = z.infer<typeof AssignHandoff>;
