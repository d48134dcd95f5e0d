/** Where a handoff stands, and the moves that a person can make with it (catalogue 0.3, H44–H53). */
import * as z from "zod/mini";

export const HANDOFF_STATUSES = ["pending", "assigned", "in_progress", "completed", "cancelled"] as const;

export const HandoffStatus = z.enum(HANDOFF_STATUSES);
export type HandoffStatus = z.infer<typeof HandoffStatus>;

export const HANDOFF_ACTIONS = [
  "assign",
  "start",
  "complete",
  "create_contact",
  "cancel",
  "release",
  "reopen",
] as const;

export const HandoffAction = z.enum(HANDOFF_ACTIONS);
export type HandoffAction = z.infer<typeof HandoffAction>;

/** Whether somebody still has to do something about it. */
export function isOpen(status: HandoffStatus): boolean {
  return status === "pending" || status === "assigned" || status === "in_progress";
}
