/** Begin: the sender becomes the assignee and has control of the conversation. */
import * as z from "zod/mini";
import { HandoffId, SendId } from "../domain/id.ts";

export const StartHandoff = z.object({
  type: z.literal("start-handoff"),
  id: SendId,
  handoff: HandoffId,
  /** The version that the sender saw. */
  version: z.int().check(z.positive()),
  /** Refused with `more_pressing_waits` while the sender could take a more pressing one of the queue instead (Q8). */
  inOrder: z.optional(z.boolean()),
});
export type StartHandoff = z.infer<typeof StartHandoff>;
