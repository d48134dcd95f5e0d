/** Say whether one is there for new work. Offline is what the server sees when the last socket goes. */
import * as z from "zod/mini";

export const SetPresence = z.object({
  type: z.literal("set-presence"),
  presence: z.enum(["online", "away"]),
});
export type SetPresence = z.infer<typeof SetPresence>;
