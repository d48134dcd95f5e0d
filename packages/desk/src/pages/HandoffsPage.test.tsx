/** The queue: its figures, its order, its keys, and what happens when somebody else is faster. */
import { type Handoff, HandoffId, type Priority, RESPONSE_TARGET_MS, SendId } from "@sophie/engine";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { aHandoff, ANA, authorOf, BRAM, SOPHIE, SUPERVISOR, VISITOR } from "../testing/builders.ts";
import { type OpenedDesk, prepareDesk } from "../testing/open-desk.tsx";

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

function put(id: string, changes: Partial<Handoff> = {}): void {
  desk.canned.put(aHandoff(id, desk.now, changes));
}

function has(handoff: string): HandoffId {
  return HandoffId.parse(handoff);
}

async function rows(): Promise<HTMLElement[]> {
  const list = await screen.findByRole("list", { name: "Handoffs" });
  return within(list).getAllByRole("button");
}

function tile(name: string): string | null | undefined {
  return screen.getByText(name, { selector: "dt" }).nextElementSibling?.textContent;
}

function due(id: string): Element | null {
  return document.querySelector(`#row-${id} .due`);
}

function press(key: string, target: Element = document.activeElement ?? document.body): void {
  fireEvent.keyDown(target, { key });
}

it("H1 opens on the handoffs that are open, and a filter shows the rest", async () => {
  for (const id of ["a", "b", "c"]) put(id);
  put("d", { status: "completed", score: 11 });
  put("e", { status: "completed", score: 22 });
  put("f", { status: "cancelled", score: 33 });
  desk.open();

  expect(await rows()).toHaveLength(3);
  fireEvent.click(screen.getByRole("radio", { name: "Afgerond" }));
  await waitFor(async () => expect(await rows()).toHaveLength(2));
  fireEvent.click(screen.getByRole("radio", { name: "Geannuleerd" }));
  await waitFor(async () => expect(await rows()).toHaveLength(1));
});

it("H7 R1 the tile Wachtend counts what is pending and nothing else", async () => {
  for (let index = 0; index < 4; index += 1) put(`pending-${index}`);
  for (let index = 0; index < 2; index += 1) put(`assigned-${index}`, { status: "assigned", assignee: BRAM });
  put("started", { status: "in_progress", assignee: BRAM });
  for (let index = 0; index < 9; index += 1) put(`completed-${index}`, { status: "completed" });
  desk.open();

  await rows();
  expect(tile("Wachtend")).toBe("4");
});

it("H8 R2 the tile Urgent counts what is urgent and not over; high is told apart", async () => {
  put("pending", { priority: "urgent" });
  put("started", { priority: "urgent", status: "in_progress", assignee: BRAM });
  put("completed", { priority: "urgent", status: "completed" });
  for (let index = 0; index < 5; index += 1) put(`high-${index}`);
  desk.open();

  await rows();
  expect(tile("Urgent")).toBe("2");
  expect(screen.getByTitle("Daarnaast 5 met prioriteit Hoog")).toBeTruthy();
});

it("H9 the badge shows what waits, follows a colleague's claim, hides at 0 and stops at 99+", async () => {
  for (let index = 0; index < 100; index += 1) put(`h-${index}`);
  desk.open();
  await rows();
  const link = screen.getByRole("link", { name: /Handoffs/ });
  expect(link.textContent).toContain("99+");

  await act(() => desk.canned.moveAs(BRAM, has("h-0"), { status: "assigned" }));
  await waitFor(() => expect(within(link).getByText("99 wachtend")).toBeTruthy());

  await act(() => {
    for (let index = 1; index < 100; index += 1)
      desk.canned.moveAs(BRAM, has(`h-${index}`), { status: "assigned" });
  });
  await waitFor(() => expect(link.textContent).toBe("Handoffs"));
});

it("R8 H79 H80 H81 lists by priority, score, demo, age and id", async () => {
  const order: [string, Priority, Partial<Handoff>][] = [
    ["urgent", "urgent", { score: 1 }],
    ["high-90", "high", { score: 90, trigger: "price_question" }],
    ["high-80-demo", "high", { score: 80 }],
    ["high-80-older", "high", { score: 80, trigger: "custom", createdAt: desk.now - 1 }],
    ["high-80-a", "high", { score: 80, trigger: "custom" }],
    ["high-80-b", "high", { score: 80, trigger: "custom" }],
    ["normal", "normal", { score: 100 }],
    ["low", "low", { score: 100 }],
  ];
  for (const [id, priority, changes] of order.toReversed()) put(id, { priority, ...changes });
  desk.open();

  expect((await rows()).map((row) => row.id)).toEqual(order.map(([id]) => `row-${id}`));
});

it("H10 Enter opens the panel on its heading; Escape closes it and gives the focus back to the row", async () => {
  put("one");
  put("two", { score: 10 });
  desk.open();
  const second = (await rows())[1] ?? document.body;

  press("j", document.body);
  press("j");
  expect(document.activeElement).toBe(second);
  press("k");
  press("ArrowDown");
  expect(document.activeElement).toBe(second);

  fireEvent.click(second);
  const heading = await screen.findByRole("heading", { name: "Demo-aanvraag" });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  expect(location.hash).toBe("#/handoffs/two");

  press("Escape");
  await waitFor(() => expect(screen.queryByRole("heading", { name: "Demo-aanvraag" })).toBeNull());
  await waitFor(() => expect(document.activeElement?.id).toBe("row-two"));
});

it("H10 only one row takes part in the tab order", async () => {
  for (const id of ["a", "b", "c"]) put(id);
  desk.open();
  const all = await rows();
  expect(all.filter((row) => row.tabIndex === 0)).toHaveLength(1);
});

it("of 500 handoffs only those in sight are drawn, each says which of how many it is, and End reaches the last", async () => {
  for (let index = 0; index < 500; index += 1) put(`h-${String(index).padStart(3, "0")}`);
  desk.open();
  const drawn = await rows();
  expect(drawn.length).toBeLessThan(60);
  const placesOf = (row: Element | undefined) =>
    ["aria-posinset", "aria-setsize"].map((name) => row?.parentElement?.getAttribute(name));
  expect(placesOf(drawn[3])).toEqual(["4", "500"]);

  drawn[0]?.focus();
  press("End");
  await waitFor(() => expect(document.activeElement?.id).toBe("row-h-499"));
  expect(placesOf(document.activeElement ?? undefined)).toEqual(["500", "500"]);
  press("ArrowUp");
  await waitFor(() => expect(document.activeElement?.id).toBe("row-h-498"));

  fireEvent.input(screen.getByRole("searchbox", { name: "Zoeken" }), { target: { value: "h-321" } });
  await waitFor(async () => expect((await rows()).map((row) => row.id)).toEqual(["row-h-321"]));
});

it("handoffs that ended at one instant are all reached, page after page", async () => {
  for (let index = 0; index < 120; index += 1)
    put(`h-${String(index).padStart(3, "0")}`, { status: "completed", updatedAt: desk.now });
  desk.open();
  fireEvent.click(await screen.findByRole("radio", { name: "Afgerond" }));
  const sizeOf = (row: Element | undefined) => row?.parentElement?.getAttribute("aria-setsize");
  for (const size of ["50", "100", "120"]) {
    await waitFor(async () => expect(sizeOf((await rows())[0])).toBe(size));
    if (size !== "120") fireEvent.click(screen.getByRole("button", { name: "Oudere tonen" }));
  }
  await waitFor(() => expect(screen.queryByRole("button", { name: "Oudere tonen" })).toBeNull());
});

it("a queue that is longer than a desk can take says so, and how many it leaves out", async () => {
  put("one");
  desk.canned.beyond = 431;
  desk.open();
  expect(await screen.findByText(/Er staan er nog 431 open/)).toBeTruthy();
});

it("the row that has the keyboard hands it to the one below when a colleague completes it", async () => {
  for (const id of ["a", "b", "c"]) put(id);
  desk.open();
  (await rows())[1]?.focus();
  await act(() => desk.canned.moveAs(BRAM, has("b"), { status: "completed" }));
  await waitFor(() => expect(document.activeElement?.id).toBe("row-c"));
});

it("H10 the slash leads to the search, which finds words without case and accents, and Escape empties it", async () => {
  put("one");
  put("two", { trigger: "price_question", evidence: null });
  desk.open();
  await rows();

  press("/", document.body);
  const search = screen.getByRole("searchbox", { name: "Zoeken" });
  expect(document.activeElement).toBe(search);
  fireEvent.input(search, { target: { value: "PRÍJS" } });
  await waitFor(async () => expect((await rows()).map((row) => row.id)).toEqual(["row-two"]));

  fireEvent.input(search, { target: { value: "zeppelin" } });
  expect(await screen.findByText("Niets gevonden voor “zeppelin”.")).toBeTruthy();
  press("Escape", search);
  await waitFor(async () => expect(await rows()).toHaveLength(2));
});

it("H44 H45 H46 S starts what is opened: the agent has it, and the next step changes its name", async () => {
  put("one");
  desk.open("#/handoffs/one");
  const start = await screen.findByRole("button", { name: "Start behandeling" });
  expect(start.getAttribute("aria-disabled")).toBe("false");

  press("s", document.body);
  expect(await screen.findByRole("button", { name: "Markeer afgerond" })).toBeTruthy();
  expect(desk.canned.handoffs.get(has("one"))).toMatchObject({
    status: "in_progress",
    assignee: { id: ANA.id },
  });
});

it("R5 the time left is amber from a quarter on and red once it has passed; an answer at the due time is in time", async () => {
  const urgent = { priority: "urgent" } as const;
  const target = RESPONSE_TARGET_MS.urgent;
  put("calm", { ...urgent, dueAt: desk.now + target / 4 + 1_000 });
  put("last", { ...urgent, dueAt: desk.now });
  put("met", { ...urgent, dueAt: desk.now, firstResponseAt: desk.now });
  put("missed", { ...urgent, dueAt: desk.now, firstResponseAt: desk.now + 1 });
  desk.open("#/handoffs/last");
  await rows();
  expect(["calm", "last", "met", "missed"].map((id) => due(id)?.className)).toEqual([
    "due due-calm",
    "due due-soon",
    "due due-met",
    "due due-missed",
  ]);
  expect(document.querySelector(".panel-standing .due")?.textContent).toMatch(
    /^nog 00:00 \(tot \d\d:\d\d\)$/,
  );

  await desk.pass(1_000);
  expect(["calm", "last"].map((id) => due(id)?.className)).toEqual(["due due-soon", "due due-late"]);
});

it("H51 of two agents who press Start at once, the one who was later reads who was first", async () => {
  put("one");
  desk.open("#/handoffs/one");
  const start = await screen.findByRole("button", { name: "Start behandeling" });
  // The colleague's move is stored, and its news still on the way, when this agent presses.
  const taken = aHandoff("one", desk.now, { version: 2, status: "in_progress", assignee: BRAM });
  desk.canned.handoffs.set(taken.id, taken);
  fireEvent.click(start);

  expect(await screen.findByText("Bram de Wit was je net voor en heeft deze handoff nu.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Start behandeling" })).toBeNull();
  expect(screen.getByText("Bram de Wit voert dit gesprek.")).toBeTruthy();
});

it("H4 a new handoff stands in the list as soon as it is told, and an urgent one is announced", async () => {
  desk.open();
  await screen.findByText("Alles is opgepakt");
  await act(() => put("one", { priority: "urgent" }));
  expect(await rows()).toHaveLength(1);
  expect(
    screen.getByText(/^Nieuwe urgente handoff: Demo-aanvraag/).closest("[aria-live=assertive]"),
  ).toBeTruthy();
});

it("of two copies of a handoff the higher version holds, in whatever order they come", async () => {
  put("one", { version: 5, priority: "urgent" });
  desk.open();
  const [row] = await rows();
  await act(() =>
    desk.canned.tell({
      type: "handoff-changed",
      handoff: aHandoff("one", desk.now, { version: 4, priority: "low" }),
    }),
  );
  await act(() => put("two", { score: 1 }));
  await waitFor(async () => expect(await rows()).toHaveLength(2));
  expect(row?.textContent).toContain("Urgent");
});

it("shows an analyst nothing of what visitors said", async () => {
  put("one");
  desk.canned.me = { ...SUPERVISOR, role: "analyst" };
  desk.open();
  expect(await screen.findByText("Jouw rol ziet geen gesprekken")).toBeTruthy();
  expect(screen.queryByRole("link", { name: /Handoffs/ })).toBeNull();
});

it("H56 H57 the panel quotes the message with the matched words marked, here and in the conversation", async () => {
  put("one");
  const { conversation, evidence } = aHandoff("one", desk.now);
  const text = evidence?.text ?? "";
  const said = evidence?.message ?? SendId.parse("none");
  desk.canned.log(
    conversation,
    { kind: "message", id: said, author: VISITOR, text, at: desk.now },
    {
      kind: "signal",
      message: said,
      signal: { type: "demo_request", confidence: 0.874, spans: evidence?.spans ?? [] },
      at: desk.now,
    },
    {
      kind: "message",
      id: SendId.parse("b1"),
      author: SOPHIE,
      text: "Een collega komt eraan.",
      at: desk.now,
    },
    { kind: "message", id: SendId.parse("a1"), author: authorOf(BRAM), text: "Dag!", at: desk.now },
  );
  desk.open("#/handoffs/one");

  const panel = await screen.findByRole("region", { name: "Demo-aanvraag" });
  await within(panel).findByText("Dag!");
  const marked = [...panel.querySelectorAll("mark")].map((mark) => mark.textContent);
  expect(marked).toEqual(["bezichtigen", "bezichtigen"]);
  expect(within(panel).getByText("87 % zeker")).toBeTruthy();
  expect(within(panel).getAllByRole("img", { name: "Demo-aanvraag" })).toHaveLength(2);
});
