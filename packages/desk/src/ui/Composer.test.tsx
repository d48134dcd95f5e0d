/** Writing to a visitor: when one may, what becomes of it, and what the visitor learns of it. */
import { type ConversationId, type Handoff, HandoffId, SendId } from "@sophie/engine";
import { act, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { aConversation, aHandoff, ANA, BRAM, VISITOR } from "../testing/builders.ts";
import { type OpenedDesk, prepareDesk } from "../testing/open-desk.tsx";

let desk: OpenedDesk;
let conversation: ConversationId;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

async function openChat(changes: Partial<Handoff> = {}): Promise<void> {
  const one = aHandoff("one", desk.now, {
    status: "in_progress",
    assignee: { id: ANA.id, name: ANA.name },
    ...changes,
  });
  conversation = one.conversation;
  desk.canned.put(one);
  desk.canned.say(conversation, "Kan ik het huis bezichtigen?", desk.now);
  desk.open("#/handoffs/one");
  await screen.findByText("Bezoeker", { selector: ".turn-name" });
}

function field(): HTMLTextAreaElement {
  return screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Schrijf een antwoord…" });
}

function write(text: string, keys: { ctrlKey?: boolean; metaKey?: boolean; shiftKey?: boolean } = {}): void {
  fireEvent.input(field(), { target: { value: text } });
  fireEvent.keyDown(field(), { key: "Enter", ...keys });
}

function sent(): string[] {
  return desk.canned.heard.flatMap((message) => (message.type === "send-message" ? [message.text] : []));
}

it("Q4 a message shows at once as sending, then sent, delivered and read", async () => {
  await openChat();
  desk.canned.isSilent = true;
  write("Dag!");
  expect(await screen.findByText("Wordt verstuurd…")).toBeTruthy();
  expect(field().value).toBe("");

  const message = desk.canned.heard.find(({ type }) => type === "send-message");
  const id = message !== undefined && "id" in message ? message.id : SendId.parse("none");
  await act(() => {
    const author = { kind: "agent", id: ANA.id, name: ANA.name } as const;
    desk.canned.log(conversation, { kind: "message", id, author, text: "Dag!", at: desk.now });
    desk.canned.tell({ type: "accepted", id, seq: 2 });
  });
  expect(await screen.findByText("Verstuurd")).toBeTruthy();
  expect(screen.getAllByText("Dag!")).toHaveLength(1);

  await act(() => tellReceipt(2, 0));
  expect(await screen.findByText("Afgeleverd")).toBeTruthy();
  await act(() => tellReceipt(2, 2));
  expect(await screen.findByText("Gelezen")).toBeTruthy();
});

function tellReceipt(delivered: number, seen: number): void {
  desk.canned.tell({ type: "received", conversation, side: "visitor", receipt: { delivered, read: seen } });
}

it("Enter and Ctrl or Command with Enter send; Shift with Enter does not; nothing empty is sent", async () => {
  await openChat();
  write("een");
  write("twee", { ctrlKey: true });
  write("drie", { metaKey: true });
  write("vier", { shiftKey: true });
  write("   ");
  await waitFor(() => expect(sent()).toEqual(["een", "twee", "drie"]));
});

it("a refused message says why and can be sent again under the same id", async () => {
  await openChat();
  desk.canned.refusals.push("not_in_control");
  write("Dag!");
  expect(await screen.findByText(/Niet verstuurd. Een ander heeft dit gesprek/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Opnieuw" }));
  await waitFor(() => expect(sent()).toEqual(["Dag!", "Dag!"]));
  const ids = desk.canned.heard.flatMap((message) => (message.type === "send-message" ? [message.id] : []));
  expect(new Set(ids).size).toBe(1);
});

it.each([
  ["under a colleague", { assignee: { id: BRAM.id, name: BRAM.name } }, "Bram de Wit voert dit gesprek."],
  [
    "assigned to a colleague",
    { status: "assigned", assignee: { id: BRAM.id, name: BRAM.name } },
    "Toegewezen aan Bram de Wit.",
  ],
] as const)("says why one cannot write: %s", async (_, changes, why) => {
  await openChat(changes);
  expect(screen.getByText(why)).toBeTruthy();
  expect(screen.queryByRole("textbox", { name: "Schrijf een antwoord…" })).toBeNull();
});

it("tells the visitor of typing once in a while, and that it stopped", async () => {
  await openChat();
  for (const text of ["D", "Da", "Dag"]) fireEvent.input(field(), { target: { value: text } });
  await desk.pass(5_000);
  const told = (): boolean[] =>
    desk.canned.heard.flatMap((message) => (message.type === "set-typing" ? [message.typing] : []));
  await waitFor(() => expect(told()).toEqual([true, false]));
});

it("shows that the visitor types until the message is there, or until nothing was heard for a while", async () => {
  await openChat();
  const typing = (): void =>
    desk.canned.tell({ type: "typing", conversation, author: VISITOR, typing: true });
  await act(typing);
  expect(await screen.findByText("Bezoeker typt…")).toBeTruthy();
  await act(() => desk.canned.say(conversation, "Vrijdag?"));
  await waitFor(() => expect(screen.queryByText("Bezoeker typt…")).toBeNull());

  await act(typing);
  await screen.findByText("Bezoeker typt…");
  await desk.pass(8_000);
  expect(screen.queryByText("Bezoeker typt…")).toBeNull();
});

it("what stands in the composer outlives a look at another handoff", async () => {
  desk.canned.put(aHandoff("two", desk.now, { score: 1, trigger: "price_question" }));
  await openChat();
  fireEvent.input(field(), { target: { value: "Een half antw" } });
  fireEvent.click(screen.getByRole("button", { name: /Prijsvraag/ }));
  await screen.findByRole("region", { name: "Prijsvraag" });
  fireEvent.click(screen.getByRole("button", { name: /Demo-aanvraag/ }));
  await screen.findByRole("region", { name: "Demo-aanvraag" });
  expect(field().value).toBe("Een half antw");
});

it("a row of one's own shows that the visitor wrote while something else was open", async () => {
  desk.canned.put(aHandoff("two", desk.now, { score: 1, trigger: "price_question" }));
  await openChat();
  fireEvent.click(screen.getByRole("button", { name: /Prijsvraag/ }));
  await screen.findByRole("region", { name: "Prijsvraag" });
  await act(() => {
    desk.canned.say(conversation, "Vrijdag?");
    desk.canned.putConversation(aConversation(conversation, desk.now, { control: "human", lastSeq: 2 }));
  });
  fireEvent.click(await screen.findByRole("button", { name: /Nieuw bericht.*bezichtigen/ }));
  await screen.findByText("Vrijdag?");
  fireEvent.click(screen.getByRole("button", { name: /Prijsvraag/ }));
  await screen.findByRole("region", { name: "Prijsvraag" });
  await waitFor(() => expect(screen.queryByText("Nieuw bericht")).toBeNull());
});

it("tells what was read only while this agent has the conversation", async () => {
  await openChat({ status: "pending", assignee: null });
  await desk.catchUp();
  expect(read()).toEqual([]);
  await act(() => desk.canned.moveAs(ANA, HandoffId.parse("one"), { status: "in_progress" }));
  await waitFor(() => expect(read()).toEqual([1]));
});

function read(): number[] {
  return desk.canned.heard.flatMap((message) =>
    message.type === "mark-received" ? [message.receipt.read] : [],
  );
}

it("F14 on WhatsApp an answer is let through for a day after the visitor wrote, to the second; on the web always", async () => {
  const DAY_MS = 86_400_000;
  const show = async (channel: Handoff["channel"], agoMs: number) => {
    const id = `${channel}-${agoMs}`;
    const me = { status: "in_progress", assignee: { id: ANA.id, name: ANA.name }, channel } as const;
    const one = aHandoff(id, desk.now, me);
    desk.canned.put(one);
    desk.canned.say(one.conversation, `Vraag ${id}`, desk.now - agoMs);
    desk.open(`#/handoffs/${id}`);
    await screen.findAllByText(`Vraag ${id}`);
    return screen.queryByRole("textbox", { name: "Schrijf een antwoord…" }) !== null;
  };
  expect(await show("whatsapp", DAY_MS - 1_000)).toBe(true);
  expect(await show("whatsapp", DAY_MS + 1_000)).toBe(false);
  expect(document.body.textContent).toContain("De bezoeker schreef langer dan 24 uur geleden.");
  expect(await show("web", 7 * DAY_MS)).toBe(true);
});
