/** Who is offered which move. */
import { HANDOFF_STATUSES, ROLES } from "@sophie/engine";
import { expect, it } from "vitest";
import { aHandoff, ANA, BRAM } from "../testing/builders.ts";
import { offeredMoves } from "./offered-moves.ts";

it("H50 there is one next step for everybody who may work, and none for who may not", () => {
  for (const status of HANDOFF_STATUSES) {
    for (const role of ROLES) {
      const { primary, others } = offeredMoves(aHandoff("one", 0, { status }), { ...ANA, role });
      expect(primary === null).toBe(role === "analyst");
      expect(others).not.toContain(primary);
    }
  }
});

it("H46 completing a colleague's work is never the next step: taking it comes first", () => {
  const theirs = aHandoff("one", 0, { status: "in_progress", assignee: { id: BRAM.id, name: BRAM.name } });
  expect(offeredMoves(theirs, { ...ANA, role: "supervisor" }).primary).toBe("claim");
  expect(offeredMoves(theirs, ANA)).toEqual({ primary: null, others: [] });
});
