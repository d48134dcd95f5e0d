/** Every status with every action, against the table of the catalogue. */
import { describe, expect, it } from "vitest";
import { HANDOFF_ACTIONS, HANDOFF_STATUSES } from "../domain/handoff-status.ts";
import { movesFrom, outcomeOf } from "./machine.ts";

/** Catalogue 0.3, as it stands there: `-` is refused, `=` changes nothing and succeeds. */
const TABLE = `
from         assign       start        complete   create_contact  cancel     release  reopen
pending      assigned     in_progress  -          completed       cancelled  -        -
assigned     assigned     in_progress  -          completed       cancelled  pending  -
in_progress  in_progress  =            completed  completed       cancelled  pending  -
completed    -            -            =          -               -          -        pending
cancelled    -            -            -          -               =          -        pending
`;

const [head, ...rows] = TABLE.trim()
  .split("\n")
  .map((line) => line.split(/ +/));
const cells = rows.flatMap(([from, ...outcomes]) =>
  outcomes.map((outcome, index) => ({ from, action: head?.[index + 1], outcome })),
);

describe("H49 the table", () => {
  it("names all five statuses and all seven actions", () => {
    expect(rows.map(([from]) => from)).toEqual([...HANDOFF_STATUSES]);
    expect(head?.slice(1)).toEqual([...HANDOFF_ACTIONS]);
    expect(cells).toHaveLength(35);
  });

  it.each(cells)("H49 $from + $action → $outcome", ({ from, action, outcome }) => {
    const status = HANDOFF_STATUSES.find((candidate) => candidate === from) ?? "pending";
    const move = HANDOFF_ACTIONS.find((candidate) => candidate === action) ?? "assign";
    const expected = outcome === "-" ? "refused" : outcome === "=" ? "same" : outcome;
    expect(outcomeOf(status, move)).toBe(expected);
  });

  it("H49 every status is reached from pending, and none is a trap", () => {
    for (const start of HANDOFF_STATUSES) {
      const reached = new Set([start]);
      for (const status of reached) {
        for (const action of movesFrom(status)) {
          const outcome = outcomeOf(status, action);
          if (outcome !== "same" && outcome !== "refused") reached.add(outcome);
        }
      }
      expect(reached.size).toBe(HANDOFF_STATUSES.length);
    }
  });
});

describe("what a desk offers, the next step first", () => {
  it("H44 H50 pending: start, and assign among the others", () => {
    expect(movesFrom("pending")).toEqual(["start", "create_contact", "assign", "cancel"]);
  });

  it("H45 H50 assigned: start", () => {
    expect(movesFrom("assigned")).toEqual(["start", "create_contact", "assign", "release", "cancel"]);
  });

  it("H46 H50 in progress: complete or create a contact", () => {
    expect(movesFrom("in_progress")).toEqual(["complete", "create_contact", "assign", "release", "cancel"]);
  });

  it("H47 H53 completed: reopening and nothing else", () => {
    expect(movesFrom("completed")).toEqual(["reopen"]);
  });

  it("H48 H53 cancelled: reopening and nothing else", () => {
    expect(movesFrom("cancelled")).toEqual(["reopen"]);
  });
});
