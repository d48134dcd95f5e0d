/** One handoff from start to end: its moves, its dialogs, and why it is there. */
import { ContactId, type Handoff, HandoffId, type HandoffStatus, SendId } from "@sophie/engine";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { aHandoff, ANA, BRAM, SUPERVISOR, VISITOR } from "../testing/builders.ts";
import { type OpenedDesk, prepareDesk } from "../testing/open-desk.tsx";

const ONE = HandoffId.parse("one");

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

async function openOne(status: HandoffStatus, changes: Partial<Handoff> = {}): Promise<HTMLElement> {
  const assignee = status === "pending" ? null : { id: ANA.id, name: ANA.name };
  const one = aHandoff("one", desk.now, { status, assignee, ...changes });
  desk.canned.put(one);
  desk.open(status === "completed" || status === "cancelled" ? "" : "#/handoffs/one");
  if (status === "completed" || status === "cancelled") {
    const filter = await screen.findByRole("radio", {
      name: status === "completed" ? "Afgerond" : "Geannuleerd",
    });
    fireEvent.click(filter);
    fireEvent.click(await screen.findByRole("button", { name: /Demo-aanvraag/ }));
  }
  return screen.findByRole("region", { name: "Demo-aanvraag" });
}

function menuItems(panel: HTMLElement): (string | null)[] {
  const more = within(panel).queryByRole("button", { name: "Meer acties" });
  if (more === null) return [];
  fireEvent.click(more);
  const labels = within(panel)
    .getAllByRole("menuitem")
    .map((item) => item.textContent);
  fireEvent.click(more);
  return labels;
}

function pick(panel: HTMLElement, label: string): void {
  fireEvent.click(within(panel).getByRole("button", { name: "Meer acties" }));
  fireEvent.click(within(panel).getByRole("menuitem", { name: label }));
}

function stored(): Handoff | undefined {
  return desk.canned.handoffs.get(ONE);
}

it.each([
  [
    "H44 pending",
    "pending",
    "Start behandeling",
    [
      "Contact aanmaken…",
      "Aan mij toewijzen",
      "Toewijzen…",
      "Annuleren…",
      "Plannen…",
      "Prioriteit wijzigen…",
    ],
  ],
  [
    "H45 assigned",
    "assigned",
    "In behandeling nemen",
    ["Contact aanmaken…", "Toewijzen…", "Vrijgeven", "Annuleren…", "Plannen…", "Prioriteit wijzigen…"],
  ],
  [
    "H46 in progress",
    "in_progress",
    "Markeer afgerond",
    ["Contact aanmaken…", "Toewijzen…", "Vrijgeven", "Annuleren…", "Plannen…", "Prioriteit wijzigen…"],
  ],
  ["H47 completed", "completed", "Heropenen", []],
  ["H48 cancelled", "cancelled", "Heropenen", []],
] as const)(
  "H50 %s: the button names the next step and the menu holds the others",
  async (_, status, next, others) => {
    const panel = await openOne(status);
    expect(within(panel).getByRole("button", { name: next })).toBeTruthy();
    expect(menuItems(panel)).toEqual(others);
  },
);

it.each([
  ["pending", "Wachtend"],
  ["assigned", "Toegewezen"],
  ["in_progress", "In behandeling"],
  ["completed", "Afgerond"],
  ["cancelled", "Geannuleerd"],
] as const)("R11 %s is a badge with the word, and priority a dot with its word", async (status, word) => {
  const panel = await openOne(status);
  expect(within(panel).getByText(word).className).toBe(`status status-${status}`);
  expect(within(panel).getByText("Hoog").className).toBe("priority priority-high");
});

it("R9 the buttons Toewijzen, Annuleren and Vrijgeven are there, and Vrijgeven puts it back", async () => {
  const panel = await openOne("in_progress");
  for (const [item, title] of [
    ["Toewijzen…", "Toewijzen"],
    ["Annuleren…", "Handoff annuleren"],
  ] as const) {
    pick(panel, item);
    const dialog = await screen.findByRole("dialog", { name: title });
    fireEvent.keyDown(dialog, { key: "Escape" });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  }
  pick(panel, "Vrijgeven");
  expect(await within(panel).findByText("Wachtend")).toBeTruthy();
  expect(stored()).toMatchObject({ status: "pending", assignee: null });
});

it("H45 assigning to a colleague shows the colleague's name to all, and offers nothing more to an agent", async () => {
  const panel = await openOne("pending");
  pick(panel, "Toewijzen…");
  const dialog = await screen.findByRole("dialog", { name: "Toewijzen" });
  expect(within(dialog).queryByText(ANA.name)).toBeNull();
  fireEvent.click(within(dialog).getByRole("button", { name: /Bram de Wit/ }));

  expect(await within(panel).findByText("Toegewezen aan Bram de Wit.")).toBeTruthy();
  expect(stored()).toMatchObject({ status: "assigned", assignee: { id: BRAM.id } });
  expect(within(panel).queryByRole("button", { name: "Meer acties" })).toBeNull();
});

it("a supervisor may take what a colleague is busy with", async () => {
  desk.canned.me = { ...SUPERVISOR, presence: "online" };
  const panel = await openOne("in_progress", { assignee: { id: BRAM.id, name: BRAM.name } });
  fireEvent.click(within(panel).getByRole("button", { name: "Aan mij toewijzen" }));
  await waitFor(() => expect(stored()?.assignee?.id).toBe(SUPERVISOR.id));
});

it("H48 cancelling asks for a reason, refuses without one, and keeps it", async () => {
  const panel = await openOne("pending");
  pick(panel, "Annuleren…");
  const dialog = await screen.findByRole("dialog", { name: "Handoff annuleren" });
  fireEvent.click(within(dialog).getByRole("button", { name: "Handoff annuleren" }));
  expect(await within(dialog).findByText("Geef een reden.")).toBeTruthy();
  expect(stored()?.status).toBe("pending");

  fireEvent.click(within(dialog).getByRole("button", { name: "Geen echte interesse" }));
  fireEvent.click(within(dialog).getByRole("button", { name: "Handoff annuleren" }));
  expect(await within(panel).findByText("Geannuleerd omdat:")).toBeTruthy();
  expect(stored()).toMatchObject({ status: "cancelled", cancelReason: "Geen echte interesse" });
});

it("H47 H52 completing leaves all counters and offers reopening alone", async () => {
  const panel = await openOne("in_progress", { priority: "urgent" });
  fireEvent.click(within(panel).getByRole("button", { name: "Markeer afgerond" }));
  expect(await within(panel).findByRole("button", { name: "Heropenen" })).toBeTruthy();
  expect(stored()?.completedAt).toBe(desk.now);
  expect(screen.getByText("Urgent", { selector: "dt" }).nextElementSibling?.textContent).toBe("0");
});

it.each([true, false])("F24 completing begins a survey only if the agent ticks it: %s", async (isTicked) => {
  const panel = await openOne("in_progress");
  if (isTicked) fireEvent.click(within(panel).getByRole("checkbox", { name: "Met korte enquête" }));
  fireEvent.click(within(panel).getByRole("button", { name: "Markeer afgerond" }));
  await within(panel).findByRole("button", { name: "Heropenen" });
  expect(desk.canned.heard.find(({ type }) => type === "complete-handoff")).toMatchObject({
    survey: isTicked,
  });
});

it("F10 F12 what the visitor was asked, gave and did not give is there to be read", async () => {
  const info = { email: "jan@example.nl", visit: "zaterdag" };
  const panel = await openOne("in_progress", { info, missing: ["phone"] });
  expect(within(panel).getByRole("link", { name: "jan@example.nl" })).toBeTruthy();
  expect(within(panel).getByText("Opgegeven").nextElementSibling?.textContent).toBe("zaterdag");
  expect(within(panel).getByText("Niet opgegeven").nextElementSibling?.textContent).toBe("phone");
});

it("F7 F24 S17 what the visitor was told and said by pressing stands in the conversation", async () => {
  const panel = await openOne("in_progress");
  const conversation = stored()?.conversation;
  if (conversation === undefined) throw new Error("It has a conversation.");
  const at = desk.now;
  const message = SendId.parse("re:m1");
  await act(() => {
    desk.canned.log(conversation, { kind: "feedback", message, helpful: false, at });
    desk.canned.log(conversation, {
      kind: "notice",
      notice: "available",
      text: "Er komt iemand.",
      channels: [],
      until: null,
      at,
    });
    desk.canned.log(conversation, { kind: "survey", rating: 4, comment: "Snel", at });
  });
  for (const text of [
    "De bezoeker vond dit niet nuttig",
    "Aan de bezoeker gemeld: Er komt iemand.",
    "Oordeel van de bezoeker: 4 van 5 · Snel",
  ]) {
    expect(await within(panel).findByText(text)).toBeTruthy();
  }
});

it("H53 reopening puts it back among those that wait, for anybody, in a second round", async () => {
  const panel = await openOne("completed");
  fireEvent.click(within(panel).getByRole("button", { name: "Heropenen" }));
  expect(await within(panel).findByText("Ronde 2")).toBeTruthy();
  expect(within(panel).getByText("Wachtend")).toBeTruthy();
  expect(stored()).toMatchObject({ status: "pending", assignee: null, cycle: 2 });
});

it("H55 a change made elsewhere shows in the open panel", async () => {
  const panel = await openOne("pending");
  await act(() => desk.canned.moveAs(BRAM, ONE, { status: "in_progress" }));
  expect(await within(panel).findByText("In behandeling")).toBeTruthy();
});

it("H74 a second press while the first is on its way sends nothing", async () => {
  const panel = await openOne("pending");
  desk.canned.isSilent = true;
  const start = within(panel).getByRole("button", { name: "Start behandeling" });
  fireEvent.click(start);
  fireEvent.click(start);
  fireEvent.click(await within(panel).findByRole("button", { name: "Bezig…" }));
  await desk.catchUp();
  expect(desk.canned.heard.filter(({ type }) => type === "start-handoff")).toHaveLength(1);
});

it("H59 H65 tells of an unknown visitor what is known, and no empty label", async () => {
  const panel = await openOne("pending");
  expect(within(panel).getByText("Onbekende bezoeker")).toBeTruthy();
  const facts = [...panel.querySelectorAll("dd")].map((fact) => fact.textContent?.trim());
  expect(facts).toContain("one-visitor");
  expect(facts.every((fact) => fact !== "")).toBe(true);
});

it("H59 names a visitor who has given a name, and does not call them unknown", async () => {
  const panel = await openOne("pending", { info: { name: "Jan de Vries" } });
  const label = within(panel).getByText("Naam");
  expect(label.nextElementSibling?.textContent).toBe("Jan de Vries");
  expect(within(panel).queryByText("Onbekende bezoeker")).toBeNull();
});

it.each([
  ["H60 H66", "email", "a@b.nl", "a@b.nl", /^mailto:a%40b\.nl\?subject=Over%20de%20vraag/],
  ["H60", "email", "javascript:alert(1)", "javascript:alert(1)", null],
  ["H60", "email", "a@b.nl?bcc=all@b.nl", "a@b.nl?bcc=all@b.nl", null],
  ["H61 H67", "phone", "06 12 34 56 78", "06 12345678", /^tel:\+31612345678$/],
  ["H61", "phone", "+49 30 901820", "+49 30 901820", /^tel:\+4930901820$/],
  ["H61", "phone", "bel mij maar", "bel mij maar", null],
  ["H61", "phone", "06 12 34", "06 12 34", null],
])("%s %s %s reads %s and leads to %s", async (_rows, key, given, shown, href) => {
  const panel = await openOne("pending", { info: { [key]: given } });
  const ways = within(panel).getByRole("list", { name: "Bereikbaar op" });
  expect(within(ways).getByText(shown)).toBeTruthy();
  const link = within(ways).queryByRole("link");
  expect(link?.getAttribute("href") ?? "").toMatch(href ?? /^$/);
});

it("H58 the reason tells when the message was said, by the server, in whose zone that is, and leads to it", async () => {
  const one = aHandoff("one", desk.now);
  const { evidence } = one;
  if (evidence === null) throw new Error("It was called by a message.");
  // Said before the questions that came first, so before there was a handoff.
  const at = desk.now - 3 * 60_000;
  const { message: id, text } = evidence;
  desk.canned.log(one.conversation, { kind: "message", id, author: VISITOR, text, at });
  const panel = await openOne("in_progress");
  const reason = within(panel).getByRole("region", { name: /^Reden/ });
  const clock = new Date(at).toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
  const moment = await within(reason).findByText(clock);
  expect(moment.getAttribute("datetime")).toBe(new Date(at).toISOString());
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(moment.title).toContain(`${clock}, jouw tijd (${zone})`);
  expect(moment.title).toContain("De tijdzone van de bezoeker is niet bekend.");

  fireEvent.click(within(reason).getByRole("button", { name: "Toon in gesprek" }));
  expect(document.activeElement?.textContent).toContain(text);
  expect(document.activeElement?.className).toBe("message");
});

it("H58 where the visitor's zone is known, the tooltip tells the time by the visitor's own clock", async () => {
  const moments = async (zone: string) => {
    const panel = await openOne("pending", { evidence: null, source: "behaviour", zone });
    return within(panel)
      .getByRole("region", { name: /^Reden/ })
      .querySelector("time")?.title;
  };
  // Nine in the morning UTC on the fifth is still the fourth on Honolulu's clock.
  expect(await moments("Pacific/Honolulu")).toMatch(
    /^zo 4 jan\.? 23:00, tijd van de bezoeker \(Pacific\/Honolulu\)$/,
  );
  desk.close();
  desk = prepareDesk();
  expect(await moments("Mars/Olympus")).toContain("jouw tijd");
});

it("H58 without a message the moment is that of the signal, and nothing leads to a message", async () => {
  const panel = await openOne("pending", { evidence: null, source: "behaviour" });
  const reason = within(panel).getByRole("region", { name: /^Reden/ });
  expect(reason.querySelector("time")?.dateTime).toBe(new Date(desk.now).toISOString());
  expect(within(reason).queryByRole("button")).toBeNull();
});

it("H54 the icon of the signal has the name of its type", async () => {
  const panel = await openOne("pending");
  expect(within(panel).getByRole("img", { name: "Demo-aanvraag" })).toBeTruthy();
});

it("H5 H62 the summary is labelled as made automatically and cites what the visitor said", async () => {
  const panel = await openOne("pending");
  const summary = within(panel).getByRole("region", { name: /Samenvatting/ });
  expect(within(summary).getByText("Automatisch gemaakt")).toBeTruthy();
  expect(within(summary).getByText("Kan ik het huis bezichtigen?")).toBeTruthy();
});

it("H68 H69 H70 H72 H73 the contact form opens filled with what the visitor wrote, and Escape asks before it discards", async () => {
  const { conversation } = aHandoff("one", desk.now);
  desk.canned.log(conversation, {
    kind: "message",
    id: SendId.parse("m1"),
    author: VISITOR,
    text: "Mijn naam is Jan de Vries, jan@x.nl of 06 12 34 56 78",
    at: desk.now,
  });
  const panel = await openOne("in_progress");
  await within(panel).findByText(/Mijn naam is Jan/);
  pick(panel, "Contact aanmaken…");
  const dialog = await screen.findByRole("dialog", { name: "Contact aanmaken" });
  const value = (label: string): string => within(dialog).getByLabelText<HTMLInputElement>(label).value;
  expect(dialog.getAttribute("aria-modal")).toBe("true");
  expect(["Voornaam", "Achternaam", "E-mail", "Telefoon", "Bedrijf"].map(value)).toEqual([
    "Jan",
    "de Vries",
    "jan@x.nl",
    "06 12 34 56 78",
    "",
  ]);
  expect(value("Notities")).toBe("Reden: Demo-aanvraag (87 % zeker)\n“Kan ik het huis bezichtigen?”");

  fireEvent.input(within(dialog).getByLabelText("Bedrijf"), { target: { value: "De Vries BV" } });
  fireEvent.keyDown(dialog, { key: "Escape" });
  fireEvent.click(await within(dialog).findByRole("button", { name: "Verder invullen" }));
  expect(value("Bedrijf")).toBe("De Vries BV");
});

async function savingAnna(): Promise<HTMLElement> {
  const createdAt = Date.parse("2026-05-03T12:00Z");
  const id = ContactId.parse("anna");
  desk.canned.contacts.push({
    id,
    name: "Anna de Vries",
    email: "anna@example.org",
    phone: "",
    company: "",
    createdAt,
  });
  const panel = await openOne("pending");
  pick(panel, "Contact aanmaken…");
  const dialog = await screen.findByRole("dialog", { name: "Contact aanmaken" });
  fireEvent.input(within(dialog).getByLabelText("E-mail"), { target: { value: "anna@example.org" } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Contact opslaan" }));
  return screen.findByRole("dialog", { name: "Dit e-mailadres is al bekend" });
}

it("H74 a known e-mail address offers to join the one who has it, with the day that it was made", async () => {
  const dialog = await savingAnna();
  const join = within(dialog).getByRole("button", {
    name: /^Voeg samen met Anna de Vries \(aangemaakt .*3 mei/,
  });
  expect(document.activeElement).toBe(join);
  expect(stored()).toMatchObject({ status: "pending" });
  fireEvent.click(join);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(desk.canned.heard.findLast(({ type }) => type === "create-contact")).toMatchObject({
    same: { join: "anna" },
    fields: { email: "anna@example.org" },
  });
  expect(stored()).toMatchObject({ status: "completed" });
});

it("H74 or to make a new one, or to go back to the form with everything that was filled in", async () => {
  const dialog = await savingAnna();
  fireEvent.click(within(dialog).getByRole("button", { name: "Terug naar het formulier" }));
  const form = await screen.findByRole("dialog", { name: "Contact aanmaken" });
  expect(within(form).getByLabelText<HTMLInputElement>("E-mail").value).toBe("anna@example.org");
  fireEvent.click(within(form).getByRole("button", { name: "Contact opslaan" }));
  fireEvent.click(await screen.findByRole("button", { name: /^Maak een nieuw contact/ }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(desk.canned.heard.findLast(({ type }) => type === "create-contact")).toMatchObject({ same: "new" });
});

it("H74 when saving is refused, the form stays with what was filled in and says so", async () => {
  const panel = await openOne("pending");
  pick(panel, "Contact aanmaken…");
  const dialog = await screen.findByRole("dialog", { name: "Contact aanmaken" });
  fireEvent.input(within(dialog).getByLabelText("Telefoon"), { target: { value: "geen idee" } });
  expect(within(dialog).getByText(/geen bestaand telefoonnummer/)).toBeTruthy();
  desk.canned.refusals.push("stale_version");
  fireEvent.click(within(dialog).getByRole("button", { name: "Contact opslaan" }));
  expect(await within(dialog).findByText(/Wat je invulde staat er nog/)).toBeTruthy();
  expect(within(dialog).getByLabelText<HTMLInputElement>("Telefoon").value).toBe("geen idee");
});

it("H68 a handoff that has become a contact leads there", async () => {
  const panel = await openOne("completed", { contact: ContactId.parse("anna") });
  const link = within(panel).getByRole("link", { name: "Contact openen" });
  expect(link.getAttribute("href")).toMatch(/^#\/contacts\/.+\/anna$/);
});

it("H71 H75 H78 R10 saving keeps the agent's edits and completes the handoff", async () => {
  const panel = await openOne("pending");
  pick(panel, "Contact aanmaken…");
  const dialog = await screen.findByRole("dialog", { name: "Contact aanmaken" });
  fireEvent.click(within(dialog).getByRole("button", { name: "Contact opslaan" }));
  expect(await within(dialog).findByText("Vul een naam, e-mailadres of telefoonnummer in.")).toBeTruthy();

  fireEvent.input(within(dialog).getByLabelText("Voornaam"), { target: { value: "Jan" } });
  fireEvent.input(within(dialog).getByLabelText("Notities"), { target: { value: "" } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Contact opslaan" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(stored()).toMatchObject({ status: "completed", contact: "one-contact" });
  expect(desk.canned.heard.find(({ type }) => type === "create-contact")).toMatchObject({
    fields: { firstName: "Jan", notes: "", company: "" },
  });
});
