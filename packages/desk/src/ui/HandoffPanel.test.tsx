/** One handoff from start to end: its moves, its dialogs, and why it is there. */
import { type Handoff, HandoffId, type HandoffStatus, SendId } from "@sophie/engine";
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
    ["Contact aanmaken…", "Aan mij toewijzen", "Toewijzen…", "Annuleren…"],
  ],
  [
    "H45 assigned",
    "assigned",
    "In behandeling nemen",
    ["Contact aanmaken…", "Toewijzen…", "Vrijgeven", "Annuleren…"],
  ],
  [
    "H46 in progress",
    "in_progress",
    "Markeer afgerond",
    ["Contact aanmaken…", "Toewijzen…", "Vrijgeven", "Annuleren…"],
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
  const panel = await openOne("in_progress", { info: { email: "jan@example.nl" }, missing: ["phone"] });
  expect(within(panel).getByText("Opgegeven").nextElementSibling?.textContent).toBe("jan@example.nl");
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
