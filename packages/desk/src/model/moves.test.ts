/** One press, one move. */
import { signal } from "@preact/signals";
import { SendId } from "@sophie/engine";
import { VirtualClock } from "@sophie/engine/testing";
import { expect, it } from "vitest";
import { aHandoff, ANA } from "../testing/builders.ts";
import type { DeskAnswer, DeskRequest } from "./desk-line.ts";
import { createHandoffBook } from "./handoff-book.ts";
import { createMoves } from "./moves.ts";
import { createNotices } from "./notices.ts";

it("H74 a move that is on its way is not made a second time, whatever is pressed", async () => {
  const requested: DeskRequest[] = [];
  let answer: (given: DeskAnswer) => void = () => {};
  const moves = createMoves({
    newId: () => SendId.parse(`id-${requested.length}`),
    ask: (request) => {
      requested.push(request);
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
    handoffs: createHandoffBook(),
    notices: createNotices(new VirtualClock()),
    me: signal(ANA),
  });
  const one = aHandoff("one", 0);
  const first = moves.start(one);
  expect(await moves.start(one)).toBe(false);
  expect(await moves.complete(one)).toBe(false);
  expect(requested).toHaveLength(1);

  answer({ ok: true, seq: null });
  expect(await first).toBe(true);
  expect(moves.busy.value.size).toBe(0);
});
