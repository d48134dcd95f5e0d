/** Put it back into the queue, for anybody. */
import * as z from "zod/mini";
import { HandoffId, SendId } from "../domain/id.ts";

export const ReleaseHandoff = z.object({
  type: z.literal("release-handoff"),
  id: SendId,
  handoff: HandoffId,
  /** The version that the sender saw. */
  version: z.int().check(z.positive()),
});
export type ReleaseHandoff = z.infer<typeof ReleaseHandoff>;
