/** What would happen at an instant: what is asked of the server, and how its answer reads. */
import type { QueueId } from "@sophie/engine";
import { fireEvent, screen, waitFor } from "@testing-library/preact";

import { afterEach, beforeEach, expect, it } from "vitest";
import type { Preview } from "../../model/settings/settings-http.ts";
import { aHandoff } from "../../testing/builders.ts";
import { type OpenedDesk, prepareDesk } from "../../testing/open-desk.tsx";
import { choose, fill, openSettings, press, turnTo } from "../../testing/open-settings.ts";
import { aCalendar, aQueue, aRule } from "../../testing/settings-builders.ts";

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

const SAVED = {
  calendars: [aCalendar("office", "Kantoor")],
  queues: [aQueue("general", "Algemeen"), aQueue("finance", "Financiën", { calendar: "office" })],
  rules: [
    aRule("off", "Staat uit", { enabled: false }),
    aRule("demo", "Bezichtigingen", { when: [{ kind: "trigger", is: ["demo_request"] }] }),
    aRule("hot", "Warm", { when: [{ kind: "score", atLeast: 60 }] }),
    aRule("price", "Prijzen"),
  ],
  triggers: [{ id: "w", name: "Klacht", phrase: "klacht", language: null, inflected: true }],
};
const named = (id: string, name: string) => ({ id, name });
const PREVIEW: Preview = {
  isOpen: false,
  opensAt: Date.UTC(2026, 0, 12, 8),
  rule: named("price", "Prijzen"),
  destination: { queue: "finance" as QueueId, mode: "async", assign: { kind: "claim" } },
  mode: "async",
  overflow: {
    state: "goes_on",
    at: Date.UTC(2026, 0, 12, 8, 10),
    queues: ["finance" as QueueId, "general" as QueueId],
    hopsMax: 3,
  },
  message: { kind: "unavailable", text: "We zijn er weer op maandag 12 januari om 09:00." },
  trace: [
    { rule: named("off", "Staat uit"), matched: false, failed: null },
    {
      rule: named("demo", "Bezichtigingen"),
      matched: false,
      failed: { kind: "trigger", is: ["demo_request"] },
    },
    { rule: named("hot", "Warm"), matched: false, failed: { kind: "score", atLeast: 60 } },
    { rule: named("price", "Prijzen"), matched: true, failed: null },
  ],
};

it("S15 F20 names open or closed, the rule, the queue, the message, and why the others did not decide", async () => {
  desk.edge.settings.preview = PREVIEW;
  await openSettings(desk, "try", { saved: SAVED });
  choose("Reden", "price_question");
  expect(await screen.findByText("Gesloten")).toBeTruthy();
  expect(screen.getByText(/maandag 12 januari om 09:00 \(Europe\/Amsterdam\)/)).toBeTruthy();
  expect(screen.getByText("Financiën")).toBeTruthy();
  expect(screen.getByText("We zijn er weer op maandag 12 januari om 09:00.")).toBeTruthy();
  await waitFor(() =>
    expect([...document.querySelectorAll(".trace-line")].map((item) => item.textContent)).toEqual([
      "Staat uitStaat uit.",
      "BezichtigingenPast niet bij de reden Prijsvraag.",
      "WarmPast alleen als de leadscore 60 of hoger is.",
      "PrijzenPast en beslist.",
    ]),
  );
});

it("S15 asks about that instant, with everything that rules look at", async () => {
  desk.edge.settings.preview = PREVIEW;
  const settings = await openSettings(desk, "try", { saved: SAVED });
  fill("Datum", "2026-01-10");
  fill("Tijd", "22u15");
  choose("Reden", "word w");
  choose("Taal", "fr");
  choose("Iemand van het team online", "no");
  const at = new Date("2026-01-10T22:15").getTime();
  await waitFor(() =>
    expect(settings.asked.at(-1)).toMatchObject({
      at,
      trigger: "custom",
      triggerName: "Klacht",
      language: "fr",
      channel: "web",
      priority: "high",
      score: 0,
      customer: false,
      staffed: false,
    }),
  );
});

it("S15 S8 tries the settings as they stand here, saved or not", async () => {
  desk.edge.settings.preview = PREVIEW;
  const settings = await openSettings(desk, "rules", { saved: SAVED });
  fireEvent.click(screen.getByRole("switch", { name: "Regel Staat uit aan" }));
  await turnTo("#/settings/try");
  await screen.findByRole("heading", { level: 2, name: "Uitproberen" });
  await waitFor(() =>
    expect(settings.asked.at(-1)).toMatchObject({
      settings: { rules: [{ id: "off", enabled: true }, {}, {}, {}] },
    }),
  );
  expect(settings.offered).toEqual([]);
  press("Ongedaan maken");
});

it("S15 a past handoff lends its facts, so that one sees which rule would decide about it now", async () => {
  desk.edge.settings.preview = PREVIEW;
  const createdAt = new Date("2026-01-03T11:45").getTime();
  const facts = {
    trigger: "custom",
    triggerName: "Klacht",
    language: "en",
    priority: "low",
    score: 42,
  } as const;
  desk.canned.put(aHandoff("past", createdAt, facts), aHandoff("taken", createdAt, { trigger: "takeover" }));
  const settings = await openSettings(desk, "try", { saved: SAVED });
  const pick = screen.getByLabelText<HTMLSelectElement>(/eerdere handoff/);
  expect([...pick.options].map(({ value }) => value)).toEqual(["", "past"]);
  choose(/eerdere handoff/, "past");
  await waitFor(() => expect(settings.asked.at(-1)).toMatchObject({ at: createdAt, ...facts }));
  expect(screen.getByLabelText<HTMLInputElement>("Tijd").value).toBe("11:45");
});

it("S2 who may not edit may try everything out", async () => {
  desk.edge.settings.preview = PREVIEW;
  const settings = await openSettings(desk, "try", { saved: SAVED, role: "agent" });
  choose("Prioriteit", "urgent");
  await waitFor(() => expect(settings.asked.at(-1)).toMatchObject({ priority: "urgent" }));
});
