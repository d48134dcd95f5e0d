/** Whoever has it looks at it: from here on it goes to nobody else by itself (T7, R22). From anybody else it means nothing. */
import * as z from "zod/mini";
import { HandoffId, SendId } from "../domain/id.ts";

export const OpenHandoff = z.object({
  type: z.literal("open-handoff"),
  id: SendId,
  handoff: HandoffId,
});
export type OpenHandoff = z.infer<typeof OpenHandoff>;
