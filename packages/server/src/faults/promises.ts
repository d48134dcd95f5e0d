/** What must be true when everything is at rest, whatever happened before (promises Q1–Q4 and Q14). */
import { isDeepStrictEqual } from "node:util";
import type { ConversationId, LogEntry, MessageEntry, SessionSnapshot } from "@sophie/engine";
import type { Storage } from "../storage/storage.ts";
import type { Played } from "./play-schedule.ts";

const ALL = 100_000;

/** One sentence for each promise that was broken. */
export async function brokenPromises(played: Played, storage: Storage): Promise<readonly string[]> {
  const { visitor, agent, faults } = played;
  const broken = [...faults];
  if (!visitor.isAtRest) broken.push(`the visitor is not at rest: ${JSON.stringify(visitor.saved.items())}`);
  if (!agent.isAtRest) broken.push("the agent is not at rest");

  const logs = new Map<ConversationId, readonly LogEntry[]>();
  for (const id of played.conversations) {
    const log = await storage.entriesSince(id, 0, ALL);
    if (log.length > 0) logs.set(id, log);
  }
  for (const [id, log] of logs) {
    broken.push(...brokenInLog(id, log));
    const { lastSeq } = (await storage.stateOf(id))?.conversation ?? { lastSeq: -1 };
    if (lastSeq !== log.length) broken.push(`${id} ends at ${lastSeq} and holds ${log.length}`);
    const theirs = agent.transcripts.get(id)?.entries ?? [];
    if (!isDeepStrictEqual(theirs, log)) {
      broken.push(`the agent sees ${summary(theirs)} of ${id}, which is ${summary(log)}`);
    }
  }
  broken.push(...brokenWords(played, [...logs.values()].flat()));
  for (const { snapshot } of visitor.sessions) broken.push(...brokenView(snapshot, logs));

  const open = await storage.openHandoffs([played.site]);
  if (new Set(open.map(({ conversation }) => conversation)).size !== open.length) {
    broken.push("a conversation has two open handoffs");
  }
  return broken;
}

function messagesOf(log: readonly LogEntry[]): readonly MessageEntry[] {
  return log.filter((entry) => entry.kind === "message");
}

function brokenInLog(id: ConversationId, log: readonly LogEntry[]): readonly string[] {
  const broken: string[] = [];
  if (log.some(({ seq }, index) => seq !== index + 1)) broken.push(`${id} has a gap: ${summary(log)}`);
  const left = log.findIndex((entry) => entry.kind === "control" && entry.from === "bot");
  const late = left < 0 ? [] : messagesOf(log.slice(left)).filter(({ author }) => author.kind === "bot");
  if (late.length > 0) broken.push(`the bot speaks in ${id} after a person was called: ${summary(log)}`);
  if (left < 0) {
    const ids = new Set(messagesOf(log).map((message) => message.id as string));
    const unanswered = messagesOf(log).filter(
      (message) => message.author.kind === "visitor" && !ids.has(`re:${message.id}`),
    );
    if (unanswered.length > 0) broken.push(`nobody reacted in ${id}: ${summary(log)}`);
  }
  return broken;
}

/** Everything that was said is stored once, except what an agent was told is refused. */
function brokenWords({ said, agent }: Played, entries: readonly LogEntry[]): readonly string[] {
  const stored = messagesOf(entries).filter(({ author }) => author.kind !== "bot");
  const times = (text: string) => stored.filter((message) => message.text === text).length;
  const broken = said
    .filter((text) => times(text) !== 1)
    .map((text) => `"${text}" is stored ${times(text)} times: ${summary(entries)}`);
  for (const { id, text } of agent.said) {
    const refusal = agent.refused.get(id);
    if (refusal !== undefined && refusal !== "not_in_control")
      broken.push(`"${text}" is refused: ${refusal}`);
    if (times(text) !== (refusal === undefined ? 1 : 0)) {
      broken.push(`"${text}" of the agent is stored ${times(text)} times, and the agent heard ${refusal}`);
    }
  }
  if (stored.length > said.length + agent.said.length) broken.push("something is stored that nobody said");
  return broken;
}

function brokenView(
  { conversation, timeline, control }: SessionSnapshot,
  logs: ReadonlyMap<ConversationId, readonly LogEntry[]>,
): readonly string[] {
  const log = (conversation === null ? undefined : logs.get(conversation)) ?? [];
  const shown = timeline.flatMap((item) => {
    if (item.kind === "control") return [`control ${item.to}`];
    return item.kind === "notice" || item.id === "greeting"
      ? []
      : [`${item.author.kind} ${item.id} ${item.text}`];
  });
  const stored = log.flatMap((entry) => {
    if (entry.kind === "control") return [`control ${entry.to}`];
    return entry.kind === "message" ? [`${entry.author.kind} ${entry.id} ${entry.text}`] : [];
  });
  const broken: string[] = [];
  if (JSON.stringify(shown) !== JSON.stringify(stored)) {
    broken.push(`the visitor sees ${shown.join(" | ")} where ${stored.join(" | ")} is stored`);
  }
  const last = log.findLast((entry) => entry.kind === "control");
  if (control !== (last?.kind === "control" ? last.to : "bot"))
    broken.push(`the visitor believes in ${control}`);
  const unsure = timeline.filter(
    (item) => item.kind === "message" && ["sending", "failed"].includes(item.delivery?.state ?? ""),
  );
  if (unsure.length > 0) broken.push(`the visitor has no answer for ${JSON.stringify(unsure)}`);
  return broken;
}

function summary(log: readonly LogEntry[]): string {
  const words = log.map((entry) =>
    entry.kind === "message"
      ? `${entry.seq} ${entry.author.kind}: ${entry.text} [${entry.id}]`
      : `${entry.seq} ${entry.kind}`,
  );
  return `(${words.join(" | ")})`;
}
