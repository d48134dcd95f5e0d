/** What visitors read: three messages in six languages, and the other channels in their order. */
import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type OpenedDesk, prepareDesk } from "../../testing/open-desk.tsx";
import { fill, line, openSettings, press, save } from "../../testing/open-settings.ts";
import { aRule } from "../../testing/settings-builders.ts";

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

it("S17 both messages about availability can be written in each language, over Sophie's own words", async () => {
  const settings = await openSettings(desk, "messages");
  const available = () => screen.getByLabelText<HTMLTextAreaElement>("Er is iemand");
  await waitFor(() => expect(available().placeholder).toBe("Er komt zo een collega bij."));
  expect(screen.getByLabelText<HTMLTextAreaElement>("Er is nu niemand").placeholder).toContain("{time}");
  fill("Er is iemand", "Momentje, er komt iemand.");
  fireEvent.click(screen.getByRole("radio", { name: "Frans" }));
  expect(available().value).toBe("");
  expect(available().lang).toBe("fr");
  fill("Er is nu niemand", "Nous revenons {time}.");
  const { messages } = await save(settings);
  expect(messages).toEqual({
    available: { nl: "Momentje, er komt iemand." },
    unavailable: { fr: "Nous revenons {time}." },
    unassigned: {},
  });
});

it("S17 an emptied message is Sophie's own again", async () => {
  const saved = { messages: { available: { nl: "Momentje." }, unavailable: {}, unassigned: {} } };
  const settings = await openSettings(desk, "messages", { saved });
  fill("Er is iemand", "");
  expect((await save(settings)).messages.available).toEqual({});
});

it("S18 the message for what no rule fits is there only where it can be sent, with the words for what becomes of the chat", async () => {
  const settings = await openSettings(desk, "messages", {
    saved: { otherwise: null, onUnassigned: "close", rules: [aRule("r", "R")] },
  });
  const field = screen.getByLabelText<HTMLTextAreaElement>("Niet toegewezen");
  await waitFor(() => expect(field.placeholder).toBe("Dit gesprek sluiten we nu af."));
  fill("Niet toegewezen", "We kijken wie u helpt.");
  expect((await save(settings)).messages.unassigned).toEqual({ nl: "We kijken wie u helpt." });
});

it("S18 with a destination for everything, not assigned is hidden, with the reason", async () => {
  await openSettings(desk, "messages");
  expect(screen.queryByLabelText("Niet toegewezen")).toBeNull();
  expect(screen.getByText(/elke handoff heeft een bestemming/)).toBeTruthy();
});

it("S19 with every destination to nobody, the messages about availability are hidden, with the reason", async () => {
  const otherwise = { ...aRule("r", "R").to, mode: "none" as const };
  await openSettings(desk, "messages", { saved: { otherwise } });
  expect(screen.queryByLabelText("Er is iemand")).toBeNull();
  expect(screen.queryByLabelText("Er is nu niemand")).toBeNull();
  expect(screen.getByText(/alle bestemmingen staan op “Aan niemand”/)).toBeTruthy();
});

it("T20 T23 other channels are typed, offered in their order, and a callback needs nothing", async () => {
  const settings = await openSettings(desk, "channels");
  press("+ Teruggebeld worden");
  press("+ Telefoon");
  fill("Nummer", "+31 (20) 123-45 67", line(/Telefoon/));
  press("+ WhatsApp");
  fill("Nummer", "+31612345678", line(/WhatsApp/));
  press("+ Pagina");
  fill("Adres van de pagina", "https://voorbeeld.nl/hulp", line(/Pagina/));
  press("+ E-mail");
  fill("Adres", "info@voorbeeld.nl", line(/E-mail/));
  fill("Tekst op de knop (Nederlands)", "Mail ons", line(/E-mail/));
  press("E-mail omhoog");
  press("Pagina verwijderen");
  const { channels } = await save(settings);
  expect(channels).toEqual([
    { kind: "callback", label: {} },
    { kind: "phone", number: "+31201234567", label: {} },
    { kind: "whatsapp", number: "+31612345678", label: {} },
    { kind: "mail", address: "info@voorbeeld.nl", label: { nl: "Mail ons" } },
  ]);
});

it("T23 a channel that is not filled in says so in the list", async () => {
  await openSettings(desk, "channels");
  press("+ Telefoon");
  expect(within(line(/Telefoon/)).getByText("nog in te vullen")).toBeTruthy();
});
