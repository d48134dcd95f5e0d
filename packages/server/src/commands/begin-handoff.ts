/** A person is wanted: what the queue's people need to know and nobody knows yet is asked for first, but not for long (F10–F12). */
import {
  type BeginHandoff,
  COLLECT_MS,
  type ConversationId,
  refuse,
  type RequestHandoff,
} from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { isOwnedBy } from "./access.ts";
import { stillToAsk } from "./known-info.ts";
import { readEvidence } from "./read-evidence.ts";
import { requestHandoff } from "./request-handoff.ts";
import { waitingAlready } from "./waiting-already.ts";
import type { VisitorActor, World } from "./world.ts";
import { isWrongPlace, tellWrongPlace } from "./wrong-place.ts";

export async function beginHandoff(
  world: World,
  visitor: VisitorActor,
  begin: BeginHandoff,
): Promise<ChangeOutcome> {
  const { conversation, request, trigger, source, message } = begin;
  const before = await world.storage.stateOf(conversation);
  if (before === null && source === "text") return refuse("not_found");
  if (before !== null && !isOwnedBy(before, visitor)) return refuse("not_found");
  const isBots = before === null || before.conversation.control === "bot";
  if (isBots && isWrongPlace(world, visitor)) return tellWrongPlace(world, visitor, begin);
  const fields = await stillToAsk(world, visitor, trigger, before?.handoff ?? null);
  const isAsked = before !== null && before.conversation.control !== "bot";
  if (fields.length === 0 || isAsked) {
    return requestHandoff(world, visitor, requestOf(begin, conversation));
  }
  const isTooMany = await waitingAlready(world, visitor, conversation);
  if (isTooMany !== null) return { ok: false, refusal: isTooMany };
  const evidence = await readEvidence(world, visitor.site, requestOf(begin, conversation));
  if (!evidence.ok) return evidence;

  return world.storage.change({
    conversation,
    id: begin.id,
    decide(state, at) {
      if (state !== null && !isOwnedBy(state, visitor)) return refuse("not_found");
      if (state?.conversation.control === "closed") return refuse("conversation_closed");
      if (state !== null && state.conversation.control !== "bot") return { ok: true, value: { entries: [] } };
      const { site, id, language } = visitor;
      if (state === null && !world.openings.admits({ site, visitor: id }, conversation, at)) {
        return refuse("rate_limited", { detail: "conversations" });
      }
      const opening = state === null ? { open: { site, visitor: id, language } } : {};
      const asked = { kind: "procedure", state: "collecting", request, trigger, source, message } as const;
      const timers = [{ kind: "collect-due", at: at + COLLECT_MS }] as const;
      return { ok: true, value: { ...opening, entries: [{ ...asked, fields: [...fields] }], timers } };
    },
  });
}

function requestOf(
  { request, trigger, source, message }: BeginHandoff,
  conversation: ConversationId,
): RequestHandoff {
  return { type: "request-handoff", id: request, conversation, trigger, source, message };
}
