/** Whoever is given a handoff hears of it at once, and whoever takes one needs not be told. */
import { CLOSE, HandoffId } from "@sophie/engine";
import { act, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { aHandoff, ANA, BRAM } from "../testing/builders.ts";
import { type OpenedDesk, prepareDesk } from "../testing/open-desk.tsx";

const TOLD = /^Aan jou toegewezen: Demo-aanvraag, hoog/;

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

const given = (to: typeof ANA, version: number) =>
  act(() =>
    desk.canned.put(
      aHandoff("one", desk.now, { status: "assigned", assignee: { id: to.id, name: to.name }, version }),
    ),
  );

it("H83 what is assigned to this agent is said out loud, rings, and a press leads there", async () => {
  desk.open();
  fireEvent.pointerDown(await screen.findByText("Alles is opgepakt"));
  await given(BRAM, 1);
  expect(screen.queryByText(TOLD)).toBeNull();
  await given(ANA, 2);
  const notice = await screen.findByText(TOLD);
  expect(notice.closest("[aria-live=assertive]")).toBeTruthy();
  await waitFor(() => expect(desk.sound.pitches).not.toEqual([]));
  await given(ANA, 3);
  expect(screen.getAllByText(TOLD)).toHaveLength(1);
  fireEvent.click(screen.getByRole("button", { name: "Openen" }));
  await screen.findByRole("region", { name: "Demo-aanvraag" });
  expect(screen.queryByText(TOLD)).toBeNull();
});

it("H83 what was assigned while the line was down is told when it is back, once", async () => {
  desk.canned.put(aHandoff("one", desk.now));
  desk.open();
  await screen.findByRole("button", { name: /Demo-aanvraag/ });
  desk.edge.isDown = true;
  await act(() => desk.canned.drop(CLOSE.goingAway.code));
  await screen.findByText(/Wat je schrijft wordt bewaard/);
  await given(ANA, 2);
  desk.edge.isDown = false;
  fireEvent.click(screen.getByRole("button", { name: "Nu proberen" }));
  expect(await screen.findAllByText(TOLD)).toHaveLength(1);
});

it("H51 who claims it is not told that they have it", async () => {
  desk.canned.put(aHandoff("one", desk.now));
  desk.open();
  fireEvent.click(await screen.findByRole("button", { name: /Demo-aanvraag/ }));
  fireEvent.click(await screen.findByRole("button", { name: "Start behandeling" }));
  await waitFor(() => expect(desk.canned.handoffs.get(HandoffId.parse("one"))?.status).not.toBe("pending"));
  expect(screen.queryByText(TOLD)).toBeNull();
});
