/** Written answers at the desk: found by a slash, worked by keys, filled in or left to fill, and kept on a page of their own. */
import { type CannedReply, type Handoff, NO_SUMMARY, SendId } from "@sophie/engine";
import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aHandoff, ANA, SUPERVISOR } from "../../testing/builders.ts";
import { type OpenedDesk, prepareDesk } from "../../testing/open-desk.tsx";

const VIEWING: CannedReply = {
  id: "viewing",
  version: 1,
  name: "Bezichtiging",
  texts: {
    nl: "Beste {naam}, {object} kunt u zaterdag zien. Groet, {agent}",
    de: "Guten Tag {name}, {object} am Samstag? {agent}",
  },
  isOwn: false,
};
const BYE: CannedReply = { ...VIEWING, id: "bye", name: "Afscheid", texts: { nl: "Tot dan!" }, isOwn: true };

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
  desk.edge.replies.replies = [VIEWING, BYE];
});
afterEach(() => desk.close());

const field = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Schrijf een antwoord…" });
const options = () => screen.queryAllByRole("option").map((option) => option.textContent ?? "");
const press = (key: string) => fireEvent.keyDown(field(), { key });

function write(text: string, caret = text.length): void {
  fireEvent.input(field(), { target: { value: text } });
  field().setSelectionRange(caret, caret);
  fireEvent.keyUp(field());
}

function sent(): string[] {
  return desk.canned.heard.flatMap((message) => (message.type === "send-message" ? [message.text] : []));
}

async function openChat(changes: Partial<Handoff> = {}, said = "Ik ben Jan de Vries."): Promise<void> {
  const one = aHandoff("one", desk.now, {
    status: "in_progress",
    assignee: { id: ANA.id, name: ANA.name },
    summary: {
      ...NO_SUMMARY,
      objects: [{ text: "Dorpstraat 15", cites: [{ kind: "message", id: SendId.parse("one-said") }] }],
    },
    ...changes,
  });
  desk.canned.put(one);
  desk.canned.say(one.conversation, said, desk.now);
  desk.open("#/handoffs/one");
  await screen.findByText("Bezoeker", { selector: ".turn-name" });
}

describe("in the composer", () => {
  it("a slash opens the list, letters narrow it, arrows and Enter choose, and the variables are filled in", async () => {
    await openChat();
    write("/");
    await waitFor(() => expect(options()).toHaveLength(2));
    const [first, second] = screen.getAllByRole("option");
    expect(field().getAttribute("aria-activedescendant")).toBe(first?.id);
    expect(field().getAttribute("aria-controls")).toBe(screen.getByRole("listbox", { name: "Sjablonen" }).id);
    press("ArrowDown");
    expect(field().getAttribute("aria-activedescendant")).toBe(second?.id);
    expect(second?.getAttribute("aria-selected")).toBe("true");
    write("/bez");
    expect(options()).toEqual([expect.stringContaining("Bezichtiging")]);
    press("Enter");
    expect(field().value).toBe("Beste Jan de Vries, Dorpstraat 15 kunt u zaterdag zien. Groet, Ana");
    expect(options()).toEqual([]);
    expect(sent()).toEqual([]);
    press("Enter");
    await waitFor(() => expect(sent()).toHaveLength(1));
  });

  it("what is not known stays as a gap, is selected, and keeps the answer from being sent by accident", async () => {
    await openChat({ summary: NO_SUMMARY }, "Hallo");
    write("Dag! /bez");
    await waitFor(() => expect(options()).toHaveLength(1));
    press("Tab");
    const text = "Dag! Beste {naam}, {object} kunt u zaterdag zien. Groet, Ana";
    await waitFor(() => expect(field().value).toBe(text));
    const selected = () => field().value.slice(field().selectionStart, field().selectionEnd);
    expect(selected()).toBe("{naam}");
    expect(screen.getByText("Vul {naam} nog in")).toBeTruthy();
    field().setSelectionRange(0, 0);
    press("Enter");
    expect(selected()).toBe("{naam}");
    write(text.replace("{naam}", "mevrouw Jansen"));
    expect(screen.getByText("Vul {object} nog in")).toBeTruthy();
    fireEvent.submit(field().closest("form") as HTMLFormElement);
    expect(sent()).toEqual([]);
    write(text.replace("{naam}", "mevrouw Jansen").replace("{object}", "het huis"));
    press("Enter");
    await waitFor(() => expect(sent()).toHaveLength(1));
  });

  it("the visitor's language comes first, then the site's", async () => {
    await openChat({ language: "de" });
    write("/bez");
    await waitFor(() => expect(options()).toEqual([expect.stringContaining("Guten Tag Jan de Vries")]));
    write("/afs");
    expect(options()).toEqual([expect.stringContaining("Tot dan!")]);
  });

  it("Escape closes the list and keeps the slash; what fits nothing is not sent; no slash within a word opens it", async () => {
    await openChat();
    write("/zzz");
    expect(await screen.findByText("Geen sjabloon met die naam.")).toBeTruthy();
    press("Enter");
    expect(sent()).toEqual([]);
    press("Escape");
    expect(screen.queryByText("Geen sjabloon met die naam.")).toBeNull();
    expect(field().value).toBe("/zzz");
    write("en/of");
    expect(options()).toEqual([]);
    write("a /bez", 2);
    expect(options()).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: "Sjabloon kiezen" }));
    await waitFor(() => expect(options()).toHaveLength(2));
  });
});

describe("the page", () => {
  const shelf = (name: string) => screen.getByRole("region", { name });
  const type = (name: string | RegExp, value: string) =>
    fireEvent.input(screen.getByRole("textbox", { name }), { target: { value } });

  it("a supervisor writes one for the site; a variable that nobody knows is named at its text, and nothing is lost", async () => {
    desk.canned.me = SUPERVISOR;
    desk.open("#/canned");
    fireEvent.click(await screen.findByRole("button", { name: "Sjabloon voor de site" }));
    type("Naam", "Prijs");
    type(/^Tekst/, "Beste {nam}");
    fireEvent.click(screen.getByRole("button", { name: "Opslaan" }));
    expect(await screen.findByText(/\{nam\} kennen we niet/)).toBeTruthy();
    const text = screen.getByRole<HTMLTextAreaElement>("textbox", { name: /^Tekst/ });
    expect(text.getAttribute("aria-invalid")).toBe("true");
    await waitFor(() => expect(document.activeElement).toBe(text));
    type(/^Tekst/, "Beste {naam}");
    fireEvent.click(screen.getByRole("button", { name: "Opslaan" }));
    expect(await within(shelf("Van de site")).findByText("Prijs")).toBeTruthy();
    expect(desk.edge.replies.replies.find(({ name }) => name === "Prijs")).toMatchObject({
      version: 1,
      isOwn: false,
    });
  });

  it("an agent only reads the site's, and changes and deletes their own; what somebody saved first is shown beside it", async () => {
    desk.open("#/canned");
    await screen.findByText("Bezichtiging");
    expect(within(shelf("Van de site")).queryByRole("button")).toBeNull();
    fireEvent.click(within(shelf("Van mij")).getByRole("button", { name: "Bewerken: Afscheid" }));
    type(/^Tekst/, "Tot snel!");
    desk.edge.replies.replies = [VIEWING, { ...BYE, version: 2, texts: { nl: "Tot ziens!" } }];
    fireEvent.click(screen.getByRole("button", { name: "Opslaan" }));
    expect(await screen.findByText(/net gewijzigd/)).toBeTruthy();
    expect(screen.getByText("Tot ziens!")).toBeTruthy();
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: /^Tekst/ }).value).toBe("Tot snel!");
    fireEvent.click(screen.getByRole("button", { name: "Opslaan" }));
    expect(await screen.findByText("Tot snel!")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Bewerken: Afscheid" }));
    fireEvent.click(screen.getByRole("button", { name: "Verwijderen" }));
    await waitFor(() => expect(desk.edge.replies.replies).toEqual([VIEWING]));
  });
});
