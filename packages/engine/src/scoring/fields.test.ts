/** Step 1 of the score: every field, the cap, the grade. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LeadFields, NO_FIELDS } from "../domain/lead-fields.ts";
import type { ScoringConfig } from "../domain/scoring-config.ts";
import { DEFAULT_SCORING_CONFIG } from "./default-config.ts";
import { scoreFields } from "./fields.ts";

const config: ScoringConfig = {
  ...DEFAULT_SCORING_CONFIG,
  fields: {
    ...DEFAULT_SCORING_CONFIG.fields,
    budgetRange: { from: 200_000, to: 600_000 },
    regions: ["Utrecht"],
    roles: ["Buyer"],
  },
};
const score = (fields: Partial<LeadFields>) => scoreFields({ ...NO_FIELDS, ...fields }, config);
const rulesOf = (fields: Partial<LeadFields>) =>
  score(fields).points.map(({ rule, points }) => `${rule} ${points}`);

describe("T27 each field", () => {
  it.each<[Partial<LeadFields>, string[]]>([
    [{}, []],
    [{ email: "eva@example.org" }, ["fields.email 8"]],
    [{ email: "eva@" }, []],
    [{ email: "eva@YOPMAIL.com" }, ["fields.email 8", "fields.disposableEmail -5"]],
    [{ phone: "+31 (0)6 1234-5678" }, ["fields.phone 10"]],
    [{ phone: "12345" }, []],
    [{ phone: "call me" }, []],
    [{ name: "Eva" }, ["fields.name 2"]],
    [{ name: "  " }, []],
    [{ budget: 200_000 }, ["fields.budget 8"]],
    [{ budget: 600_001 }, ["fields.notBuying -15"]],
    [{ timeFrameMonths: 3 }, ["fields.timeFrame 8"]],
    [{ timeFrameMonths: 4 }, []],
    [{ region: " utrecht " }, ["fields.region 6"]],
    [{ region: "Assen" }, []],
    [{ role: "buyer" }, ["fields.role 6"]],
    [{ isOnlyLooking: true }, ["fields.notBuying -15"]],
    [{ isOnlyLooking: true, budget: 1 }, ["fields.notBuying -15"]],
  ])("T27 %o gives %o", (fields, expected) => {
    expect(rulesOf(fields)).toEqual(expected);
  });

  it("T27 a site that names no range, regions or roles gives and takes nothing for them", () => {
    const fields = { ...NO_FIELDS, budget: 5, region: "Utrecht", role: "buyer" };
    expect(scoreFields(fields, DEFAULT_SCORING_CONFIG)).toEqual({ points: [], total: 0, grade: "D" });
  });
});

const everything: Partial<LeadFields> = {
  email: "eva@example.org",
  phone: "0612345678",
  name: "Eva",
  budget: 300_000,
  timeFrameMonths: 1,
  region: "Utrecht",
  role: "Buyer",
};

it("T25 T27 all fields together are capped at 40, and the grade looks at the sum before the cap", () => {
  const { points, total, grade } = score(everything);
  expect(points.reduce((sum, point) => sum + point.points, 0)).toBe(48);
  expect(points.reduce((sum, point) => sum + point.counted, 0)).toBe(40);
  expect([total, grade]).toEqual([40, "A"]);
});

it("T25 a lower cap takes points, not the grade", () => {
  const low = { ...config, fields: { ...config.fields, cap: 10 } };
  expect(scoreFields({ ...NO_FIELDS, ...everything }, low)).toMatchObject({ total: 10, grade: "A" });
});

it.each<[Partial<LeadFields>, string]>([
  [everything, "A"],
  [{ email: "eva@example.org", phone: "0612345678", name: "Eva" }, "B"],
  [{ email: "eva@example.org", phone: "0612345678" }, "C"],
  [{ email: "eva@example.org" }, "C"],
  [{ email: "eva@yopmail.com" }, "D"],
  [{ isOnlyLooking: true }, "D"],
])("T25 %o is graded %s", (fields, grade) => {
  expect(score(fields).grade).toBe(grade);
});

it("whatever stands in the fields, nothing throws and nothing exceeds the cap", () => {
  const text = fc.option(fc.string());
  const number = fc.option(fc.double({ min: 0, noNaN: true }));
  const fields = fc.record({
    email: text,
    phone: text,
    name: text,
    budget: number,
    timeFrameMonths: number,
    region: text,
    role: text,
    isOnlyLooking: fc.boolean(),
  });
  fc.assert(
    fc.property(fields, (any) => {
      const { total, points } = scoreFields(any, config);
      expect(total).toBeLessThanOrEqual(40);
      expect(points.reduce((sum, point) => sum + point.counted, 0)).toBeCloseTo(total, 9);
    }),
  );
});
