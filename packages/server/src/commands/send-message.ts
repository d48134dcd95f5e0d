/** Saying something, as the visitor whose conversation it is or as the agent who has control of it. */
import {
  CHANNEL_ADAPTERS,
  replyWindowEnd,
  type Author,
  type Handoff,
  isOpen,
  leaseOfAnother,
  refuse,
  type SendMessage,
} from "@sophie/engine";
import type { Change, ChangeOutcome, ConversationState, Decision } from "../storage/storage.ts";
import { isOwnedBy, refusalFor, unlessForeign } from "./access.ts";
import { handoffEntry } from "./handoff-entry.ts";
import { leaseFor } from "./hold-composer.ts";
import { reopened } from "./new-handoff.ts";
import { planAgain } from "./plan-route.ts";
import { textRefusal } from "./text.ts";
import { promising } from "./visitor-promises.ts";
import type { AgentActor, VisitorActor, World } from "./world.ts";
import { withWrongPlace } from "./wrong-place.ts";

const VISITOR: Author = { kind: "visitor" };

export async function sendAsVisitor(
  world: World,
  visitor: VisitorActor,
  message: SendMessage,
): Promise<ChangeOutcome> {
  const badText = textRefusal(message.text);
  if (badText !== null) return badText;
  const said = { kind: "message", id: message.id, author: VISITOR, text: message.text } as const;
  const write = (told: Change["entries"]) =>
    world.storage.change({
      conversation: message.conversation,
      id: message.id,
      decide(state, at) {
        if (state === null) {
          const { id, site, language } = visitor;
          if (!world.openings.admits({ site, visitor: id }, message.conversation, at)) {
            return refuse("rate_limited", { detail: "conversations" });
          }
          return { ok: true, value: { open: { site, visitor: id, language }, entries: [said, ...told] } };
        }
        if (!isOwnedBy(state, visitor)) return refuse("not_found");
        const { control } = state.conversation;
        if (control !== "closed" && control !== "survey") {
          return {
            ok: true,
            value: { entries: [said, ...(control === "bot" ? told : [])], ...backAgain(state, at) },
          };
        }
        const zone = visitor.zone === undefined ? {} : { zone: visitor.zone };
        return afterTheEnd(world, state, said, zone, at);
      },
    });
  const outcome = await withWrongPlace(world, visitor, message.conversation, write);
  return unlessForeign(world.storage, message.conversation, (state) => isOwnedBy(state, visitor), outcome);
}

/** A visitor who had fallen silent while the handoff waits is looked at anew (H42). */
function backAgain({ handoff }: ConversationState, at: number): Pick<Change, "timers"> {
  if (handoff?.status !== "pending" || handoff.activity === "active") return {};
  return { timers: [{ kind: "activity-due", at }] };
}

/** What a visitor writes after the end is never lost, and never goes to the bot (F23); a survey is after the end, too. */
function afterTheEnd(
  world: World,
  { conversation, handoff }: ConversationState,
  said: Change["entries"][number],
  zone: Pick<Handoff, "zone">,
  at: number,
): Decision {
  const isReopening = world.siteOf(conversation.site)?.config.afterClose === "reopen";
  if (handoff === null || !(isReopening || isOpen(handoff.status))) return refuse("conversation_closed");
  const { control: from } = conversation;
  const waiting = { kind: "control", from, to: "human_pending", by: VISITOR, handoff: handoff.id } as const;
  // The conversation was ended because no rule matched, and what it was about still waits (R18).
  if (isOpen(handoff.status)) {
    return { ok: true, value: { entries: [said, waiting], control: "human_pending" } };
  }
  const here = { ...handoff, ...zone };
  const { mode, notice } = planAgain(world, here, at);
  const again = promising({ ...reopened(here, at), mode }, notice.promise);
  return {
    ok: true,
    value: {
      entries: [said, handoffEntry("reopen", handoff, again, VISITOR), notice.entry, waiting],
      control: "human_pending",
      handoff: again,
    },
  };
}

export async function sendAsAgent(
  world: World,
  agent: AgentActor,
  message: SendMessage,
): Promise<ChangeOutcome> {
  const badText = textRefusal(message.text);
  if (badText !== null) return badText;
  const author: Author = { kind: "agent", id: agent.id, name: agent.name };
  const said = { kind: "message", id: message.id, author, text: message.text } as const;
  // Null until it is known: hardly any channel has a window, so it is looked for only where there is one.
  let closesAt: number | null = null;
  const write = () =>
    world.storage.change({
      conversation: message.conversation,
      id: message.id,
      decide(state, at) {
        if (state === null) return refuse("not_found");
        const noAccess = refusalFor(agent, state.conversation.site, "handoffs.work");
        if (noAccess !== null) return noAccess;
        if (state.controller !== agent.id) {
          const { handoff } = state;
          return refuse("not_in_control", handoff === null ? {} : { handoff });
        }
        if (hasWindow(state) && at > (closesAt ?? 0)) return refuse("reply_window_over");
        const others = leaseOfAnother(state.composer, agent.id, at);
        if (others !== null) return refuse("being_answered", { composer: others });
        // Held on after it was sent, so that nobody answers what they cannot have read yet.
        const composer = leaseFor(agent, at);
        return { ok: true, value: { entries: [said], composer, ...firstResponse(state, at) } };
      },
    });
  let outcome = await write();
  if (!outcome.ok && outcome.refusal.code === "reply_window_over") {
    closesAt = await replyWindowOf(world, message.conversation);
    outcome = await write();
  }
  const mayKnow = ({ conversation }: ConversationState) =>
    refusalFor(agent, conversation.site, "handoffs.work") === null;
  return unlessForeign(world.storage, message.conversation, mayKnow, outcome);
}

/** How far back the visitor's last message is looked for. */
const LOOK_BACK = 500;

function hasWindow({ handoff }: ConversationState): boolean {
  return CHANNEL_ADAPTERS[handoff?.channel ?? "web"].replyWindowMs !== null;
}

/** Until when the conversation's channel lets an answer through; for ever where the visitor has said nothing yet (F14). */
async function replyWindowOf({ storage }: World, conversation: SendMessage["conversation"]): Promise<number> {
  const state = await storage.stateOf(conversation);
  const since = Math.max(0, (state?.conversation.lastSeq ?? 0) - LOOK_BACK);
  const entries = await storage.entriesSince(conversation, since, LOOK_BACK);
  const last = entries.findLast((entry) => entry.kind === "message" && entry.author.kind === "visitor");
  return replyWindowEnd(state?.handoff?.channel ?? "web", last?.at ?? null) ?? Number.POSITIVE_INFINITY;
}

/** The first message of an agent in a cycle stops the response clock (R6). */
function firstResponse({ handoff }: ConversationState, at: number): Pick<Change, "handoff"> {
  if (handoff === null || handoff.firstResponseAt !== null) return {};
  return { handoff: { ...handoff, firstResponseAt: at, updatedAt: at } };
}
