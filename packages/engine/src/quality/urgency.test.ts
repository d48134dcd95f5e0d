/** When so much is urgent that nothing is, and what made it so. */
import { expect, it } from "vitest";
import { type UrgencyFigure, urgencyOf } from "./urgency.ts";

const CALM: UrgencyFigure = {
  priority: "normal",
  trigger: "price_question",
  score: 20,
  confidence: 0.8,
  activity: "idle",
  aged: 0,
};
const many = (count: number, figure: UrgencyFigure) => Array.from({ length: count }, () => figure);
const urgent = (more: Partial<UrgencyFigure> = {}): UrgencyFigure => ({
  ...CALM,
  priority: "urgent",
  ...more,
});

it("H43 more than three in ten of the last fifty are too many; three in ten are not", () => {
  expect(urgencyOf([...many(15, urgent()), ...many(35, CALM)])).toMatchObject({
    urgent: { count: 15, of: 50 },
    isTooMany: false,
    factor: null,
  });
  expect(urgencyOf([...many(16, urgent({ score: 90 })), ...many(34, CALM)]).isTooMany).toBe(true);
});

it("H43 only the last fifty count, and fewer are no pattern", () => {
  expect(urgencyOf([...many(50, CALM), ...many(500, urgent())]).isTooMany).toBe(false);
  expect(urgencyOf(many(49, urgent())).isTooMany).toBe(false);
});

it.each([
  ["score", urgent({ score: 95 })],
  ["waiting", urgent({ aged: 2 })],
  ["trigger", urgent({ trigger: "demo_request" })],
  ["activity", urgent({ activity: "active" })],
] as const)("H43 says that %s drove it, by what was usual before", (factor, figure) => {
  const figures = [...many(20, figure), ...many(30, CALM), ...many(200, CALM)];
  const found = urgencyOf(figures);
  expect(found.factor).toBe(factor);
  expect(found.pointsNow).toBeGreaterThan(found.pointsBefore);
});

it("H43 says so too where there is no before", () => {
  const figures = [...many(20, urgent({ score: 100, trigger: "hot_lead" })), ...many(30, CALM)];
  expect(urgencyOf(figures)).toMatchObject({ factor: "score", pointsNow: 30 });
});
