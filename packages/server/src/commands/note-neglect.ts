/**
 * Somebody began a handoff and nobody has said or done anything about it for 24 business hours: its assignee is asked,
 * and after as long again the supervisor is. It is never closed for them (H95).
 */
import type { ConversationId, Handoff, LogEntry } from "@sophie/engine";
import { openTime } from "../hours/due-time.ts";
import type { ChangeOutcome } from "../storage/storage.ts";
import { handoffEntry } from "./handoff-entry.ts";
import { NUDGE_MS, nudgeAt } from "./handoff-timers.ts";
import { responseRules } from "./response-rules.ts";
import type { World } from "./world.ts";

/** How far back somebody's doings are looked for; what Sophie writes herself in between is little. */
const LOOK_BACK = 50;

export async function noteNeglect(world: World, conversation: ConversationId): Promise<ChangeOutcome> {
  const known = await world.storage.stateOf(conversation);
  const since = Math.max(0, (known?.conversation.lastSeq ?? 0) - LOOK_BACK);
  const recent = await world.storage.entriesSince(conversation, since, LOOK_BACK);
  const lastDone = recent.findLast(isDone)?.at ?? known?.conversation.createdAt ?? 0;
  return world.storage.change({
    conversation,
    id: null,
    decide(state, at) {
      const set = (nextAt: number | null) =>
        ({ ok: true, value: { entries: [], timers: [{ kind: "nudge-due", at: nextAt }] } }) as const;
      const handoff = state?.handoff ?? null;
      if (state === null || handoff?.status !== "in_progress") return set(null);
      const rules = responseRules(world.siteOf(handoff.site), handoff.queue);
      // Something was said while this was looked at.
      if (state.conversation.lastSeq !== known?.conversation.lastSeq) return set(nudgeAt(rules, at));
      const asked = handoff.nudge !== null && handoff.nudge.at > lastDone ? handoff.nudge : null;
      if (asked?.to === "supervisor") return set(null);
      const quietSince = asked?.at ?? lastDone;
      const { calendar } = rules.hours;
      const quietMs = openTime({ calendar, clock: "business" }, quietSince, at);
      if (quietMs < NUDGE_MS) return set(nudgeAt(rules, quietSince));
      const to = asked === null ? "assignee" : "supervisor";
      const after: Handoff = { ...handoff, nudge: { to, at }, updatedAt: at };
      const entry = { ...handoffEntry("nudge", handoff, after, { kind: "system" }), nudged: to } as const;
      // A supervisor who was asked and does nothing is asked again only after somebody did something.
      const timers = [{ kind: "nudge-due", at: nudgeAt(rules, at) }] as const;
      return { ok: true, value: { entries: [entry], handoff: after, timers } };
    },
  });
}

/** Something that a person did. */
function isDone(entry: LogEntry): boolean {
  if (entry.kind === "note") return true;
  if (entry.kind === "message") return entry.author.kind !== "bot";
  return (entry.kind === "handoff" || entry.kind === "control") && entry.by.kind !== "system";
}
