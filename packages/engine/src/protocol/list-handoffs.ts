/** Ask for handoffs that are over, newest first, a page at a time. The open ones come by themselves. */
import * as z from "zod/mini";
import { HandoffId, SendId } from "../domain/id.ts";

export const ListHandoffs = z.object({
  type: z.literal("list-handoffs"),
  id: SendId,
  status: z.enum(["completed", "cancelled"]),
  /** Only what was last changed before this time, epoch ms; null for the first page. */
  before: z.nullable(z.int()),
  /** The last handoff of the page before, which changed at `before`: others of that instant may follow it. */
  beforeId: z.optional(HandoffId),
});
export type ListHandoffs = z.infer<typeof ListHandoffs>;
