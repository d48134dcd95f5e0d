/** When a queue passes on what nobody opens, as somebody sets it up (T1–T11). */
import { fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type OpenedDesk, prepareDesk } from "../../testing/open-desk.tsx";
import { fill, openSettings, save } from "../../testing/open-settings.ts";
import { aQueue } from "../../testing/settings-builders.ts";

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

const queues = [aQueue("general", "Algemeen"), aQueue("finance", "Financiën")];

it("T1 T2 T6 R20 R23 is switched on with ten minutes, and says what happens then", async () => {
  const settings = await openSettings(desk, "queues", { saved: { queues } });
  const [first] = screen.getAllByRole("switch", { name: "Doorgeven aan een collega" });
  if (first === undefined) throw new Error("There is a switch in each queue.");
  fireEvent.click(first);
  fill("Na (min)", "15");
  fill("Hoogstens (keer)", "3");
  fireEvent.click(screen.getByRole("radio", { name: "de eerste" }));
  fireEvent.click(screen.getByRole("radio", { name: "begint te tellen bij opening" }));
  fireEvent.click(screen.getByRole("checkbox", { name: "Financiën" }));
  const steps = document.querySelector(".overflow-steps")?.textContent;
  expect(steps).toContain("na 15 min: volgende collega");
  expect(steps).toContain("daarna Financiën");
  const [general] = (await save(settings)).queues;
  expect(general?.overflow).toEqual({
    afterSeconds: 900,
    hopsMax: 3,
    exclude: "first",
    nextQueues: ["finance"],
    offHours: "start_at_opening",
  });
  fireEvent.click(first);
  expect((await save(settings)).queues[0]).not.toHaveProperty("overflow");
});

it("T11 less than ten minutes cannot be set", async () => {
  const settings = await openSettings(desk, "queues", { saved: { queues } });
  const [first] = screen.getAllByRole("switch", { name: "Doorgeven aan een collega" });
  if (first === undefined) throw new Error("There is a switch in each queue.");
  fireEvent.click(first);
  fill("Na (min)", "9");
  expect((await save(settings)).queues[0]?.overflow?.afterSeconds).toBe(600);
});
