/** Take a handoff for oneself. Of two agents who claim the same version, one wins. */
import * as z from "zod/mini";
import { HandoffId, SendId } from "../domain/id.ts";

export const ClaimHandoff = z.object({
  type: z.literal("claim-handoff"),
  id: SendId,
  handoff: HandoffId,
  /** The version that the sender saw. */
  version: z.int().check(z.positive()),
  /** Refused with `more_pressing_waits` while the sender could take a more pressing one of the queue instead (Q8). */
  inOrder: z.optional(z.boolean()),
});
export type ClaimHandoff = z.infer<typeof ClaimHandoff>;
