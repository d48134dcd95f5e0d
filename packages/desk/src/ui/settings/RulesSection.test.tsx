/** Rules: added, said in words, moved, switched, made from a template; and what happens when none fits. */
import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type OpenedDesk, prepareDesk } from "../../testing/open-desk.tsx";
import { choose, fill, line, openSettings, press, save } from "../../testing/open-settings.ts";
import { aQueue, aRule } from "../../testing/settings-builders.ts";

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

const QUEUES = [aQueue("general", "Algemeen"), aQueue("finance", "Financiën")];
const RULES = [aRule("a", "Alfa"), aRule("b", "Bravo"), aRule("c", "Charlie")];

const names = () =>
  [...document.querySelectorAll(".item-title")].map((title) => title.childNodes[2]?.textContent);

it("F20 S15 a rule is made of conditions and a destination, and reads as a sentence while it is made", async () => {
  const settings = await openSettings(desk, "rules", { saved: { queues: QUEUES } });
  press("Regel toevoegen");
  const rule = line(/Nieuwe regel/);
  fill("Naam", "Prijs buiten kantooruren", rule);
  choose("Voorwaarde toevoegen…", "hours", rule);
  choose("Wachtrij", "finance", rule);
  fireEvent.click(within(rule).getByRole("radio", { name: "Later opvolgen" }));
  expect(rule.querySelector(".item-about")?.textContent).toBe(
    "Als de reden een prijsvraag is en Financiën gesloten is  Financiën: later opvolgen, wie het eerst pakt",
  );
  const { rules } = await save(settings);
  expect(rules).toMatchObject([
    {
      name: "Prijs buiten kantooruren",
      enabled: true,
      when: [
        { kind: "trigger", is: ["price_question"] },
        { kind: "hours", is: "closed" },
      ],
      to: { queue: "finance", mode: "async", assign: { kind: "claim" } },
    },
  ]);
});

it("S15 rules are moved by buttons, say where they came, and keep the focus", async () => {
  const settings = await openSettings(desk, "rules", { saved: { rules: RULES } });
  const up = screen.getByRole("button", { name: "Charlie omhoog" });
  up.focus();
  fireEvent.click(up);
  await waitFor(() => expect(names()).toEqual(["Alfa", "Charlie", "Bravo"]));
  expect(screen.getByText("Charlie staat nu op plaats 2 van 3.")).toBeTruthy();
  expect(document.activeElement === screen.getByRole("button", { name: "Charlie omhoog" })).toBe(true);
  const last = screen.getByRole("button", { name: "Bravo omlaag" });
  expect(last.getAttribute("aria-disabled")).toBe("true");
  fireEvent.click(last);
  expect((await save(settings)).rules.map(({ id }) => id)).toEqual(["a", "c", "b"]);
});

it("S15 a rule that is off stays in its place and says so", async () => {
  const settings = await openSettings(desk, "rules", { saved: { rules: RULES } });
  fireEvent.click(screen.getByRole("switch", { name: "Regel Bravo aan" }));
  expect(line(/Bravo/).textContent).toContain("uit");
  expect((await save(settings)).rules.map(({ enabled }) => enabled)).toEqual([true, false, true]);
});

it("S11 S12 with nobody called, to whom is not asked", async () => {
  const settings = await openSettings(desk, "rules", { saved: { rules: [aRule("a", "Alfa")] } });
  const rule = line(/Alfa/);
  expect(within(rule).getByRole("radio", { name: "De eerste die vrij is" })).toBeTruthy();
  fireEvent.click(within(rule).getByRole("radio", { name: "Aan niemand" }));
  expect(within(rule).queryByRole("radio", { name: "De eerste die vrij is" })).toBeNull();
  expect(rule.querySelector(".item-about")?.textContent).toContain("aan niemand, Sophie gaat door");
  expect((await save(settings)).rules[0]?.to.mode).toBe("none");
});

it("S14 among some people: only those of the queue can be chosen", async () => {
  const [ana] = desk.canned.agents;
  if (ana === undefined) throw new Error("There is an agent.");
  const queues = [aQueue("general", "Algemeen", { members: [ana.id] })];
  const settings = await openSettings(desk, "rules", { saved: { queues, rules: [aRule("a", "Alfa")] } });
  const rule = line(/Alfa/);
  fireEvent.click(within(rule).getByRole("radio", { name: "Alleen deze mensen" }));
  expect(within(rule).getByRole("checkbox", { name: ana.name })).toBeTruthy();
  expect(within(rule).queryByRole("checkbox", { name: "Chris de Boer" })).toBeNull();
  expect((await save(settings)).rules[0]?.to.assign).toEqual({ kind: "agents", agents: [ana.id] });
});

it("S13 without rules, everything goes to one destination", async () => {
  const settings = await openSettings(desk, "rules", { saved: { queues: QUEUES } });
  const card = screen.getByRole("region", { name: "Alles naar één plek" });
  choose("Wachtrij", "finance", card);
  expect((await save(settings)).otherwise).toMatchObject({ queue: "finance", mode: "live" });
});

it("S18 S20 S21 when no rule fits and there is no destination, the conversation stays open or is closed", async () => {
  const settings = await openSettings(desk, "rules", { saved: { rules: RULES } });
  const card = screen.getByRole("region", { name: "Als geen regel past" });
  expect(within(card).queryByRole("radio", { name: "Wordt gesloten" })).toBeNull();
  fireEvent.click(within(card).getByRole("radio", { name: "Nergens heen" }));
  expect(within(card).getByRole<HTMLInputElement>("radio", { name: "Blijft open" }).checked).toBe(true);
  fireEvent.click(within(card).getByRole("radio", { name: "Wordt gesloten" }));
  expect(await save(settings)).toMatchObject({ otherwise: null, onUnassigned: "close" });
});

it("S22 S23 a rule from a template can be edited, is off until one says otherwise, and has a name of its own", async () => {
  const rotate = aRule("rotate", "Om de beurt", {
    when: [],
    to: { ...aRule("x", "X").to, assign: { kind: "rotate_by_channel" } },
  });
  const settings = await openSettings(desk, "rules", { saved: { rules: [aRule("a", "Om de beurt")] } });
  settings.templates = [
    { id: "t", name: { nl: "Beurten" }, about: { nl: "Verdeelt het werk." }, rules: [rotate] },
  ];
  press("Uit sjabloon…");
  const dialog = await screen.findByRole("dialog", { name: "Regel uit een sjabloon" });
  fireEvent.click(await within(dialog).findByRole("button", { name: /Beurten.*Verdeelt/ }));
  expect(screen.queryByRole("dialog")).toBeNull();
  const rule = line(/Om de beurt 2/);
  fill("Naam", "Eerlijk verdeeld", rule);
  const { rules } = await save(settings);
  expect(rules[1]).toMatchObject({
    name: "Eerlijk verdeeld",
    enabled: false,
    to: { assign: { kind: "rotate_by_channel" } },
  });
  expect(rules[1]?.id).not.toBe("rotate");
});

it("R17 S13 S14 to send everything to the same people is one choice, however often it is asked for", async () => {
  await openSettings(desk, "rules", { saved: { queues: QUEUES } });
  press("Regel toevoegen");
  const rule = line(/Nieuwe regel/);
  const choices = within(rule).getAllByRole("radio");
  const labels = choices.map(({ id }) => rule.querySelector(`label[for="${id}"]`)?.textContent ?? "");
  expect(new Set(labels).size).toBe(labels.length);
  expect(choices.filter(({ id }) => id.endsWith("-agents"))).toHaveLength(1);
});
