/** Tests that a log plays the same each time, forward and back, and tells what a conversation went through. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HandoffId, SendId } from "../domain/id.ts";
import type { HandoffEntry, LogEntry } from "../domain/log-entry.ts";
import type { QueueId } from "../domain/queue.ts";
import { COLLECT_MS, SURVEY_MS } from "../domain/visitor-waits.ts";
import { aControlEntry, aMessageEntry, ANA, MONDAY_NINE } from "../testing/builders.ts";
import { canonicalJson } from "./canonical-json.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { replayLog } from "./replay-log.ts";
import { BEFORE_THE_FIRST } from "./replay-state.ts";
import { stepOn } from "./step-on.ts";
import { randomLog } from "./testing/random-log.ts";

const MINUTE_MS = 60_000;
const HANDOFF = "handoff-1" as HandoffId;

type Draft = LogEntry extends infer E ? (E extends LogEntry ? Omit<E, "seq" | "at"> : never) : never;

/** Entries a minute apart. */
function logOf(...drafts: readonly Draft[]): readonly LogEntry[] {
  return drafts.map((draft, place) => ({
    ...draft,
    seq: place + 1,
    at: MONDAY_NINE + place * MINUTE_MS,
  }));
}

const said = (text: string): Draft => aMessageEntry({ text });
const control = (to: "human_pending" | "human" | "survey" | "closed"): Draft =>
  aControlEntry({ to, by: to === "human" ? ANA : { kind: "system" } });

function move(
  action: HandoffEntry["action"],
  to: HandoffEntry["to"],
  more: Partial<HandoffEntry> = {},
): Draft {
  const by = { kind: "visitor" } as const;
  return {
    kind: "handoff",
    handoff: HANDOFF,
    action,
    from: null,
    to,
    by,
    assignee: null,
    reason: null,
    version: 1,
    ...more,
  };
}

const created = (more: Partial<HandoffEntry> = {}) =>
  move("create", "pending", { trigger: "demo_request", ...more });

function asked(state: "collecting" | "transferring", keys: readonly string[]): Draft {
  const fields = keys.map((key) => ({ key, kind: "email" as const, label: {}, pattern: null }));
  const request = "request-1" as SendId;
  return {
    kind: "procedure",
    state,
    request,
    trigger: "demo_request",
    source: "text",
    message: null,
    fields,
  };
}

describe("playing a log", () => {
  it("Q27 N3 the same log gives byte-identical states and changes, whoever plays it", () => {
    fc.assert(
      fc.property(randomLog(), (log) => {
        const again = JSON.parse(JSON.stringify(log)) as LogEntry[];
        expect(canonicalJson(replayLog(again).steps)).toBe(canonicalJson(replayLog(log).steps));
      }),
    );
  });

  it("N3 a step on from any place is the place after it, and back and forward again is where one was", () => {
    fc.assert(
      fc.property(randomLog(), (log) => {
        const whole = replayLog(log);
        log.forEach((entry, place) => {
          const before = replayLog(log.slice(0, place)).stateAt(place);
          expect(canonicalJson(before)).toBe(canonicalJson(whole.stateAt(place)));
          expect(canonicalJson(stepOn(before, entry).state)).toBe(canonicalJson(whole.stateAt(place + 1)));
          const back = whole.stateAt(place);
          expect(fingerprintOf(stepOn(back, entry).state)).toBe(fingerprintOf(whole.stateAt(place + 1)));
        });
      }),
      { numRuns: 50 },
    );
  });

  it("N3 an entry that changed nothing says so, and every change is one of leaves", () => {
    fc.assert(
      fc.property(randomLog(), (log) => {
        for (const { changes } of replayLog(log).steps) {
          for (const { from, to } of changes) {
            expect(from).not.toBe(to);
            for (const leaf of [from, to]) expect(typeof leaf === "object" ? leaf : null).toBeNull();
          }
        }
      }),
    );
  });

  it("changes nothing that it was given, and stays at the ends", () => {
    const log = Object.freeze(logOf(said("Hallo")).map((entry) => Object.freeze(entry)));
    const replay = replayLog(log);
    expect(replay.stateAt(0)).toBe(BEFORE_THE_FIRST);
    expect(replay.stateAt(-1)).toBe(BEFORE_THE_FIRST);
    expect(replay.stateAt(9)).toBe(replay.stateAt(1));
    expect(replayLog([]).stateAt(3)).toBe(BEFORE_THE_FIRST);
  });

  it("refuses a log with a hole, since nobody knows what is missing", () => {
    const [first, , third] = logOf(said("een"), said("twee"), said("drie")) as [LogEntry, LogEntry, LogEntry];
    expect(() => replayLog([first, third])).toThrow("after entry 1 comes 3");
  });
});

describe("what a replay shows", () => {
  it("F2 the procedure passes triggered, collecting and transferring in this order, also where nothing is asked", () => {
    const { steps, stateAt } = replayLog(logOf(said("Bezichtigen?"), created(), control("human_pending")));
    expect(steps.map(({ passed }) => passed)).toEqual([[], ["triggered", "collecting", "transferring"], []]);
    expect(stateAt(2).procedure).toEqual({ state: "transferring", trigger: "demo_request", open: [] });
    expect(stateAt(3).procedure.state).toBe("idle");
  });

  it("F2 what is asked for first is a stage of its own, with what is still open", () => {
    const log = logOf(asked("collecting", ["email", "phone"]), asked("transferring", ["phone"]), created());
    const { steps, stateAt } = replayLog(log);
    expect(steps.map(({ passed }) => passed)).toEqual([["triggered", "collecting"], ["transferring"], []]);
    expect(stateAt(1).procedure.open).toEqual(["email", "phone"]);
    expect(stateAt(2).procedure.open).toEqual(["phone"]);
    expect(stateAt(3).procedure.open).toEqual(["phone"]);
  });

  it("F2 a hot lead and an agent who steps in run no procedure", () => {
    const quiet = replayLog(logOf(created({ trigger: "hot_lead", by: { kind: "system" } })));
    const stepped = replayLog(logOf(created({ trigger: "takeover", by: ANA, to: "in_progress" })));
    for (const { steps } of [quiet, stepped]) expect(steps[0]?.passed).toEqual([]);
  });

  it("N3 who may speak: Sophie, then nobody, then the agent by name, then nobody", () => {
    const { steps } = replayLog(
      logOf(said("Hallo"), control("human_pending"), control("human"), control("closed")),
    );
    expect(steps.map(({ state }) => state.speaker)).toEqual([{ kind: "bot" }, null, ANA, null]);
  });

  it("N3 a change of who may speak is told by name", () => {
    const { steps } = replayLog(logOf(control("human_pending"), control("human")));
    expect(steps[1]?.changes).toEqual([
      { what: "control", from: "human_pending", to: "human" },
      { what: "speaker", from: null, to: ANA.name },
    ]);
  });

  it("N3 the clocks that run: set, moved and called off by what was logged", () => {
    const at = (minutes: number) => MONDAY_NINE + minutes * MINUTE_MS;
    const log = logOf(
      asked("collecting", ["email"]),
      created({ dueAt: at(60) }),
      control("human_pending"),
      move("recount", "pending", { dueAt: at(90) }),
      move("start", "in_progress", { by: ANA, assignee: ANA.name }),
      { ...said("Goedemorgen, met Ana"), author: ANA } as Draft,
      control("survey"),
      control("closed"),
    );
    expect(replayLog(log).steps.map(({ state }) => state.timers)).toEqual([
      [{ kind: "collect-due", at: at(0) + COLLECT_MS }],
      [{ kind: "sla-due", at: at(60) + 1 }],
      [{ kind: "sla-due", at: at(60) + 1 }],
      [{ kind: "sla-due", at: at(90) + 1 }],
      [{ kind: "sla-due", at: at(90) + 1 }],
      [],
      [{ kind: "survey-due", at: at(6) + SURVEY_MS }],
      [],
    ]);
  });

  it("N3 N8 a promise is open until an answer keeps it or its time breaks it", () => {
    const notice = (promised: number): Draft => ({
      kind: "notice",
      notice: "unavailable",
      text: "Morgen om 09:00",
      channels: [],
      until: null,
      promised,
    });
    const answer = { ...said("Hier ben ik"), author: ANA } as Draft;
    const kept = replayLog(logOf(notice(MONDAY_NINE + MINUTE_MS), answer));
    expect(kept.steps.map(({ state }) => state.promise?.state)).toEqual(["open", "kept"]);
    const late = replayLog(logOf(notice(MONDAY_NINE), move("promise_broken", "pending"), answer));
    expect(late.steps.map(({ state }) => state.promise?.state)).toEqual(["open", "broken", "broken"]);
  });

  it("Q27 where a handoff was routed, and by which rule, is part of what is played again", () => {
    const routed = { queue: "verkoop" as QueueId, mode: "live", rule: "Bezichtigingen" } as const;
    const { stateAt, steps } = replayLog(logOf(created({ routed, priority: "high", score: 40 })));
    expect(stateAt(1).handoff).toMatchObject({ routed, priority: "high", score: 40, nth: 1 });
    expect(steps[0]?.changes).toContainEqual({
      what: "handoff.routed.rule",
      from: null,
      to: "Bezichtigingen",
    });
  });

  it("N3 whether the visitor was still there, where somebody looked", () => {
    const { stateAt } = replayLog(logOf(created(), move("rescore", "pending", { because: "gone" })));
    expect(stateAt(2).visitor).toBe("gone");
  });

  it("says what one entry did, in leaves", () => {
    const { steps } = replayLog(
      logOf(created(), move("start", "in_progress", { by: ANA, assignee: "Ana", version: 2 })),
    );
    expect(steps[1]?.changes).toEqual([
      { what: "handoff.assignee", from: null, to: "Ana" },
      { what: "handoff.status", from: "pending", to: "in_progress" },
      { what: "handoff.version", from: 1, to: 2 },
    ]);
  });
});
