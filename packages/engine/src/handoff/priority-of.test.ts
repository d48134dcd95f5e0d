/** Priority: the table of the catalogue, its monotony, and an explanation that adds up. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PRIORITIES, priorityRank } from "../domain/priority.ts";
import { TRIGGER_TYPES } from "../domain/trigger.ts";
import { explainPriority, type PriorityFactors, priorityOf, priorityPoints } from "./priority-of.ts";

const ACTIVITIES = ["gone", "idle", "active"] as const;

describe("the cases of catalogue 5.6", () => {
  it.each<[PriorityFactors, number, string]>([
    [{ trigger: "demo_request", score: 80, confidence: 0.95, activity: "active" }, 93, "urgent"],
    [{ trigger: "demo_request", score: 10, confidence: 0.6, activity: "gone" }, 57, "high"],
    [{ trigger: "human_request", score: 40, confidence: 0.9, activity: "active" }, 76, "high"],
    [{ trigger: "price_question", score: 85, confidence: 0.9, activity: "active" }, 79.5, "high"],
    [{ trigger: "price_question", score: 0, confidence: 0.5, activity: "gone" }, 38, "normal"],
    [{ trigger: "hot_lead", score: 100, confidence: 1, activity: "active" }, 80, "urgent"],
    [{ trigger: "hot_lead", score: 70, confidence: 0.6, activity: "gone" }, 55, "normal"],
    [{ trigger: "unknown", score: 0, confidence: 0.5, activity: "gone" }, 24, "low"],
  ])("R4 %o makes %d points: %s", (factors, points, priority) => {
    expect(priorityPoints(factors)).toBe(points);
    expect(priorityOf(factors)).toBe(priority);
  });

  it("H30 a hot lead has no floor and no cap: from normal to urgent by its factors alone", () => {
    const gone = explainPriority({ trigger: "hot_lead", score: 70, confidence: 0.6, activity: "gone" });
    const active = explainPriority({ trigger: "hot_lead", score: 100, confidence: 1, activity: "active" });
    expect([gone.priority, gone.bound, active.priority, active.bound]).toEqual([
      "normal",
      null,
      "urgent",
      null,
    ]);
  });
});

const factors: fc.Arbitrary<PriorityFactors> = fc.record({
  trigger: fc.constantFrom(...TRIGGER_TYPES),
  score: fc.integer({ min: 0, max: 100 }),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  activity: fc.constantFrom(...ACTIVITIES),
});

/** How much more pressing `b` is than `a`; never below zero where it must not be. */
const gain = (a: PriorityFactors, b: PriorityFactors) =>
  priorityRank(priorityOf(a)) - priorityRank(priorityOf(b));

describe("R4 the formula is published", () => {
  const page = readFileSync(join(import.meta.dirname, "../../../../docs/priority.md"), "utf8");
  const pointsIn = (row: string) =>
    Object.fromEntries(
      [...(new RegExp(`^\\| ${row} \\|(.*)`, "m").exec(page)?.[1] ?? "").matchAll(/(\w+) (\d+)/g)].map(
        ([, name, points]) => [name, Number(points)],
      ),
    );

  it("R4 docs/priority.md says the weights and points that are computed with", () => {
    const said = Object.fromEntries(
      [.../points = .*/.exec(page)![0].matchAll(/([\d.]+) × (\w+)/g)].map(([, weight, name]) => [
        name,
        Number(weight),
      ]),
    );
    for (const trigger of TRIGGER_TYPES) {
      for (const activity of ACTIVITIES) {
        const { parts } = explainPriority({ trigger, score: 50, confidence: 0.5, activity });
        expect(Object.fromEntries(parts.map(({ factor, weight }) => [factor, weight]))).toEqual(said);
        expect(parts.map(({ value }) => value)).toEqual([
          pointsIn("trigger")[trigger],
          50,
          50,
          pointsIn("activity")[activity],
        ]);
      }
    }
  });

  it("R4 docs/priority.md says from how many points on each priority begins", () => {
    const begins = PRIORITIES.map((priority) => [
      priority,
      Number(new RegExp(`^\\| ${priority} \\| (\\d+) points`, "m").exec(page)?.[1]),
    ]);
    fc.assert(
      fc.property(factors, (any) => {
        const { points, computed } = explainPriority(any);
        expect(computed).toBe(begins.find(([, from]) => points >= Number(from))?.[0]);
      }),
    );
  });
});

describe("R4 monotone in each factor", () => {
  it("H39 raising only the lead score never lowers priority", () => {
    fc.assert(
      fc.property(factors, fc.integer({ min: 0, max: 100 }), (base, more) => {
        expect(gain(base, { ...base, score: Math.min(100, base.score + more) })).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("H40 with equal other factors a demo is at least as pressing as anything else", () => {
    fc.assert(
      fc.property(factors, (base) => {
        expect(gain(base, { ...base, trigger: "demo_request" })).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("H41 raising only the confidence never lowers priority", () => {
    fc.assert(
      fc.property(factors, fc.double({ min: 0, max: 1, noNaN: true }), (base, more) => {
        const surer = Math.min(1, base.confidence + more);
        expect(gain(base, { ...base, confidence: surer })).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("H42 active is at least as pressing as idle, and idle as gone", () => {
    fc.assert(
      fc.property(factors, (base) => {
        const ranks = ACTIVITIES.map((activity) => priorityRank(priorityOf({ ...base, activity })));
        expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
      }),
    );
  });
});

describe("floors and caps", () => {
  const possible = (trigger: PriorityFactors["trigger"]) => {
    const seen = new Set<string>();
    for (const score of [0, 25, 50, 75, 100]) {
      for (const confidence of [0, 0.5, 1]) {
        for (const activity of ACTIVITIES) seen.add(priorityOf({ trigger, score, confidence, activity }));
      }
    }
    return PRIORITIES.filter((priority) => seen.has(priority));
  };

  it("H14 R3 a demo request is high or urgent, never lower", () => {
    expect(possible("demo_request")).toEqual(["urgent", "high"]);
  });

  it("H24 R3 a request for a person is high or urgent", () => {
    expect(possible("human_request")).toEqual(["urgent", "high"]);
  });

  it("H19 R3 a price question is normal or high: never urgent, never low", () => {
    expect(possible("price_question")).toEqual(["high", "normal"]);
  });

  it("R3 anything else may become all that its points allow", () => {
    expect(possible("hot_lead")).toEqual(["urgent", "high", "normal", "low"]);
    expect(possible("custom")).toEqual(["high", "normal", "low"]);
  });
});

it("H34 every handoff has one of the four priorities", () => {
  fc.assert(
    fc.property(factors, (any) => {
      expect(PRIORITIES).toContain(priorityOf(any));
    }),
  );
});

describe("the explanation", () => {
  it("its parts sum to the points, and every weight is said", () => {
    fc.assert(
      fc.property(factors, (any) => {
        const { points, parts } = explainPriority(any);
        expect(parts.map(({ factor }) => factor)).toEqual(["trigger", "score", "confidence", "activity"]);
        expect(parts.reduce((total, part) => total + part.weight, 0)).toBeCloseTo(1, 9);
        expect(parts.reduce((total, part) => total + part.points, 0)).toBeCloseTo(points, 5);
        for (const part of parts) expect(part.points).toBeCloseTo(part.value * part.weight, 9);
      }),
    );
  });

  it("says when a floor or a cap decided, and what the points alone would have made", () => {
    expect(
      explainPriority({ trigger: "demo_request", score: 10, confidence: 0.6, activity: "gone" }),
    ).toMatchObject({
      computed: "normal",
      bound: "floor",
      priority: "high",
    });
    expect(
      explainPriority({ trigger: "price_question", score: 100, confidence: 1, activity: "active" }),
    ).toMatchObject({ computed: "urgent", bound: "cap", priority: "high" });
  });
});
