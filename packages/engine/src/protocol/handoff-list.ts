/** The answer to `list-handoffs`. */
import * as z from "zod/mini";
import { Handoff } from "../domain/handoff.ts";
import { SendId } from "../domain/id.ts";

export const HandoffList = z.object({
  type: z.literal("handoff-list"),
  id: SendId,
  handoffs: z.array(Handoff),
  /** Whether there is a next page. */
  more: z.boolean(),
});
export type HandoffList = z.infer<typeof HandoffList>;
