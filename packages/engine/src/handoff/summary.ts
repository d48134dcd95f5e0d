/** What an agent reads first: the last things that the visitor said, quoted, each with its source (H5, H62). */
import type { Summary } from "../domain/handoff.ts";
import type { LogEntry, MessageEntry } from "../domain/log-entry.ts";

const LINES_MAX = 3;
const LINE_CHARS_MAX = 240;

export function summarise(entries: readonly LogEntry[]): Summary {
  const said = entries.filter(
    (entry): entry is MessageEntry => entry.kind === "message" && entry.author.kind === "visitor",
  );
  return {
    lines: said.slice(-LINES_MAX).map((entry) => ({ text: shorten(entry.text), message: entry.id })),
  };
}

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, " ").trim();
  return flat.length <= LINE_CHARS_MAX ? flat : `${flat.slice(0, LINE_CHARS_MAX - 1)}…`;
}
