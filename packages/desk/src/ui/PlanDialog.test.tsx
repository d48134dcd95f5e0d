/** A plan on the desk: made with a press, shown on the row and in the panel, rung, moved and done (H84). */
import { HandoffId } from "@sophie/engine";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { aHandoff, ANA } from "../testing/builders.ts";
import { type OpenedDesk, prepareDesk } from "../testing/open-desk.tsx";

const ONE = HandoffId.parse("one");
const ASSIGNEE = { id: ANA.id, name: ANA.name };

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

const plans = () => desk.canned.heard.filter((message) => message.type === "plan-handoff");
const row = () => document.getElementById("row-one");

async function openPlan(): Promise<HTMLElement> {
  fireEvent.click(await screen.findByRole("button", { name: "Meer acties" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: "Plannen…" }));
  return screen.findByRole("dialog", { name: "Plannen" });
}

it("H84 a usual time is one press, in the agent's own zone; the row and the panel show it, and the handoff is theirs", async () => {
  desk.canned.put(aHandoff("one", desk.now, { priority: "normal" }));
  desk.edge.planChoices = [
    { name: "hour", local: "2026-01-05T11:00", at: Date.UTC(2026, 0, 5, 11) },
    { name: "tomorrow", local: "2026-01-06T09:00", at: Date.UTC(2026, 0, 6, 9) },
  ];
  desk.open("#/handoffs/one");
  const dialog = await openPlan();
  fireEvent.click(await within(dialog).findByRole("button", { name: /^Morgenochtend/ }));
  expect(within(dialog).getByLabelText<HTMLInputElement>("Datum en tijd").value).toBe("2026-01-06T09:00");
  fireEvent.input(within(dialog).getByLabelText("Waarvoor"), { target: { value: "Terugbellen" } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Plannen" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(plans()).toMatchObject([{ handoff: ONE, at: "2026-01-06T09:00", zone, note: "Terugbellen" }]);
  expect(row()?.querySelector(".row-plan")).not.toBeNull();
  expect(document.querySelector(".plan-line")?.textContent).toMatch(/Gepland: .*Terugbellen/);
  expect(desk.canned.handoffs.get(ONE)?.assignee?.id).toBe(ANA.id);
});

it("H84 no time, or one that is past, is refused where it stands, and nothing is sent", async () => {
  desk.canned.put(aHandoff("one", desk.now));
  desk.open("#/handoffs/one");
  const dialog = await openPlan();
  fireEvent.click(within(dialog).getByRole("button", { name: "Plannen" }));
  expect(await within(dialog).findByText("Kies een datum en tijd.")).toBeTruthy();
  fireEvent.input(within(dialog).getByLabelText("Datum en tijd"), { target: { value: "2025-12-31T09:00" } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Plannen" }));
  expect(await within(dialog).findByText(/moment dat nog komt/)).toBeTruthy();
  expect(plans()).toEqual([]);
});

it("H84 when its time comes whoever has it is told, finds it above the queue, and is done with one press", async () => {
  const plan = {
    at: desk.now + 60_000,
    zone: "UTC",
    note: "Terugbellen",
    by: ASSIGNEE,
    setAt: desk.now,
    remindedAt: null,
  };
  const handoff = aHandoff("one", desk.now, { status: "assigned", assignee: ASSIGNEE, plan });
  desk.canned.put(handoff);
  desk.open("#/handoffs/one");
  await screen.findByText(/^Gepland: /);
  await act(() => {
    const remindedAt = desk.now + 60_000;
    desk.canned.put({ ...handoff, plan: { ...plan, remindedAt }, updatedAt: remindedAt });
  });
  expect(await screen.findByText("Nu gepland: Demo-aanvraag")).toBeTruthy();
  expect(screen.getByText("Nu gepland", { selector: "summary span" })).toBeTruthy();
  expect(row()?.textContent).toContain("nu gepland");
  fireEvent.click(screen.getByRole("button", { name: "Klaar" }));
  await waitFor(() => expect(document.querySelector(".plan-line")).toBeNull());
  expect(plans()).toMatchObject([{ at: null }]);
});
