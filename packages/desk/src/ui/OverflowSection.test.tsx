/** What an agent sees and says of a handoff that goes on to others: the chain, the time, the look that keeps it (T7, T9, R19). */
import { type Handoff, HandoffId, type OverflowStanding, QueueId } from "@sophie/engine";
import { act, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { aHandoff, ANA, BRAM } from "../testing/builders.ts";
import { type OpenedDesk, prepareDesk } from "../testing/open-desk.tsx";

const MINUTE = 60_000;

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

const name = ({ id, name: of }: typeof ANA) => ({ id, name: of });
const looks = () => desk.canned.heard.filter(({ type }) => type === "open-handoff");

function passed(standing: OverflowStanding, more: Partial<Handoff> = {}): Handoff {
  const had = [
    { agent: name(BRAM), at: desk.now - 10 * MINUTE },
    { agent: name(ANA), at: desk.now },
  ];
  const queue = QueueId.parse("general");
  const overflow = { queue, had, hops: 1, wasHeld: false, standing };
  return aHandoff("one", desk.now, { status: "assigned", assignee: name(ANA), overflow, ...more });
}

it("T9 T7 whoever has it sees who had it and until when it stays, and looking at it keeps it", async () => {
  const dueAt = desk.now + 10 * MINUTE;
  desk.canned.put(passed({ state: "running", since: desk.now, dueAt }));
  desk.open("#/handoffs/one");
  const section = await screen.findByRole("region", { name: "Langs wie" });
  expect(
    within(section)
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent),
  ).toEqual([
    expect.stringMatching(/^Bram de Wit, vanaf/),
    expect.stringMatching(/^u, vanaf|^jij, vanaf|^U, vanaf/i),
  ]);
  expect(within(section).getByText(/Gaat om .* door naar een collega/)).toBeTruthy();
  await waitFor(() => expect(looks()).toMatchObject([{ handoff: HandoffId.parse("one") }]));
  await act(() => desk.canned.put(passed({ state: "opened", at: desk.now }, { updatedAt: desk.now + 1 })));
  expect(await within(section).findByText(/Geopend om .*: blijft bij wie hem heeft/)).toBeTruthy();
  expect(looks()).toHaveLength(1);
});

it("R22 what a colleague has is looked at without a word, and too few colleagues are told of", async () => {
  desk.canned.put(passed({ state: "held", since: desk.now }, { assignee: name(BRAM) }));
  desk.open("#/handoffs/one");
  expect(await screen.findByText(/kan pas als er 2 collega’s zijn/)).toBeTruthy();
  await desk.catchUp();
  expect(looks()).toEqual([]);
});

it("T6 R19 a supervisor is told once of what has been to everybody, and finds it in a list of its own", async () => {
  desk.canned.me = { ...desk.canned.me, role: "supervisor" };
  desk.canned.put(passed({ state: "running", since: desk.now, dueAt: desk.now }, { assignee: name(BRAM) }));
  desk.open();
  await screen.findByRole("list", { name: "Handoffs" });
  const exhausted = { status: "pending", assignee: null, version: 2 } as const;
  await act(() => desk.canned.put(passed({ state: "exhausted", at: desk.now }, exhausted)));
  expect(await screen.findAllByText(/^Bij iedereen langs geweest/)).toHaveLength(1);
  expect(screen.getByText("1 handoff is bij iedereen langs geweest")).toBeTruthy();
  expect(document.getElementById("row-one")?.textContent).toContain("niemand nam hem");
  await act(() =>
    desk.canned.put(passed({ state: "exhausted", at: desk.now }, { ...exhausted, version: 3 })),
  );
  expect(screen.getAllByText(/^Bij iedereen langs geweest/)).toHaveLength(1);
});
