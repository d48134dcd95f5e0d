/** What `sophie replay` prints: the entries of a log with what each of them did, or one of them with the whole state after it. */
import {
  type Author,
  fingerprintOf,
  type Leaf,
  type LogEntry,
  type Replay,
  type ReplayFile,
  type ReplayState,
  type ReplayStep,
} from "@sophie/engine";
import { printable } from "./printable.ts";

const TEXT_CHARS = 100;

export function replayReport(file: ReplayFile, { steps }: Replay): string {
  const name = file.conversation ?? "A conversation";
  return [
    `${printable(name)}: ${steps.length} entries, fingerprint ${file.fingerprint}`,
    ...steps.map((step) => describe(step)),
  ].join("\n\n");
}

/** 0 is before the first entry. */
export function stepReport(replay: Replay, seq: number): string {
  const step = replay.steps[seq - 1];
  const { fingerprint, state } = fingerprintedStep(replay, seq);
  return [
    step === undefined ? "0  before the first entry" : describe(step),
    describeState(state),
    `fingerprint ${fingerprint}`,
  ].join("\n\n");
}

/** One step for programs. */
export function fingerprintedStep(replay: Replay, seq: number) {
  const state = replay.stateAt(seq);
  const { passed = [], changes = [] } = replay.steps[seq - 1] ?? {};
  return { state, passed, changes, fingerprint: fingerprintOf(state) };
}

function describe({ entry, passed, changes }: ReplayStep): string {
  return [
    `${entry.seq}  ${momentOf(entry.at)}  ${headOf(entry)}`,
    ...(passed.length === 0 ? [] : [`     handoff procedure: ${passed.join(" → ")}`]),
    ...changes.map(({ what, from, to }) => `     ${what}: ${said(what, from)} → ${said(what, to)}`),
  ].join("\n");
}

function headOf(entry: LogEntry): string {
  switch (entry.kind) {
    case "message":
      return `${nameOf(entry.author)}${entry.intent === undefined ? "" : ` (${entry.intent})`}: ${cut(entry.text)}`;
    case "control":
      return `control: ${entry.from} → ${entry.to}, by ${nameOf(entry.by)}`;
    case "signal":
      return `signal: ${entry.signal.type} ${Math.round(entry.signal.confidence * 100)} %`;
    case "note":
      return `note, by ${nameOf(entry.author)}: ${cut(entry.text)}`;
    case "handoff":
      return `handoff: ${entry.action}, by ${nameOf(entry.by)}${entry.reason === null ? "" : `: ${cut(entry.reason)}`}`;
    case "notice":
      return `notice: ${entry.notice}: ${cut(entry.text)}`;
    case "procedure":
      return `handoff procedure: ${entry.state}, ${entry.fields.map(({ key }) => key).join(", ") || "nothing open"}`;
    case "feedback":
      return `feedback: ${entry.helpful ? "helpful" : "not helpful"}`;
    case "survey":
      return `survey: ${entry.rating ?? "declined"} ${cut(entry.comment)}`.trimEnd();
    case "hidden":
      return "(for agents only)";
  }
}

function describeState(state: ReplayState): string {
  const { procedure, handoff, timers, promise, visitor, said: messages } = state;
  const rows: readonly (readonly [string, string])[] = [
    ["control", state.control],
    ["may speak", state.speaker === null ? "nobody" : nameOf(state.speaker)],
    [
      "procedure",
      [procedure.state, procedure.trigger, ...procedure.open].filter((part) => part !== null).join(" "),
    ],
    ["handoff", handoff === null ? "none" : describeHandoff(handoff)],
    ["timers", timers.map(({ kind, at }) => `${kind} ${momentOf(at)}`).join(", ") || "none"],
    [
      "promise",
      promise === null ? "none" : `${promise.state}, by ${momentOf(promise.dueAt)}: ${cut(promise.text)}`,
    ],
    ["visitor", visitor ?? "not logged"],
    ["unknown in a row", String(state.unknowns)],
    ["said", `visitor ${messages.visitor}, Sophie ${messages.bot}, agents ${messages.agent}`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join("\n");
}

function describeHandoff(handoff: NonNullable<ReplayState["handoff"]>): string {
  const { id, status, version, priority, assignee, routed } = handoff;
  return [
    `${printable(id)} ${status}, version ${version}`,
    ...(priority === null ? [] : [`priority ${priority}`]),
    ...(routed == null
      ? []
      : [`${routed.mode} to ${routed.queue ?? "nobody"} by ${cut(routed.rule ?? "no rule")}`]),
    ...(assignee === null ? [] : [`with ${cut(assignee)}`]),
  ].join(", ");
}

function said(what: string, leaf: Leaf): string {
  if (leaf === null) return "–";
  const isMoment = /(?:At|^timers\..*)$/.test(what) && typeof leaf === "number";
  return isMoment ? momentOf(leaf) : cut(String(leaf));
}

function nameOf(author: Author): string {
  return author.kind === "agent" ? cut(author.name) : author.kind;
}

/** In UTC, so that two people read the same. */
function momentOf(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? String(at) : date.toISOString();
}

function cut(text: string): string {
  const characters = Array.from(text);
  return printable(
    characters.length <= TEXT_CHARS ? text : `${characters.slice(0, TEXT_CHARS - 1).join("")}…`,
  );
}
