/** Where a conversation stands, read from its log and from what is on its way to it: the same on every page and in every tab. */
import type { Offer } from "../conversation/conversation-event.ts";
import type { Transcript } from "../conversation/transcript.ts";
import type { SendId } from "../domain/id.ts";
import type { NoticeEntry, ProcedureEntry, SurveyEntry } from "../domain/log-entry.ts";
import { isCourtesy, type ReplyIntent } from "../domain/reply-intent.ts";
import type { VisitorRequest } from "./saved-session.ts";

export interface Standing {
  /** What Sophie's last words offered to fetch a person for. */
  readonly offer: Offer | null;
  /** How often in a row she did not know. */
  readonly unknowns: number;
  /** What the visitor is being asked for; null while nothing is. */
  readonly asked: ProcedureEntry | null;
  /** Where the survey began that has no answer yet; null while there is none. */
  readonly surveySeq: number | null;
  /** The newest answer to a survey. */
  readonly survey: SurveyEntry | null;
  readonly notice: NoticeEntry | null;
  /** The visitor's word on answers of Sophie's, by the answer. */
  readonly feedback: ReadonlyMap<SendId, boolean>;
}

export function standingOf(transcript: Transcript, unlogged: readonly VisitorRequest[]): Standing {
  const { entries, control } = transcript;
  const intents: (ReplyIntent | undefined)[] = [];
  const feedback = new Map<SendId, boolean>();
  let asked: ProcedureEntry | null = null;
  let survey: SurveyEntry | null = null;
  let notice: NoticeEntry | null = null;
  let controlSeq = 0;
  for (const entry of entries) {
    if (entry.kind === "message" && entry.author.kind === "bot" && !isCourtesy(entry.intent))
      intents.push(entry.intent);
    if (entry.kind === "feedback" && !feedback.has(entry.message)) feedback.set(entry.message, entry.helpful);
    if (entry.kind === "procedure") asked = entry.state === "collecting" ? entry : null;
    if (entry.kind === "survey") survey = entry;
    if (entry.kind === "notice") notice = entry;
    if (entry.kind === "control") controlSeq = entry.seq;
  }
  for (const request of unlogged) {
    if (request.type === "send-reply" && !isCourtesy(request.intent)) intents.push(request.intent);
    if (request.type === "give-feedback") feedback.set(request.message, request.helpful);
    if (request.type === "request-handoff" && request.id === asked?.request) asked = null;
  }
  const isSent = unlogged.some(({ type }) => type === "answer-survey");
  return {
    offer: offerOf(intents.at(-1)),
    unknowns:
      intents.length - 1 - intents.findLastIndex((intent) => intent !== "admit" && intent !== "offer"),
    asked: control === "bot" ? asked : null,
    surveySeq: control === "survey" && !isSent ? controlSeq : null,
    survey,
    notice,
    feedback,
  };
}

function offerOf(intent: ReplyIntent | undefined): Offer | null {
  if (intent === "offer") return "unknown";
  return intent === "offer_after_feedback" ? "feedback" : null;
}
