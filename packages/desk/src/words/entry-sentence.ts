/** One entry of a log in a line, for the list beside a replay. */
import type { Author, LogEntry } from "@sophie/engine";
import { moveSentence } from "./move-sentence.ts";
import type { Words } from "./words.ts";

/** `nameOf`: as the one who reads it knows them. */
export function entrySentence(
  entry: LogEntry,
  nameOf: (author: Author) => string,
  now: number,
  words: Words,
): string {
  const { replay, trigger, talk } = words;
  switch (entry.kind) {
    case "message":
      return `${nameOf(entry.author)}: ${entry.text}`;
    case "note":
      return `${replay.kind.note}, ${nameOf(entry.author)}: ${entry.text}`;
    case "control":
      return talk.control(entry.to, nameOf(entry.by));
    case "handoff":
      return moveSentence(
        entry,
        entry.trigger === undefined ? "" : trigger[entry.trigger],
        nameOf(entry.by),
        now,
        words,
      );
    case "signal":
      return `${replay.kind.signal}: ${trigger[entry.signal.type]}`;
    case "notice":
      return `${replay.kind.notice}: ${replay.notice[entry.notice]}`;
    case "procedure":
      return `${replay.kind.procedure}: ${replay.stage[entry.state]}`;
    case "feedback":
      return `${replay.kind.feedback}: ${entry.helpful ? replay.helpful : replay.unhelpful}`;
    case "survey":
      return `${replay.kind.survey}: ${entry.rating ?? replay.declined}`;
    case "hidden":
      return replay.kind.hidden;
  }
}
