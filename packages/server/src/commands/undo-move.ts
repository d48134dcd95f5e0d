/** Taking back one's own last move: a move like any other, so the log keeps both (N9). */
import {
  type Author,
  type Handoff,
  type HandoffEntry,
  mayUndo,
  refuse,
  respondedAt,
  UNDO_MS,
  type UndoMove,
  undone,
} from "@sophie/engine";
import type { Change, ChangeOutcome, ConversationState } from "../storage/storage.ts";
import { refusalFor } from "./access.ts";
import { handoffEntry } from "./handoff-entry.ts";
import { isTicket } from "./move-handoff.ts";
import type { AgentActor, World } from "./world.ts";

/** For the way from the desk: somebody who pressed in the last moment was in time. */
const ON_THE_WAY_MS = 3_000;

export async function undoMove(
  { storage }: World,
  agent: AgentActor,
  { id, handoff, version, move }: UndoMove,
): Promise<ChangeOutcome> {
  const known = await storage.handoff(handoff);
  if (known === null) return refuse("not_found");
  const noAccess = refusalFor(agent, known.site, "handoffs.work");
  if (noAccess !== null) return noAccess;
  const made = await storage.entryById(known.conversation, move);
  if (made?.kind !== "handoff" || made.handoff !== handoff) return refuse("not_found");
  // Written in the same commit, right after the move, where that passed the right to speak on.
  const [next] = await storage.entriesSince(known.conversation, made.seq, 1);
  const hasPassedOn = next?.kind === "control" && next.handoff === handoff && next.from !== next.to;
  const by: Author = { kind: "agent", id: agent.id, name: agent.name };

  return storage.change({
    conversation: known.conversation,
    id,
    decide(state, at) {
      const current = state?.handoff;
      if (state === null || current?.id !== handoff) return refuse("not_found");
      if (version !== current.version || made.version !== version)
        return refuse("stale_version", { handoff: current });
      if (made.by.kind !== "agent" || made.by.id !== agent.id)
        return refuse("not_assignee", { handoff: current });
      if (!mayUndo(made.action) || at > made.at + UNDO_MS + ON_THE_WAY_MS)
        return refuse("invalid_transition", { handoff: current });
      const before = { ...undone(current, made), version: version + 1, updatedAt: at };
      const control = hasPassedOn ? controlBefore(state, before) : null;
      return {
        ok: true,
        value: {
          entries: [
            undoEntry(current, before, made.action, by),
            ...(control === null
              ? []
              : [controlEntry(state, control, control === "human" ? authorOf(before) : by)]),
          ],
          handoff: before,
          ...(control === null
            ? {}
            : { control, controller: control === "human" ? (before.assignee?.id ?? null) : null }),
        },
      };
    },
  });
}

/** Who may speak again; null where the move had not changed that. */
function controlBefore(
  { conversation: { control }, controller }: ConversationState,
  { status, assignee, channel }: Handoff,
): "human" | "human_pending" | null {
  // What the bot still had went on all the while, and nobody reads an answer on a ticket.
  if (control === "bot" || isTicket({ channel })) return null;
  if (status === "in_progress") return control === "human" && controller === assignee?.id ? null : "human";
  return control === "human_pending" ? null : "human_pending";
}

function undoEntry(
  current: Handoff,
  before: Handoff,
  action: HandoffEntry["action"],
  by: Author,
): Change["entries"][number] {
  const entry = {
    ...handoffEntry("undo", current, before, by),
    ...(mayUndo(action) ? { undone: action } : {}),
  };
  // The clock runs again, to the time that it had: a replay has called it off meanwhile.
  return respondedAt(before) === null && before.breachedAt === null
    ? { ...entry, dueAt: before.dueAt }
    : entry;
}

function controlEntry(
  { conversation, handoff }: ConversationState,
  to: "human" | "human_pending",
  by: Author,
): Change["entries"][number] {
  return { kind: "control", from: conversation.control, to, by, handoff: handoff?.id ?? null };
}

function authorOf({ assignee }: Handoff): Author {
  return assignee === null ? { kind: "system" } : { kind: "agent", ...assignee };
}
