/** It was not relevant. The reason is required and kept (H48). */
import * as z from "zod/mini";
import { HandoffId, SendId } from "../domain/id.ts";

export const CancelHandoff = z.object({
  type: z.literal("cancel-handoff"),
  id: SendId,
  handoff: HandoffId,
  /** The version that the sender saw. */
  version: z.int().check(z.positive()),
  reason: z.string().check(z.maxLength(500)),
});
export type CancelHandoff = z.infer<typeof CancelHandoff>;
