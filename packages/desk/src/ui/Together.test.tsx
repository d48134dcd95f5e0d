/** Working together at the desk: who looks on, who answers, notes, written answers, drafts that stay, and taking back. */
import {
  type Agent,
  type AgentMessage,
  type ConversationId,
  type Handoff,
  type Onlooker,
  SendId,
} from "@sophie/engine";
import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aHandoff, ANA, authorOf, BRAM, SUPERVISOR } from "../testing/builders.ts";
import { type OpenedDesk, prepareDesk } from "../testing/open-desk.tsx";

let desk: OpenedDesk;
let one: Handoff;
let conversation: ConversationId;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

const MINE = { status: "in_progress", assignee: { id: ANA.id, name: ANA.name } } as const;
const BRAMS = { status: "in_progress", assignee: { id: BRAM.id, name: BRAM.name } } as const;

async function openPanel(changes: Partial<Handoff> = MINE, me: Agent = ANA): Promise<void> {
  desk.canned.me = me;
  one = aHandoff("one", desk.now, changes);
  conversation = one.conversation;
  desk.canned.put(one);
  desk.canned.say(conversation, "Ik ben Jan de Vries. Kan ik het huis bezichtigen?", desk.now);
  desk.open("#/handoffs/one");
  await screen.findByText("Bezoeker", { selector: ".turn-name" });
}

const answer = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Schrijf een antwoord…" });
const note = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: /notitie voor collega/ });
const button = (name: string | RegExp) => screen.getByRole("button", { name });

function write(text: string, field = answer()): void {
  fireEvent.input(field, { target: { value: text } });
  field.setSelectionRange(text.length, text.length);
  fireEvent.keyUp(field);
}

const press = (key: string, keys: object = {}, field: HTMLElement = answer()) =>
  fireEvent.keyDown(field, { key, ...keys });

function heard(type: AgentMessage["type"]): readonly AgentMessage[] {
  return desk.canned.heard.filter((message) => message.type === type);
}

function tellWriter(by: Agent | null, draft: string, forMs = 10_000): void {
  const lease =
    by === null ? null : { holder: { id: by.id, name: by.name }, until: desk.clock.now() + forMs };
  desk.canned.tell({ type: "composer-changed", conversation, lease, draft });
}

function tellOnlookers(...agents: readonly (readonly [Agent, boolean])[]): void {
  const told: Onlooker[] = agents.map(([{ id, name }, isWriting]) => ({ id, name, isWriting }));
  desk.canned.tell({ type: "onlookers-changed", conversation, agents: told });
}

describe("two composers", () => {
  it("N9 says at once that one writes, with what is written, then every second, and that one has stopped", async () => {
    await openPanel();
    write("G");
    write("Goede");
    await desk.pass(400);
    write("Goedemiddag");
    await desk.pass(600);
    write("");
    await waitFor(() => expect(heard("leave-composer")).toHaveLength(1));
    const drafts = heard("hold-composer").map((message) => "draft" in message && message.draft);
    expect(drafts).toEqual(["G", "Goedemiddag"]);
  });

  it("N9 the second sees who writes and what, cannot send meanwhile, keeps the draft, and can after the lease", async () => {
    await openPanel();
    write("Mijn antwoord");
    await act(() => tellWriter(BRAM, "Zaterdag kan"));
    const notice = await screen.findByText("Bram de Wit schrijft een antwoord", { selector: "output" });
    expect(notice.tagName).toBe("OUTPUT");
    expect(screen.getByText("Zaterdag kan")).toBeTruthy();
    expect(screen.getByText(/Bram de Wit antwoordt nu/)).toBeTruthy();
    press("Enter");
    expect(button("Versturen").getAttribute("aria-disabled")).toBe("true");
    expect(answer().value).toBe("Mijn antwoord");
    await act(() => tellWriter(BRAM, "", 5_000));
    expect(await screen.findByText("Bram de Wit heeft net geantwoord")).toBeTruthy();
    await desk.pass(5_000);
    expect(screen.queryByText(/heeft net geantwoord/)).toBeNull();
    await act(() => tellWriter(ANA, "Mijn antwoord"));
    press("Enter");
    await waitFor(() => expect(heard("send-message")).toHaveLength(1));
    // The other waits until it can have been read.
    expect(heard("leave-composer")).toEqual([]);
  });

  it("N9 the draft of the other is merged into one's own, or a supervisor answers instead", async () => {
    await openPanel(BRAMS, SUPERVISOR);
    write("En zondag ook.");
    await act(() => tellWriter(BRAM, "Zaterdag kan."));
    fireEvent.click(await screen.findByRole("button", { name: "Overnemen in mijn tekst" }));
    expect(answer().value).toBe("Zaterdag kan.\n\nEn zondag ook.");
    fireEvent.click(button("Zelf antwoorden"));
    await waitFor(() => expect(heard("take-composer")).toHaveLength(1));
    await act(() => tellWriter(SUPERVISOR, ""));
    await screen.findByText(/neemt dit gesprek over van Bram/);
    // Sending takes the conversation over first.
    fireEvent.click(button("Overnemen en versturen"));
    await waitFor(() => expect(heard("send-message")).toHaveLength(1));
    expect(desk.canned.heard.map(({ type }) => type).filter((type) => /claim|send/.test(type))).toEqual([
      "claim-handoff",
      "send-message",
    ]);
  });

  it("N9 an agent who may not move what a colleague has is offered no answer instead, only a note", async () => {
    await openPanel(BRAMS);
    await act(() => tellWriter(BRAM, "Zaterdag"));
    expect(screen.queryByRole("textbox", { name: "Schrijf een antwoord…" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Zelf antwoorden" })).toBeNull();
    fireEvent.click(button("Notitie"));
    expect(await screen.findByRole("textbox", { name: /notitie/ })).toBeTruthy();
  });

  it("N9 what the server refuses because somebody else answers goes back to where it was written", async () => {
    await openPanel();
    desk.canned.refusals.push("being_answered");
    write("Mijn antwoord");
    press("Enter");
    await waitFor(() => expect(answer().value).toBe("Mijn antwoord"));
    expect(screen.queryByText(/Niet verstuurd/)).toBeNull();
  });

  it("an answer may be written before the start, and is sent with it; who loses the handoff keeps the text", async () => {
    await openPanel({ status: "pending", assignee: null });
    write("Goedemiddag!");
    desk.canned.refusals.push("stale_version");
    fireEvent.click(button("Starten en versturen"));
    await waitFor(() => expect(heard("start-handoff")).toHaveLength(1));
    await desk.pass(10);
    expect(answer().value).toBe("Goedemiddag!");
    expect(heard("send-message")).toEqual([]);
    fireEvent.click(await screen.findByRole("button", { name: "Starten en versturen" }));
    await waitFor(() => expect(heard("send-message")).toHaveLength(1));
    expect(heard("start-handoff")).toHaveLength(2);
  });
});

describe("who looks on", () => {
  it("portraits stand on the row and in the panel, whoever writes first, and changes are told politely", async () => {
    await openPanel();
    await act(() => tellOnlookers([ANA, false], [SUPERVISOR, false], [BRAM, true]));
    const row = await screen.findByRole("button", {
      name: /Demo-aanvraag.*Bram de Wit schrijft een antwoord/,
    });
    expect([...row.querySelectorAll(".onlooker")].map((each) => each.getAttribute("title"))).toEqual([
      "Bram de Wit schrijft een antwoord",
      "Carla Jansen kijkt mee",
    ]);
    const panel = screen.getByRole("region", { name: "Demo-aanvraag" });
    const told = within(panel).getByText("Bram de Wit schrijft een antwoord. Carla Jansen kijkt mee.");
    expect(told.tagName).toBe("OUTPUT");
    await act(() => desk.canned.tell({ type: "agent-changed", agent: { ...BRAM, presence: "offline" } }));
    await waitFor(() => expect(told.textContent).toBe("Carla Jansen kijkt mee."));
    await act(() => tellOnlookers([ANA, false]));
    await waitFor(() => expect(told.textContent).toBe(""));
    expect(row.querySelector(".onlooker")).toBeNull();
  });
});

describe("notes", () => {
  it("a note is written with a switch, a key or Control Shift N, goes to nobody as a message, and looks like none", async () => {
    await openPanel();
    write("Half antwoord");
    press("n", { ctrlKey: true, shiftKey: true });
    await waitFor(() => expect(note()).toBeTruthy());
    fireEvent.input(note(), { target: { value: "Belde gisteren al." } });
    press("Enter", {}, note());
    await waitFor(() => expect(heard("add-note")).toHaveLength(1));
    expect(heard("send-message")).toEqual([]);
    const written = await screen.findByText("Belde gisteren al.");
    const entry = written.closest("li");
    expect(entry?.className).toBe("note");
    expect(within(entry as HTMLElement).getByText("Notitie, alleen voor collega’s")).toBeTruthy();
    fireEvent.click(screen.getByRole("radio", { name: "Antwoord" }));
    expect(answer().value).toBe("Half antwoord");
  });

  it("a colleague's note stands in the conversation where it was written, with the name", async () => {
    await openPanel();
    await act(() => {
      const id = SendId.parse("note-1");
      desk.canned.log(conversation, {
        kind: "note",
        id,
        author: authorOf(BRAM),
        text: "Kent het huis.",
        at: desk.now,
      });
      desk.canned.say(conversation, "Bent u er nog?");
    });
    const lines = [...(await screen.findByText("Bent u er nog?")).closest("ol")!.children];
    expect(
      lines.map((line) => line.className.split(" ")[0]).filter((name) => name !== "timeline-day"),
    ).toEqual(["turn", "note", "turn"]);
    expect(within(lines.at(-2) as HTMLElement).getByText("Bram de Wit")).toBeTruthy();
  });
});

describe("nothing typed is lost", () => {
  it("an answer and a note stand there again after a reload, each with its handoff, and go once they are sent", async () => {
    await openPanel();
    write("Een half antw");
    fireEvent.click(screen.getByRole("radio", { name: "Notitie" }));
    fireEvent.input(note(), { target: { value: "Half genoteerd" } });
    cleanup();
    desk.open("#/handoffs/one");
    await screen.findByText("Bezoeker", { selector: ".turn-name" });
    expect(answer().value).toBe("Een half antw");
    fireEvent.click(screen.getByRole("radio", { name: "Notitie" }));
    expect(note().value).toBe("Half genoteerd");
    fireEvent.click(screen.getByRole("radio", { name: "Antwoord" }));
    press("Enter");
    await waitFor(() => expect(heard("send-message")).toHaveLength(1));
    cleanup();
    desk.open("#/handoffs/one");
    await screen.findByText("Bezoeker", { selector: ".turn-name" });
    expect(answer().value).toBe("");
  });
});

describe("taking back", () => {
  it("N9 a claim is taken back from the notice or by a key, also after the panel was closed", async () => {
    await openPanel({ status: "pending", assignee: null });
    fireEvent.keyDown(document.body, { key: "c" });
    const undo = await screen.findByRole("button", { name: /Ongedaan maken/ });
    const [claim] = heard("claim-handoff");
    fireEvent.click(undo);
    await screen.findByText("Teruggedraaid");
    expect(heard("undo-move")[0]).toMatchObject({ move: claim && "id" in claim ? claim.id : "", version: 2 });
    expect(desk.canned.handoffs.get(one.id)?.status).toBe("pending");
    expect(screen.queryByRole("button", { name: /Ongedaan maken/ })).toBeNull();

    fireEvent.keyDown(document.body, { key: "c" });
    await screen.findByRole("button", { name: /Ongedaan maken/ });
    // It is not the panel's: it stays when that is closed.
    fireEvent.keyDown(document.body, { key: "Escape" });
    await waitFor(() => expect(screen.queryByRole("region", { name: "Demo-aanvraag" })).toBeNull());
    fireEvent.keyDown(document.body, { key: "z" });
    await waitFor(() => expect(heard("undo-move")).toHaveLength(2));
    await waitFor(() => expect(desk.canned.handoffs.get(one.id)?.status).toBe("pending"));
  });

  it("N9 after five seconds nothing can be taken back, and of two moves only the last one", async () => {
    await openPanel({ status: "assigned", assignee: { id: ANA.id, name: ANA.name } });
    fireEvent.keyDown(document.body, { key: "u" });
    await screen.findByRole("button", { name: /Ongedaan maken/ });
    fireEvent.keyDown(document.body, { key: "c" });
    await screen.findByText("Aan jou toegewezen");
    expect(screen.getAllByRole("button", { name: /Ongedaan maken/ })).toHaveLength(1);
    await desk.pass(5_000);
    expect(screen.queryByRole("button", { name: /Ongedaan maken/ })).toBeNull();
    fireEvent.keyDown(document.body, { key: "z" });
    expect(heard("undo-move")).toEqual([]);
  });
});
