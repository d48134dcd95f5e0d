/** A replay as a file or a clipboard carries it: the log, and the fingerprint of where it ended, so that whoever plays it again knows. */
import * as z from "zod/mini";
import { LogEntry } from "../domain/log-entry.ts";
import { canonicalJson } from "./canonical-json.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { redactLog } from "./redact-log.ts";
import { replayLog } from "./replay-log.ts";

const FORMAT = "sophie-replay-1";

/** A replay outside of a store. What is redacted names no conversation. */
export const ReplayFile = z.object({
  format: z.literal(FORMAT),
  /** Null in a redacted one. */
  conversation: z.nullable(z.string()),
  isRedacted: z.boolean(),
  /** Of the state after the last entry. */
  fingerprint: z.string(),
  entries: z.array(LogEntry),
});
export type ReplayFile = z.infer<typeof ReplayFile>;

/** What is copied for a bug report is redacted; the whole conversation is for those who may read it anyway. */
export function replayFileOf(
  conversation: string,
  log: readonly LogEntry[],
  isRedacted: boolean,
): ReplayFile {
  const entries = isRedacted ? redactLog(log) : log;
  const fingerprint = fingerprintOf(replayLog(entries).stateAt(entries.length));
  return {
    format: FORMAT,
    conversation: isRedacted ? null : conversation,
    isRedacted,
    fingerprint,
    entries: [...entries],
  };
}

/** The same text for the same replay; ends with a new line, as files do. */
export function writeReplayFile(file: ReplayFile): string {
  return `${canonicalJson(file)}\n`;
}

/** What reading a file gave. */
export type ReadReplayFile =
  | {
      readonly ok: true;
      readonly file: ReplayFile;
      /** Whether it ends here as it did where it was written. */
      readonly isSame: boolean;
    }
  /** A sentence. */
  | { readonly ok: false; readonly problem: string };

/** Somebody else wrote it, so nothing of it is believed. */
export function readReplayFile(text: string): ReadReplayFile {
  const parsed = ReplayFile.safeParse(parse(text));
  if (!parsed.success) return { ok: false, problem: problemOf(parsed.error.issues[0]) };
  const file = parsed.data;
  const hole = file.entries.findIndex(({ seq }, place) => seq !== place + 1);
  if (hole !== -1) {
    return { ok: false, problem: `The log has a hole: entry ${hole + 1} is not in its place.` };
  }
  const fingerprint = fingerprintOf(replayLog(file.entries).stateAt(file.entries.length));
  return { ok: true, file, isSame: fingerprint === file.fingerprint };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function problemOf(issue: { readonly path: readonly PropertyKey[] } | undefined): string {
  const path = issue?.path.join(".") ?? "";
  return path === "" || path === "format"
    ? `This is no replay of Sophie's: it has no "format": "${FORMAT}".`
    : `This replay cannot be read at ${path}.`;
}
