/** Who sits before the screen is known in every process, for as long as somebody says so. */
import type { ConversationId } from "@sophie/engine";
import { expect, it } from "vitest";
import type { WaitingPart } from "./announcement.ts";
import { WaitingHere } from "./waiting-here.ts";

const ids = (count: number) =>
  Array.from({ length: count }, (_, nth) => `conversation-${nth}` as ConversationId);

function twoProcesses() {
  const clock = { at: 0 };
  const sent: WaitingPart[] = [];
  const now = () => clock.at;
  const there = new WaitingHere({ process: "there", now, announce: () => {} });
  const here = new WaitingHere({
    process: "here",
    now,
    announce(part) {
      sent.push(part);
      there.heard(part);
    },
  });
  return { clock, sent, here, there };
}

it("R14 F16 a visitor with a line to one process counts as there for another, until the line is gone", () => {
  const { here, there } = twoProcesses();
  const [one, two] = ids(2) as [ConversationId, ConversationId];
  here.note([one]);
  expect([there.isElsewhere(one), there.isElsewhere(two), here.isElsewhere(one)]).toEqual([
    true,
    false,
    false,
  ]);
  here.note([two]);
  expect([there.isElsewhere(one), there.isElsewhere(two)]).toEqual([false, true]);
  here.note([]);
  expect(there.isElsewhere(two)).toBe(false);
});

it("R14 it is said when it changes and every ten seconds, and a process that falls silent is forgotten", () => {
  const { clock, sent, here, there } = twoProcesses();
  const [one] = ids(1) as [ConversationId];
  for (let look = 0; look < 10; look += 1) {
    here.note([one]);
    clock.at += 2_000;
  }
  expect(sent).toHaveLength(2);
  clock.at += 30_000;
  expect(there.isElsewhere(one)).toBe(false);
  there.forget();
  here.note([one]);
  expect(there.isElsewhere(one)).toBe(true);
});

it("a thousand who wait fit in announcements of at most 7,000 bytes", () => {
  const { sent, here, there } = twoProcesses();
  const many = ids(1_000);
  here.note(many);
  expect(sent.length).toBeGreaterThan(1);
  for (const part of sent) expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThan(7_000);
  expect(many.filter((id) => !there.isElsewhere(id))).toEqual([]);
});
