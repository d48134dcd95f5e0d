/** Taking back one's own last move: which moves can be, for how long, and how the handoff stands afterwards (N9). */
import type { HandoffAction } from "../domain/handoff-status.ts";
import type { AgentName } from "../domain/author.ts";
import type { Handoff } from "../domain/handoff.ts";
import type { HandoffEntry } from "../domain/log-entry.ts";

/** How long a desk offers it. A server takes it for a little longer, since the way there takes time too. */
export const UNDO_MS = 5_000;

export type UndoableAction = Extract<HandoffAction, "assign" | "release" | "complete" | "cancel">;

/** A contact that was made stays, and what was begun is let go of by releasing it. */
const UNDOABLE: ReadonlySet<string> = new Set<UndoableAction>(["assign", "release", "complete", "cancel"]);

export function mayUndo(action: HandoffEntry["action"]): action is UndoableAction {
  return UNDOABLE.has(action);
}

/** The handoff as it stood before `move`, which led to `moved`; `version` and `updatedAt` are left to the caller. */
export function undone(moved: Handoff, { action, from }: Pick<HandoffEntry, "action" | "from">): Handoff {
  const before = { ...moved, status: from ?? moved.status };
  switch (action) {
    case "assign":
      // Nobody had it: who put it back before still has.
      if (from === "pending") return { ...before, assignee: null, ...unlisted(moved, moved.assignee) };
      return { ...given(before, moved.previousAssignee), ...unlisted(moved, moved.assignee) };
    case "release":
      // Whoever has it again is listed again, where it is written.
      return { ...given(before, moved.previousAssignee), ...unlisted(moved, moved.previousAssignee) };
    case "complete":
      return { ...before, completedAt: null };
    case "cancel":
      return { ...before, cancelReason: null };
    default:
      throw new Error(`A move like ${action} cannot be taken back: ask \`mayUndo\` first.`);
  }
}

function given(handoff: Handoff, assignee: AgentName | null): Handoff {
  return { ...handoff, assignee, previousAssignee: null };
}

/** It has not been with them, so it may come to them again (T4). */
function unlisted({ overflow }: Handoff, agent: AgentName | null): Pick<Handoff, "overflow"> {
  if (overflow === undefined || overflow.had.at(-1)?.agent.id !== agent?.id) return {};
  return { overflow: { ...overflow, had: overflow.had.slice(0, -1) } };
}
