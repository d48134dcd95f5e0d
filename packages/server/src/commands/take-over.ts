/** Stepping into a conversation that the bot has, at once (T15): a handoff that is in progress from the start. */
import { type Author, type HandoffId, refuse, summarise, type TakeOver } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { refusalFor } from "./access.ts";
import { handoffEntry } from "./handoff-entry.ts";
import { newHandoff } from "./new-handoff.ts";
import type { AgentActor, World } from "./world.ts";

/** How far back the summary looks. */
const SUMMARY_ENTRIES = 40;

export async function takeOver(world: World, agent: AgentActor, message: TakeOver): Promise<ChangeOutcome> {
  const before = await world.storage.stateOf(message.conversation);
  if (before === null) return refuse("not_found");
  const since = Math.max(0, before.conversation.lastSeq - SUMMARY_ENTRIES);
  const summary = summarise(await world.storage.entriesSince(message.conversation, since, SUMMARY_ENTRIES));
  const id = world.newId() as HandoffId;
  const assignee = { id: agent.id, name: agent.name };
  const by: Author = { kind: "agent", ...assignee };

  return world.storage.change({
    conversation: message.conversation,
    id: message.id,
    decide(state, at) {
      if (state === null) return refuse("not_found");
      const noAccess = refusalFor(agent, state.conversation.site, "handoffs.work");
      if (noAccess !== null) return noAccess;
      const { control } = state.conversation;
      if (control !== "bot") {
        return refuse("not_in_control", state.handoff === null ? {} : { handoff: state.handoff });
      }
      const cause = { trigger: "takeover", source: "agent", confidence: 1, evidence: null, summary } as const;
      const handoff = newHandoff(id, state, cause, at, assignee);
      return {
        ok: true,
        value: {
          entries: [
            handoffEntry("create", null, handoff, by),
            { kind: "control", from: control, to: "human", by, handoff: id },
          ],
          control: "human",
          controller: agent.id,
          handoff,
          timers: [{ kind: "sla-due", at: handoff.dueAt }],
        },
      };
    },
  });
}
