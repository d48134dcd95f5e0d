/** The tiles at the head of the queue. */
import { expect, it } from "vitest";
import type { HandoffStatus } from "../domain/handoff-status.ts";
import type { Priority } from "../domain/priority.ts";
import { aHandoff } from "../testing/builders.ts";
import { countHandoffs } from "./counts.ts";

const some = (count: number, status: HandoffStatus, priority: Priority = "normal") =>
  Array.from({ length: count }, () => aHandoff({ status, priority }));

it("H7 R1 waiting counts what is pending and nothing else", () => {
  const handoffs = [
    ...some(4, "pending"),
    ...some(2, "assigned"),
    ...some(1, "in_progress"),
    ...some(9, "completed"),
  ];
  expect(countHandoffs(handoffs).waiting).toBe(4);
});

it("H8 R2 urgent counts what is urgent and not over; high is told apart", () => {
  const handoffs = [
    ...some(1, "pending", "urgent"),
    ...some(1, "in_progress", "urgent"),
    ...some(1, "completed", "urgent"),
    ...some(5, "pending", "high"),
    ...some(1, "cancelled", "high"),
  ];
  expect(countHandoffs(handoffs)).toEqual({ waiting: 6, urgent: 2, high: 5 });
});

it("H7 H8 an empty queue counts nothing", () => {
  expect(countHandoffs([])).toEqual({ waiting: 0, urgent: 0, high: 0 });
});
