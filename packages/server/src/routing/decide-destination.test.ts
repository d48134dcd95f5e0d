/** Which rule decides, why, and among whom: first match wins, whatever the rules are. */
import {
  type AgentId,
  DEFAULT_HANDOFF_SETTINGS,
  type Destination,
  type HandoffSettings,
  LANGUAGES,
  PRIORITIES,
  type QueueId,
  type RoutingRule,
  type RuleCondition,
  TRIGGER_TYPES,
} from "@sophie/engine";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { candidatesOf } from "./candidates.ts";
import { decideDestination } from "./decide-destination.ts";
import type { RoutingFacts } from "./routing-facts.ts";

const OFFICE = {
  id: "office",
  name: "Kantoor",
  zone: "Europe/Amsterdam",
  week: [...Array.from({ length: 5 }, () => [{ from: "09:00", to: "17:00" }]), [], []],
  overrides: [],
};
const MONDAY_TEN = Date.parse("2026-01-05T10:00+01:00");
const SATURDAY = Date.parse("2026-01-10T10:00+01:00");

const to = (queue: string, more: Partial<Destination> = {}): Destination => ({
  queue: queue as QueueId,
  mode: "live",
  assign: { kind: "claim" },
  ...more,
});
const rule = (id: string, when: RuleCondition[], target: Destination, enabled = true): RoutingRule => ({
  id,
  name: `Rule ${id}`,
  enabled,
  when,
  to: target,
});
const queue = (id: string, more: Partial<HandoffSettings["queues"][number]> = {}) => ({
  ...(DEFAULT_HANDOFF_SETTINGS.queues[0] as HandoffSettings["queues"][number]),
  id: id as QueueId,
  ...more,
});
const settings = (rules: RoutingRule[], more: Partial<HandoffSettings> = {}): HandoffSettings => ({
  ...DEFAULT_HANDOFF_SETTINGS,
  calendars: [OFFICE],
  queues: [queue("general"), queue("sales", { calendar: "office" }), queue("finance")],
  rules,
  ...more,
});
const facts = (more: Partial<RoutingFacts> = {}): RoutingFacts => ({
  trigger: "price_question",
  triggerName: null,
  language: "nl",
  channel: "web",
  priority: "normal",
  score: 40,
  customer: false,
  at: MONDAY_TEN,
  ...more,
});

describe("the rules", () => {
  it("F13 a price question goes to Finance; what no rule names goes to the last line", () => {
    const prices = settings([rule("r", [{ kind: "trigger", is: ["price_question"] }], to("finance"))]);
    expect(decideDestination(prices, facts()).destination?.queue).toBe("finance");
    expect(decideDestination(prices, facts({ trigger: "demo_request" }))).toMatchObject({
      destination: DEFAULT_HANDOFF_SETTINGS.otherwise,
      rule: null,
    });
  });

  it("S13 with one destination for everything, everything goes there", () => {
    const sales = settings([], { otherwise: to("sales") });
    for (const trigger of TRIGGER_TYPES) {
      expect(decideDestination(sales, facts({ trigger })).destination?.queue).toBe("sales");
    }
  });

  it("F20 S15 a rule on the hours of its own queue; the trace says which condition failed", () => {
    const closed = rule("closed", [{ kind: "hours", is: "closed" }], to("sales", { mode: "async" }));
    const open = rule("open", [{ kind: "hours", is: "open" }], to("sales"));
    const both = settings([closed, open]);
    expect(decideDestination(both, facts({ at: SATURDAY }))).toMatchObject({
      destination: { mode: "async" },
      trace: [{ rule: closed, matched: true, failed: null }],
    });
    expect(decideDestination(both, facts())).toMatchObject({
      destination: { mode: "live" },
      trace: [
        { rule: closed, matched: false, failed: { kind: "hours", is: "closed" } },
        { rule: open, matched: true, failed: null },
      ],
    });
  });

  it("S15 of two that match the first decides, and one that is switched off is passed over", () => {
    const off = rule("off", [], to("finance"), false);
    const both = settings([off, rule("a", [], to("sales")), rule("b", [], to("finance"))]);
    const { rule: decided, trace } = decideDestination(both, facts());
    expect(decided?.id).toBe("a");
    expect(trace.map(({ rule: read, matched }) => [read.id, matched])).toEqual([
      ["off", false],
      ["a", true],
    ]);
  });

  it.each<[RuleCondition, Partial<RoutingFacts>, Partial<RoutingFacts>]>([
    [{ kind: "language", is: ["de"] }, { language: "de" }, { language: "nl" }],
    [{ kind: "channel", is: ["api"] }, { channel: "api" }, { channel: "web" }],
    [{ kind: "priority", is: ["urgent", "high"] }, { priority: "high" }, { priority: "normal" }],
    [{ kind: "score", atLeast: 70 }, { score: 70 }, { score: 69 }],
    [{ kind: "customer", is: true }, { customer: true }, { customer: false }],
    [
      { kind: "custom_trigger", id: "refund" },
      { trigger: "custom", triggerName: "Geld terug" },
      { trigger: "custom", triggerName: "Opzeggen" },
    ],
  ])("F13 F25 %j holds and does not hold", (condition, yes, no) => {
    const trigger = { id: "refund", name: "Geld terug", phrase: "geld", language: null, inflected: false };
    const one = settings([rule("r", [condition], to("sales"))], { triggers: [trigger] });
    expect(decideDestination(one, facts(yes)).rule?.id).toBe("r");
    expect(decideDestination(one, facts(no)).rule).toBeNull();
  });
});

describe("whatever the rules", () => {
  const condition = fc.oneof(
    fc.record({
      kind: fc.constant("trigger" as const),
      is: fc.subarray([...TRIGGER_TYPES], { minLength: 1 }),
    }),
    fc.record({ kind: fc.constant("language" as const), is: fc.subarray([...LANGUAGES], { minLength: 1 }) }),
    fc.record({ kind: fc.constant("priority" as const), is: fc.subarray([...PRIORITIES], { minLength: 1 }) }),
    fc.record({ kind: fc.constant("score" as const), atLeast: fc.nat(100) }),
    fc.record({
      kind: fc.constant("hours" as const),
      is: fc.constantFrom("open" as const, "closed" as const),
    }),
    fc.record({ kind: fc.constant("customer" as const), is: fc.boolean() }),
  );
  const rules = fc
    .array(
      fc.record({
        when: fc.array(condition, { maxLength: 4 }),
        enabled: fc.boolean(),
        queue: fc.constantFrom("sales", "finance"),
      }),
      { maxLength: 8 },
    )
    .map((drawn) =>
      drawn.map(({ when, enabled, queue: target }, index) => rule(`${index}`, when, to(target), enabled)),
    );
  const anyFacts = fc.record({
    trigger: fc.constantFrom(...TRIGGER_TYPES),
    triggerName: fc.constant(null),
    language: fc.constantFrom(...LANGUAGES),
    channel: fc.constant("web" as const),
    priority: fc.constantFrom(...PRIORITIES),
    score: fc.nat(100),
    customer: fc.boolean(),
    at: fc.constantFrom(MONDAY_TEN, SATURDAY),
  });

  it("F20 S15 what decides is the first that matches: none before it does, and its trace ends with it", () => {
    fc.assert(
      fc.property(rules, anyFacts, (all, any) => {
        const { rule: decided, destination, trace } = decideDestination(settings(all), any);
        expect(trace.map(({ rule: read }) => read.id)).toEqual(
          all.slice(0, trace.length).map(({ id }) => id),
        );
        expect(trace.slice(0, -1).every(({ matched }) => !matched)).toBe(true);
        expect(destination).toEqual(decided === null ? DEFAULT_HANDOFF_SETTINGS.otherwise : decided.to);
        const end = decided === null ? trace.at(-1) : { rule: decided, matched: true, failed: null };
        expect(trace.at(-1)).toEqual(end);
        expect(trace.length === all.length || decided !== null).toBe(true);
        // A rule alone decides the same as it does among others.
        for (const { rule: read, matched } of trace) {
          expect(decideDestination(settings([read]), any).rule !== null).toBe(matched);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("the candidates", () => {
  const people = ["ana", "ben", "cas", "dee"].map((id) => ({ id: id as AgentId }));
  const ids = (found: readonly { readonly id: AgentId }[]) => found.map(({ id }) => id);

  it("S14 a queue's members, and of them only those whom the rule names, in its order", () => {
    const members = settings([], {
      queues: [queue("general"), queue("sales", { members: ["ben", "ana", "gone"] as AgentId[] })],
    });
    expect(ids(candidatesOf(members, to("general"), people))).toEqual(["ana", "ben", "cas", "dee"]);
    expect(ids(candidatesOf(members, to("sales"), people))).toEqual(["ben", "ana"]);
    const named = (...agents: string[]) => ({
      assign: { kind: "agents" as const, agents: agents as AgentId[] },
    });
    expect(ids(candidatesOf(members, to("sales", named("ana", "cas", "ana")), people))).toEqual(["ana"]);
    expect(ids(candidatesOf(members, to("general", named("cas", "ana")), people))).toEqual(["cas", "ana"]);
  });
});
