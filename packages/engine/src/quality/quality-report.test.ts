/** Reports as sums over counted handoffs: what counts as a hit, as right, as too late, and as solved without a person. */
import { expect, it } from "vitest";
import { QualityReport } from "../domain/quality-report.ts";
import { calibrationTable } from "./calibration-table.ts";
import type { FigureGroup } from "./figure-group.ts";
import { qualityReport, type ReportParts } from "./quality-report.ts";
import { urgencyOf } from "./urgency.ts";

function group(count: number, more: Partial<FigureGroup> = {}): FigureGroup {
  return {
    trigger: "demo_request",
    channel: "web",
    status: "completed",
    verdict: null,
    hasContact: false,
    response: "15min",
    count,
    ratings: 0,
    ratingSum: 0,
    ...more,
  };
}

function reportOf(groups: readonly FigureGroup[], more: Partial<ReportParts> = {}): QualityReport {
  const report = qualityReport({
    from: 0,
    until: 1,
    groups,
    handleTimes: new Map(),
    containment: { conversations: 0, alone: 0, cameBack: 0 },
    calibration: calibrationTable([], { warm: 30, hot: 70 }),
    urgency: urgencyOf([]),
    ...more,
  });
  return QualityReport.parse(report);
}

it("H6 the hit rate of a signal is what was completed with a contact, of all its handoffs", () => {
  const { signals, hit } = reportOf([
    group(30, { hasContact: true }),
    group(50),
    group(15, { status: "pending", response: "none" }),
    // Reopened since: the contact is there, and it is not completed.
    group(5, { hasContact: true, status: "pending" }),
    group(10, { trigger: "price_question", hasContact: true }),
  ]);
  expect(signals.map((signal) => [signal.trigger, signal.handoffs, signal.hit.share])).toEqual([
    ["demo_request", 100, 0.3],
    ["price_question", 10, 1],
  ]);
  expect([hit.count, hit.of]).toEqual([40, 110]);
});

it("H89 every verdict is counted for its signal", () => {
  const { signals, judged } = reportOf([
    group(3, { verdict: "customer_happy" }),
    group(2, { verdict: "converted" }),
    group(1, { verdict: "too_late" }),
    group(9),
  ]);
  expect(signals[0]?.verdicts).toEqual({ customer_happy: 3, converted: 2, too_late: 1 });
  expect(judged).toBe(6);
});

it("H92 no real interest lowers a signal's precision, and below the floor with twenty verdicts a review is due", () => {
  const before = reportOf([group(15, { verdict: "right_escalation" }), group(4, { verdict: "too_late" })]);
  expect(before.signals[0]?.precision.share).toBe(1);
  expect(before.tasks).toEqual([]);
  const nineteen = reportOf([
    group(10, { verdict: "right_escalation" }),
    group(9, { verdict: "no_real_interest" }),
  ]);
  expect(nineteen.tasks).toEqual([]);
  const twenty = reportOf([
    group(13, { verdict: "right_escalation" }),
    group(7, { verdict: "no_real_interest" }),
  ]);
  expect(twenty.tasks).toMatchObject([{ trigger: "demo_request", precision: { count: 13, of: 20 } }]);
  const enough = reportOf([
    group(14, { verdict: "right_escalation" }),
    group(6, { verdict: "wrong_escalation" }),
  ]);
  expect(enough.tasks).toEqual([]);
});

it("H96 conversion is told by how soon the first answer came, of what has ended", () => {
  const { responses } = reportOf([
    group(8, { hasContact: true }),
    group(2),
    group(1, { response: "later", verdict: "converted" }),
    group(9, { response: "later" }),
    group(70, { response: "later", status: "in_progress" }),
  ]);
  expect(responses.map(({ bucket, handoffs, converted }) => [bucket, handoffs, converted.share])).toEqual([
    ["15min", 10, 0.8],
    ["1h", 0, null],
    ["4h", 0, null],
    ["24h", 0, null],
    ["later", 10, 0.1],
    ["none", 0, null],
  ]);
});

it("H91 too late is joined with the response time", () => {
  const { responses } = reportOf([
    group(20, { verdict: "right_escalation" }),
    group(3, { response: "24h", verdict: "too_late" }),
    group(1, { response: "24h", verdict: "customer_happy" }),
    group(50, { response: "24h" }),
  ]);
  const late = responses.find(({ bucket }) => bucket === "24h")?.tooLate;
  expect([late?.count, late?.of]).toEqual([3, 4]);
  expect(responses[0]?.tooLate.share).toBe(0);
});

it("F9 handle time and satisfaction are told for each signal", () => {
  const handleTimes = new Map([["demo_request", 240_000]] as const);
  const { signals } = reportOf(
    [
      group(4, { ratings: 3, ratingSum: 13 }),
      group(1, { ratings: 1, ratingSum: 3 }),
      group(1, { trigger: "custom" }),
    ],
    { handleTimes },
  );
  expect(signals.map(({ handleMs, rating, ratings }) => [handleMs, rating, ratings])).toEqual([
    [240_000, 4, 4],
    [null, null, 0],
  ]);
});

it("F25 figures are grouped by channel, the busiest first", () => {
  const { channels } = reportOf([
    group(2, { channel: "whatsapp", hasContact: true }),
    group(5),
    group(1, { channel: "whatsapp" }),
  ]);
  expect(channels.map(({ channel, handoffs, hit }) => [channel, handoffs, hit.count])).toEqual([
    ["web", 5, 0],
    ["whatsapp", 3, 2],
  ]);
});

it("T21 conversations whose visitor came back are no longer solved without a person", () => {
  const { containment } = reportOf([], { containment: { conversations: 100, alone: 80, cameBack: 15 } });
  expect([containment.solved.count, containment.solved.of]).toEqual([65, 100]);
});
