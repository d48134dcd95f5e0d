/** Queues: who is in them, what they ask for first, and how soon they answer. */
import { fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type OpenedDesk, prepareDesk } from "../../testing/open-desk.tsx";
import { CHRIS, choose, fill, line, openSettings, press, save } from "../../testing/open-settings.ts";
import { aCalendar } from "../../testing/settings-builders.ts";

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

it("S14 a new queue gets a name, hours, some of the people and targets of its own", async () => {
  const settings = await openSettings(desk, "queues", {
    saved: { calendars: [aCalendar("office", "Kantoor")] },
  });
  press("Wachtrij toevoegen");
  const queue = line(/Nieuwe wachtrij/);
  fill("Naam", "Financiën", queue);
  choose("Soort werk", "service", queue);
  choose("Openingstijden", "office", queue);
  fireEvent.click(within(queue).getByRole("radio", { name: "Alleen deze mensen" }));
  fireEvent.click(within(queue).getByRole("checkbox", { name: desk.canned.me.name }));
  fill("Urgent (min)", "90", queue);
  fireEvent.click(within(queue).getByRole("radio", { name: "Altijd" }));
  expect(queue.textContent).toContain("1 uur en 30 min");
  expect(queue.querySelector(".item-about")?.textContent).toBe("Service · Kantoor · 1 persoon");
  const { queues } = await save(settings);
  expect(queues[1]).toMatchObject({
    name: "Financiën",
    type: "service",
    calendar: "office",
    members: [CHRIS.id],
    sla: { clock: "wall", minutes: { urgent: 90, high: 60 } },
  });
});

it("S13 the last queue cannot be removed: a handoff must be able to wait somewhere", async () => {
  await openSettings(desk, "queues");
  expect(screen.queryByRole("button", { name: /Wachtrij .* verwijderen/ })).toBeNull();
});

it("F10 what is asked for first has a kind, words of its own and a form, and keys that differ", async () => {
  const settings = await openSettings(desk, "queues");
  press("Vraag toevoegen");
  press("Vraag toevoegen");
  const [first, second] = [...document.querySelectorAll<HTMLElement>(".sub-item")];
  if (first === undefined || second === undefined) throw new Error("Two questions were added.");
  choose("Wat", "order_number", first);
  fill("Vorm (reguliere expressie)", "[0-9]{6}", first);
  fill("Zo vraagt Sophie het (Nederlands)", "Wat is uw ordernummer?", first);
  choose("Wat", "order_number", second);
  const [queue] = (await save(settings)).queues;
  expect(queue?.required).toEqual([
    {
      key: "order_number",
      kind: "order_number",
      label: { nl: "Wat is uw ordernummer?" },
      pattern: "[0-9]{6}",
    },
    { key: "order_number_2", kind: "order_number", label: {}, pattern: null },
  ]);
});

it("a target that is no number changes nothing, and shows the one that holds when it is left", async () => {
  await openSettings(desk, "queues");
  const field = screen.getByLabelText<HTMLInputElement>("Hoog (min)");
  fireEvent.input(field, { target: { value: "" } });
  expect(screen.queryByText(/niet opgeslagen/)).toBeNull();
  fireEvent.blur(field);
  expect(field.value).toBe("60");
});
