/** What every move of a handoff has in common: it exists, the mover may, nobody was faster, and the table allows it. */
import {
  type Author,
  type Control,
  type Handoff,
  type HandoffAction,
  type HandoffId,
  may,
  outcomeOf,
  refuse,
  type SendId,
} from "@sophie/engine";
import type { Change, ChangeOutcome, ConversationState } from "../storage/storage.ts";
import { refusalFor } from "./access.ts";
import { handoffEntry } from "./handoff-entry.ts";
import type { AgentActor, World } from "./world.ts";

export interface MoveMessage {
  readonly id: SendId;
  readonly handoff: HandoffId;
  readonly version: number;
  /** Rather refused than taken before what is more pressing. */
  readonly inOrder?: boolean | undefined;
}

/** What one verb adds to the common part. */
export interface Move {
  readonly action: HandoffAction;
  /** The handoff after it; `status`, `version` and `updatedAt` are set already. */
  apply(moved: Handoff, at: number): Handoff;
  /** Who may speak afterwards, and which agent while it is a person; absent if that does not change. */
  control?(state: ConversationState): { readonly to: Control; readonly controller: Author | null } | null;
  readonly reason?: string;
  /** What waits more pressingly while they take this; null for nothing (Q8). */
  passedOver?(known: Handoff): Promise<Handoff | null>;
  readonly more?: (handoff: Handoff, at: number) => Pick<Change, "contact" | "timers">;
}

export async function moveHandoff(
  world: World,
  agent: AgentActor,
  message: MoveMessage,
  move: Move,
): Promise<ChangeOutcome> {
  const known = await world.storage.handoff(message.handoff);
  if (known === null) return refuse("not_found");
  const noAccess = refusalFor(agent, known.site, "handoffs.work");
  if (noAccess !== null) return noAccess;
  const passed = (await move.passedOver?.(known)) ?? null;
  const by: Author = { kind: "agent", id: agent.id, name: agent.name };

  return world.storage.change({
    conversation: known.conversation,
    id: message.id,
    decide(state, at) {
      const current = state?.handoff;
      if (state === null || current?.id !== message.handoff) return refuse("not_found");
      if (message.version !== current.version) return refuse("stale_version", { handoff: current });
      if (isColleagues(current, agent)) return refuse("not_assignee", { handoff: current });
      const outcome = outcomeOf(current.status, move.action);
      if (outcome === "refused") return refuse("invalid_transition", { handoff: current });
      if (outcome === "same") return { ok: true, value: { entries: [] } };
      // What was given to somebody is theirs to begin with when they like.
      if (passed !== null && message.inOrder === true && current.status === "pending") {
        return refuse("more_pressing_waits", { handoff: passed });
      }

      const moved = move.apply(
        { ...current, status: outcome, version: current.version + 1, updatedAt: at },
        at,
      );
      const entry = {
        ...handoffEntry(move.action, current, moved, by, move.reason ?? null),
        ...(passed === null ? {} : { passedOver: passed.id }),
      };
      const control = isTicket(current) ? null : (move.control?.(state) ?? null);
      return {
        ok: true,
        value: {
          entries: [entry, ...(control === null ? [] : [controlEntry(state, control, by, current.id)])],
          handoff: moved,
          ...(control === null
            ? {}
            : {
                control: control.to,
                controller: control.controller?.kind === "agent" ? control.controller.id : null,
              }),
          ...letGo(state, control, agent),
          ...move.more?.(moved, at),
        },
      };
    },
  });
}

/** A program handed it in: there is no page on which anybody would read an answer. */
export function isTicket({ channel }: Pick<Handoff, "channel">): boolean {
  return channel === "api";
}

/** Whoever passes it on writes no answer any more. */
function letGo(
  { composer }: ConversationState,
  control: { readonly controller: Author | null } | null,
  { id }: AgentActor,
): Pick<Change, "composer"> {
  if (control === null || composer?.holder.id !== id) return {};
  const { controller } = control;
  return controller?.kind === "agent" && controller.id === id ? {} : { composer: null };
}

/** Somebody else has it, and the mover is not one who may move what others have. */
export function isColleagues({ assignee, site, status }: Handoff, agent: AgentActor): boolean {
  if (assignee === null || assignee.id === agent.id) return false;
  if (status === "completed" || status === "cancelled") return false;
  const role = agent.roles.get(site);
  return role === undefined || !may(role, "handoffs.manage");
}

function controlEntry(
  state: ConversationState,
  { to, controller }: { readonly to: Control; readonly controller: Author | null },
  by: Author,
  handoff: HandoffId,
): Change["entries"][number] {
  // A person who gets control is the one that the visitor reads about, whoever gave it.
  return { kind: "control", from: state.conversation.control, to, by: controller ?? by, handoff };
}
