/** What an answer port gave, as something that can be said: whoever wrote it, a visitor is served (F1). */
import { AnswerSource } from "../domain/answer-source.ts";
import type { Answer } from "./ports.ts";

/** As long as a message may be. */
const TEXT_CHARS_MAX = 4_000;

/** Null for what is no text, for an empty one and for one too long to be sent: Sophie then does not know. */
export function readAnswer(given: unknown): Answer | null {
  const { text, source } = isRecord(given) ? given : { text: given, source: undefined };
  if (typeof text !== "string" || text.trim() === "" || text.length > TEXT_CHARS_MAX) return null;
  const known = AnswerSource.safeParse(source);
  return known.success ? { text, source: known.data } : { text };
}

function isRecord(value: unknown): value is { readonly text?: unknown; readonly source?: unknown } {
  return typeof value === "object" && value !== null;
}
