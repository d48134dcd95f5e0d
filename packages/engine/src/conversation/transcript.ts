/** A conversation as one side sees it: the reduction of its log, entry by entry, in order of `seq` and without a hole. */
import type { Author } from "../domain/author.ts";
import type { Control } from "../domain/control.ts";
import type { LogEntry } from "../domain/log-entry.ts";

/** A copy of a log, gap-free as far as it goes. */
export interface Transcript {
  /** Gap-free from 1. */
  readonly entries: readonly LogEntry[];
  readonly lastSeq: number;
  readonly control: Control;
  /** Who has control, while it is a person. */
  readonly controller: Author | null;
}

/** Before the first entry. */
export const EMPTY_TRANSCRIPT: Transcript = { entries: [], lastSeq: 0, control: "bot", controller: null };

export interface Extended {
  readonly transcript: Transcript;
  /** Only what was new, in order. */
  readonly added: readonly LogEntry[];
  /** Something before these entries is missing: ask for what came after `transcript.lastSeq`. */
  readonly isGapped: boolean;
}

/** Adds what is next. What is known already is passed over; what comes too early is left out and reported as a gap. */
export function extendTranscript(transcript: Transcript, entries: readonly LogEntry[]): Extended {
  const added: LogEntry[] = [];
  let { lastSeq, control, controller } = transcript;
  for (const entry of entries) {
    if (entry.seq <= lastSeq) continue;
    if (entry.seq > lastSeq + 1) break;
    lastSeq = entry.seq;
    added.push(entry);
    if (entry.kind === "control") {
      control = entry.to;
      controller = entry.to === "human" && entry.by.kind === "agent" ? entry.by : null;
    }
  }
  const isGapped = (entries.at(-1)?.seq ?? 0) > lastSeq;
  if (added.length === 0) return { transcript, added, isGapped };
  return {
    transcript: { entries: [...transcript.entries, ...added], lastSeq, control, controller },
    added,
    isGapped,
  };
}
