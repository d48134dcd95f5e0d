/** Stepping into a conversation that the bot has, at once (T15): a handoff that is in progress from the start. */
import {
  type AgentName,
  type Author,
  type Handoff,
  type HandoffId,
  isOpen,
  priorityOf,
  refuse,
  type TakeOver,
} from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { refusalFor } from "./access.ts";
import { handoffEntry } from "./handoff-entry.ts";
import { isColleagues } from "./move-handoff.ts";
import { type HandoffCause, newHandoff } from "./new-handoff.ts";
import { placeFor } from "./plan-route.ts";
import { readLead } from "./read-lead.ts";
import { summaryOf } from "./summary-of.ts";
import type { AgentActor, World } from "./world.ts";

export async function takeOver(world: World, agent: AgentActor, message: TakeOver): Promise<ChangeOutcome> {
  const before = await world.storage.stateOf(message.conversation);
  if (before === null) return refuse("not_found");
  const noAccess = refusalFor(agent, before.conversation.site, "handoffs.work");
  if (noAccess !== null) return noAccess;
  const { visitor, site } = before.conversation;
  const { score, stage } = await readLead(world, { visitor, site }, world.now());
  const cause: HandoffCause = {
    trigger: "takeover",
    triggerName: null,
    source: "agent",
    confidence: 1,
    evidence: null,
    summary: await summaryOf(world, before.conversation),
    score: score.score,
  };
  const place = placeFor(world, {
    site,
    trigger: "takeover",
    triggerName: null,
    language: before.conversation.language,
    priority: priorityOf({ ...cause, activity: "active" }),
    score: score.score,
    customer: stage === "customer",
    handoff: null,
  });
  const id = world.newId() as HandoffId;
  const assignee = { id: agent.id, name: agent.name };
  const by: Author = { kind: "agent", ...assignee };

  return world.storage.change({
    conversation: message.conversation,
    id: message.id,
    decide(state, at) {
      if (state === null) return refuse("not_found");
      const { control } = state.conversation;
      if (control !== "bot") {
        return refuse("not_in_control", state.handoff === null ? {} : { handoff: state.handoff });
      }
      // A hot lead waits for just this: it is begun, and there is still one handoff.
      const waiting = state.handoff !== null && isOpen(state.handoff.status) ? state.handoff : null;
      if (waiting !== null && isColleagues(waiting, agent))
        return refuse("not_assignee", { handoff: waiting });
      const handoff =
        waiting === null
          ? { ...newHandoff(id, state, cause, at, assignee), ...place }
          : begun(waiting, assignee, at);
      return {
        ok: true,
        value: {
          entries: [
            handoffEntry(waiting === null ? "create" : "start", waiting, handoff, by),
            { kind: "control", from: control, to: "human", by, handoff: handoff.id },
          ],
          control: "human",
          controller: agent.id,
          handoff,
        },
      };
    },
  });
}

function begun(handoff: Handoff, assignee: AgentName, at: number): Handoff {
  return {
    ...handoff,
    status: "in_progress",
    // Nobody was called, and somebody has come.
    mode: "live",
    version: handoff.version + 1,
    pickedUpAt: handoff.pickedUpAt ?? at,
    assignee,
    previousAssignee: handoff.assignee?.id === assignee.id ? handoff.previousAssignee : handoff.assignee,
    updatedAt: at,
  };
}
