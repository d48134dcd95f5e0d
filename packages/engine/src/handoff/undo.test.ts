/** A move that was taken back leaves no trace in who has had a handoff (N9, T4). */
import { expect, it } from "vitest";
import { AgentId } from "../domain/id.ts";
import { QueueId } from "../domain/queue.ts";
import { aHandoff } from "../testing/builders.ts";
import { mayUndo, undone } from "./undo.ts";

const ANA = { id: AgentId.parse("ana"), name: "Ana" };
const BEN = { id: AgentId.parse("ben"), name: "Ben" };

function hadBy(...agents: readonly (typeof ANA)[]) {
  const had = agents.map((agent, at) => ({ agent, at }));
  const standing = { state: "opened", at: 1 } as const;
  return { queue: QueueId.parse("general"), had, hops: 0, wasHeld: false, standing };
}

it("N9 T4 a claim that was taken back never was: whoever claimed it is not among those who had it", () => {
  const claimed = aHandoff({
    status: "assigned",
    assignee: BEN,
    previousAssignee: ANA,
    overflow: hadBy(ANA, BEN),
  });
  const before = undone(claimed, { action: "assign", from: "assigned" });
  expect(before).toMatchObject({ status: "assigned", assignee: ANA, overflow: { had: [{ agent: ANA }] } });
  expect(before.overflow?.had).toHaveLength(1);
});

it("N9 a release that was taken back is listed once, when it is written", () => {
  const released = aHandoff({ status: "pending", previousAssignee: ANA, overflow: hadBy(BEN, ANA) });
  const before = undone(released, { action: "release", from: "in_progress" });
  expect(before).toMatchObject({ status: "in_progress", assignee: ANA });
  expect(before.overflow?.had.map(({ agent }) => agent)).toEqual([BEN]);
});

it("N9 what was begun, made into a contact or said by the system is not taken back", () => {
  expect(
    ["start", "create_contact", "reopen", "breach", "undo"].some((action) => mayUndo(action as "start")),
  ).toBe(false);
  expect(() => undone(aHandoff({}), { action: "start", from: "pending" })).toThrow("mayUndo");
});
