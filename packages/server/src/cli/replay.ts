/** `sophie replay <conversation | file.json>`: how a conversation came to stand where it stands, from its log (N3). */
import { existsSync, readFileSync } from "node:fs";
import {
  canonicalJson,
  ConversationId,
  type LogEntry,
  readReplayFile,
  replayFileOf,
  replayLog,
  writeReplayFile,
} from "@sophie/engine";
import type { ServerOptions } from "../options.ts";
import { fingerprintedStep, replayReport, stepReport } from "../replay-report.ts";
import { openLogReader } from "../storage/open-log-reader.ts";
import { readWords } from "./read-words.ts";
import { REPLAY_FLAGS, type ReplayWords, splitReplayWords } from "./replay-words.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

const HELP = `sophie replay <conversation>    from the store that the options name; nothing in it is changed
sophie replay <file.json>       from a file that this command or the desk has made

Plays a conversation again from its log and shows what each entry did. The same log gives the same states, byte for byte;
the fingerprint says whether two people look at the same one.

  --step 7     that entry alone, with the whole state after it; 0 is before the first
  --json       for programs and for files; without --step it can be played again
  --redact     without names, texts, addresses and ids, for a bug report

It ends with 0, with 1 if there is no such conversation, file or store, or if a file ends otherwise here than where it was
made, and with 2 if the command line is wrong.`;

interface Log {
  readonly conversation: string;
  readonly entries: readonly LogEntry[];
  /** It came from a file, and does not end as the file says. */
  readonly isOther: boolean;
}

export async function replay(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { print, complain } = terminal;
  if (words.includes("--help") || words.includes("-h")) {
    print(HELP);
    return 0;
  }
  const split = splitReplayWords(words);
  if (!split.ok) {
    complain(split.problem);
    return 2;
  }
  const read = readWords(split.words.rest, REPLAY_FLAGS, {}, terminal);
  if (read === null) return 2;
  const log = await readLog(split.words, read.options, terminal);
  if (typeof log === "number") return log;

  const file = replayFileOf(log.conversation, log.entries, split.words.redact);
  const { step, json } = split.words;
  if (step !== null && step > file.entries.length) {
    complain(`--step ${step} is beyond the end: there are ${file.entries.length} entries.`);
    return 2;
  }
  const played = replayLog(file.entries);
  if (step === null) print(json ? writeReplayFile(file).trimEnd() : replayReport(file, played));
  else print(json ? canonicalJson(fingerprintedStep(played, step)) : stepReport(played, step));
  if (!log.isOther) return 0;
  complain("It ends otherwise here than where this file was made: one of the two Sophies is older.");
  return 1;
}

/** Or the code to end with, where it has been said why. */
async function readLog(
  { target }: ReplayWords,
  { databaseUrl: url, databaseFile: file }: ServerOptions,
  terminal: Terminal,
): Promise<Log | ExitCode> {
  const { complain } = terminal;
  if (target.endsWith(".json") || existsSync(target)) return readFile(target, terminal);
  const conversation = ConversationId.safeParse(target);
  if (!conversation.success) {
    complain("That is neither the id of a conversation nor a file.");
    return 2;
  }
  const reader = openLogReader({ url, file });
  try {
    const entries = await reader.logOf(conversation.data);
    if (entries.length > 0) return { conversation: target, entries, isOther: false };
    complain(`There is no conversation ${target} in ${url === null ? file : "this database"}.`);
    return 1;
  } finally {
    await reader.close();
  }
}

function readFile(path: string, { complain }: Terminal): Log | ExitCode {
  if (!existsSync(path)) {
    complain(`There is no file ${path}.`);
    return 1;
  }
  const read = readReplayFile(readFileSync(path, "utf8"));
  if (!read.ok) {
    complain(`${path}: ${read.problem}`);
    return 1;
  }
  const { conversation, entries } = read.file;
  return { conversation: conversation ?? "redacted", entries, isOther: !read.isSame };
}
