/** Take back one's own last move of a handoff, named by the id under which it was made, within some seconds (N9). */
import * as z from "zod/mini";
import { HandoffId, SendId } from "../domain/id.ts";

export const UndoMove = z.object({
  type: z.literal("undo-move"),
  id: SendId,
  handoff: HandoffId,
  /** The one that the move led to. */
  version: z.int().check(z.positive()),
  move: SendId,
});
export type UndoMove = z.infer<typeof UndoMove>;
