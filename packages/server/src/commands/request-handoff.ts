/** A visitor wants a person. What the browser claims to have read in a text, the server reads again (design §3.3). */
import {
  type Author,
  type HandoffId,
  isOpen,
  refuse,
  type RequestHandoff,
  type Result,
  type Signal,
  type SiteId,
  summarise,
} from "@sophie/engine";
import type { Change, ChangeOutcome } from "../storage/storage.ts";
import { isOwnedBy } from "./access.ts";
import { handoffEntry } from "./handoff-entry.ts";
import { type HandoffCause, newHandoff } from "./new-handoff.ts";
import type { VisitorActor, World } from "./world.ts";

const VISITOR: Author = { kind: "visitor" };
/** How far back the summary looks. */
const SUMMARY_ENTRIES = 40;

export async function requestHandoff(
  world: World,
  visitor: VisitorActor,
  request: RequestHandoff,
): Promise<ChangeOutcome> {
  const before = await world.storage.stateOf(request.conversation);
  const isNew = before === null;
  // Whoever presses for a person before writing anything opens the conversation with it.
  if (isNew && request.source === "text") return refuse("not_found");
  if (!isNew && !isOwnedBy(before, visitor)) return refuse("not_found");

  const evidence = await readEvidence(world, visitor.site, request);
  if (!evidence.ok) return evidence;
  const since = Math.max(0, (before?.conversation.lastSeq ?? 0) - SUMMARY_ENTRIES);
  const recent = await world.storage.entriesSince(request.conversation, since, SUMMARY_ENTRIES);
  const cause: HandoffCause = { ...evidence.value, summary: summarise(recent) };
  const id = world.newId() as HandoffId;

  return world.storage.change({
    conversation: request.conversation,
    id: request.id,
    decide(state, at) {
      if (state !== null && !isOwnedBy(state, visitor)) return refuse("not_found");
      if (state?.conversation.control === "closed") return refuse("conversation_closed");
      // There is one already: asking twice does not make two (H3).
      if (state?.handoff != null && isOpen(state.handoff.status)) return { ok: true, value: { entries: [] } };
      const { site, language } = visitor;
      const open = state === null ? { open: { site, visitor: visitor.id, language } } : {};
      const place = state ?? {
        conversation: {
          id: request.conversation,
          site,
          visitor: visitor.id,
          language,
          control: "bot" as const,
          lastSeq: 0,
          preview: "",
          createdAt: at,
          updatedAt: at,
        },
        controller: null,
        handoff: null,
      };
      const handoff = newHandoff(id, place, cause, at);
      const from = place.conversation.control;
      const entries: Change["entries"] = [
        handoffEntry("create", null, handoff, VISITOR),
        ...signalEntries(request, cause),
        { kind: "control", from, to: "human_pending", by: VISITOR, handoff: id },
      ];
      return {
        ok: true,
        value: {
          ...open,
          entries,
          control: "human_pending",
          handoff,
          timers: [{ kind: "sla-due", at: handoff.dueAt }],
        },
      };
    },
  });
}

/** Finds the claimed signal in the logged text; a button needs no proof but itself. */
async function readEvidence(
  world: World,
  site: SiteId,
  { conversation, trigger, source, message }: RequestHandoff,
): Promise<Result<Omit<HandoffCause, "summary">>> {
  if (source === "button") {
    return { ok: true, value: { trigger, source, confidence: 1, evidence: null } };
  }
  const entry = message === null ? null : await world.storage.entryById(conversation, message);
  if (message === null || entry?.kind !== "message" || entry.author.kind !== "visitor") return refuse("signal_not_found");
  const signal = world.detector
    .detect(entry.text, world.siteOf(site)?.config)
    .signals.find((candidate) => candidate.type === trigger);
  if (signal === undefined) return refuse("signal_not_found");
  const evidence = { message, text: entry.text, spans: [...signal.spans] };
  return { ok: true, value: { trigger, source, confidence: signal.confidence, evidence } };
}

function signalEntries({ trigger }: RequestHandoff, { evidence, confidence }: HandoffCause): Change["entries"] {
  if (evidence === null || trigger === "unknown" || trigger === "feedback") return [];
  const signal: Signal = { type: trigger, confidence, spans: evidence.spans };
  return [{ kind: "signal", message: evidence.message, signal }];
}
