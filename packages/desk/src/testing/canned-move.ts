/** What a move makes of a handoff on the canned server, and what it leaves in the log. */
import {
  type Agent,
  type AgentMessage,
  ContactId,
  type Handoff,
  type HandoffAction,
  type HandoffId,
  type HandoffStatus,
  isOpen,
} from "@sophie/engine";
import { authorOf } from "./builders.ts";
import type { Unplaced } from "./canned-server.ts";

export type Move = Exclude<
  Extract<AgentMessage, { handoff: HandoffId; version: number }>,
  { type: "log-attempt" | "set-verdict" | "set-priority" | "undo-move" | "plan-handoff" }
>;

export const ACTION_OF: Readonly<Record<Move["type"], HandoffAction>> = {
  "claim-handoff": "assign",
  "assign-handoff": "assign",
  "start-handoff": "start",
  "complete-handoff": "complete",
  "cancel-handoff": "cancel",
  "release-handoff": "release",
  "reopen-handoff": "reopen",
  "create-contact": "create_contact",
};

export function isMove(message: AgentMessage): message is Move {
  return message.type in ACTION_OF;
}

export function moved(
  handoff: Handoff,
  message: Move,
  status: HandoffStatus,
  to: Agent,
  at: number,
): Handoff {
  const isFreed = message.type === "release-handoff" || message.type === "reopen-handoff";
  const next: Handoff = {
    ...handoff,
    status,
    version: handoff.version + 1,
    assignee: isFreed ? null : { id: to.id, name: to.name },
    previousAssignee: isFreed ? handoff.assignee : handoff.previousAssignee,
    cancelReason: message.type === "cancel-handoff" ? message.reason : null,
    contact: message.type === "create-contact" ? ContactId.parse(`${handoff.id}-contact`) : handoff.contact,
    completedAt: status === "completed" ? at : null,
    updatedAt: at,
  };
  if (message.type !== "reopen-handoff") return next;
  const target = handoff.dueAt - handoff.createdAt;
  return { ...next, cycle: handoff.cycle + 1, firstResponseAt: null, dueAt: at + target };
}

export function entriesOfMove(
  before: Handoff,
  after: Handoff,
  message: Move,
  by: Agent,
): readonly Unplaced[] {
  const author = authorOf(by);
  const at = after.updatedAt;
  const move: Unplaced = {
    kind: "handoff",
    handoff: after.id,
    action: ACTION_OF[message.type],
    from: before.status,
    to: after.status,
    by: author,
    assignee: after.assignee?.name ?? null,
    reason: after.cancelReason,
    version: after.version,
    at,
  };
  if (after.status === before.status) return [move];
  const from = controlIn(before.status);
  return [move, { kind: "control", from, to: controlIn(after.status), by: author, handoff: after.id, at }];
}

function controlIn(status: HandoffStatus): "human" | "human_pending" | "closed" {
  if (status === "in_progress") return "human";
  return isOpen(status) ? "human_pending" : "closed";
}
