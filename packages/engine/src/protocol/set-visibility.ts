/** Say whether this desk is in sight: who looks at it needs no push message (H93). */
import * as z from "zod/mini";

export const SetVisibility = z.object({
  type: z.literal("set-visibility"),
  visible: z.boolean(),
});
export type SetVisibility = z.infer<typeof SetVisibility>;
