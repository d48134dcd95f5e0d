/** Everything that a face draws, made anew from where the conversation stands. */
import { missingOf } from "../conversation/collected.ts";
import type { SendId } from "../domain/id.ts";
import type { LineState } from "../connection/create-connection.ts";
import type { QueuePlace } from "../protocol/queue-position.ts";
import type { SiteConfig } from "../domain/site.ts";
import type { Brain } from "./brain.ts";
import { connectionStateOf } from "./connection-state.ts";
import type { FarAnswers } from "./far-answers.ts";
import type { LogCopy } from "./log-copy.ts";
import type { VisitorRequest } from "./saved-session.ts";
import type { AskedField, QuickReply, SessionSnapshot } from "./snapshot.ts";
import { type Standing, standingOf } from "./standing.ts";
import { type FailedMessage, timelineOf } from "./timeline.ts";
import type { OtherTyping } from "./typing-signal.ts";
import type { Voice } from "./voice.ts";

export interface SessionState {
  readonly site: SiteConfig;
  readonly voice: Voice;
  readonly greeting: { readonly text: string; readonly at: number };
  readonly line: LineState;
  readonly conversation: SessionSnapshot["conversation"];
  readonly log: LogCopy;
  readonly unlogged: readonly VisitorRequest[];
  readonly failed: readonly FailedMessage[];
  readonly saidAt: ReadonlyMap<SendId, number>;
  readonly brain: Brain;
  readonly typing: OtherTyping;
  readonly position: QueuePlace | null;
  /** After which entry the visitor came from another conversation; null for who did not. */
  readonly takenSeq: number | null;
  readonly far: Pick<FarAnswers, "partial">;
}

export function takeSnapshot(state: SessionState): SessionSnapshot {
  const { site, voice, greeting, log, unlogged, failed, saidAt, brain, position } = state;
  const { control, controller } = log.transcript;
  const mind = brain.getSnapshot();
  const standing = standingOf(log.transcript, unlogged);
  const isBot = control === "bot";
  const isThinking = isBot && mind.matches({ bot: "considering" });
  // Of an answer that nobody waits for any more, nothing is shown.
  const partial = isThinking ? state.far.partial : null;
  const asked = askedFields(state, standing);
  const isAsking = isBot && asked === null && mind.matches("procedure");
  return {
    language: voice.language,
    connection: connectionStateOf(state.line),
    conversation: state.conversation,
    control,
    agent: controller?.kind === "agent" ? { name: controller.name } : null,
    timeline: timelineOf({
      greeting,
      log,
      pending: unlogged,
      failed,
      saidAt,
      taken: state.takenSeq === null ? null : { seq: state.takenSeq, text: voice.words.alreadyAsked },
      partial,
      feedback: (site.handoff?.asksFeedback ?? true) ? standing.feedback : null,
    }),
    quickReplies: isBot && !mind.matches("procedure") ? quickReplies(site, standing) : [],
    isAsking,
    asked,
    survey: standing.surveySeq !== null ? "asked" : standing.survey === null ? null : "answered",
    position: control === "human_pending" ? position : null,
    typing: state.typing.author ?? (isThinking && partial === null ? { kind: "bot" } : null),
    unread: log.unread,
  };
}

function quickReplies({ handoff }: SiteConfig, { offer, notice }: Standing): readonly QuickReply[] {
  if (offer !== null) return ["accept_offer", "decline_offer"];
  // Where nobody is called, a button for it would be a lie (R16).
  if (notice?.notice === "nobody") return [];
  return handoff?.ignored.includes("demo_request") ? ["talk_to_person"] : ["request_demo", "talk_to_person"];
}

/** Null unless the log and the machine agree that the visitor is being asked. */
function askedFields({ voice, brain }: SessionState, { asked }: Standing): readonly AskedField[] | null {
  const mind = brain.getSnapshot();
  if (asked === null || !mind.matches({ procedure: "collecting" })) return null;
  const { given } = mind.context;
  const open = missingOf(asked.fields, given);
  if (open.length === 0) return null;
  return asked.fields.map(({ key, kind, label, pattern }) => ({
    key,
    kind,
    label: label[voice.language] ?? voice.words.fields[kind],
    pattern,
    value: given[key] ?? "",
  }));
}
