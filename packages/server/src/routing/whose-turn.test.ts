/** Whose turn it is, and in which order those who wait are given out. */
import { type AgentId, type Handoff, PRIORITIES, priorityRank } from "@sophie/engine";
import { aHandoff } from "@sophie/engine/testing";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { waitingOrder } from "./waiting-order.ts";
import { nextAvailable, nextInRound } from "./whose-turn.ts";

const person = (name: string) => ({ id: name as AgentId, name });
const [ana, ben, cas] = ["ana", "ben", "cas"].map(person) as [
  ReturnType<typeof person>,
  ReturnType<typeof person>,
  ReturnType<typeof person>,
];
const all = [ana, ben, cas];

describe("whose turn it is", () => {
  it("S9 the next available is who has the fewest, and of several who was idle longest", () => {
    const open = new Map([
      [ana.id, 2],
      [ben.id, 1],
      [cas.id, 1],
    ]);
    expect(nextAvailable(all, open, [])).toBe(ben);
    expect(nextAvailable(all, open, [cas.id, ben.id])).toBe(cas);
    expect(nextAvailable(all, open, [ben.id])).toBe(cas);
    expect(nextAvailable([], open, [])).toBeNull();
  });

  it("S22 Q7 a round gives everybody as many turns as anybody else, whoever comes and goes", () => {
    fc.assert(
      fc.property(
        fc.array(fc.subarray(all, { minLength: 1 }), { minLength: 30, maxLength: 90 }),
        (shifts) => {
          let order: readonly AgentId[] = [];
          for (const present of shifts) {
            const next = nextInRound(present, order);
            if (next === null) throw new Error("Somebody was there.");
            // Nobody who was there had waited longer.
            const place = (id: AgentId) => order.indexOf(id);
            expect(present.every(({ id }) => place(next.id) <= place(id))).toBe(true);
            order = [...order.filter((id) => id !== next.id), next.id];
          }
        },
      ),
    );
    let order: readonly AgentId[] = [];
    const turns = Array.from({ length: 30 }, () => {
      const next = nextInRound(all, order);
      order = [...order.filter((id) => id !== next?.id), ...(next === null ? [] : [next.id])];
      return next?.name;
    });
    expect(turns.slice(0, 6)).toEqual(["ana", "ben", "cas", "ana", "ben", "cas"]);
  });
});

describe("who waits", () => {
  const row = fc.record({
    id: fc.nat({ max: 20 }).map((number) => `h${number}` as Handoff["id"]),
    priority: fc.constantFrom(...PRIORITIES),
    score: fc.nat({ max: 3 }),
    mode: fc.constantFrom("live" as const, "async" as const),
  });
  const order = waitingOrder(({ mode }) => mode === "live");

  it("F16 with the same priority and score, whoever sits before the screen comes first", () => {
    const live = aHandoff({ id: "b" as Handoff["id"], mode: "live", createdAt: 2 });
    const later = aHandoff({ id: "a" as Handoff["id"], mode: "async", createdAt: 1 });
    expect([later, live].toSorted(order)).toEqual([live, later]);
  });

  it("R14 live comes before async within a priority, and never above one", () => {
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ id }) => id }), (rows) => {
        const sorted = rows.map((each) => aHandoff(each)).toSorted(order);
        for (const [index, after] of sorted.entries()) {
          const before = sorted[index - 1];
          if (before === undefined) continue;
          const step = priorityRank(after.priority) - priorityRank(before.priority);
          const isLater = before.mode === "async" && after.mode === "live";
          expect(step > 0 || (step === 0 && !isLater)).toBe(true);
        }
      }),
    );
  });
});
