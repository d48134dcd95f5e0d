/** What the desk does when the line to the server breaks, and when it is back. */
import { CLOSE } from "@sophie/engine";
import { act, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { aHandoff, ANA, SUPERVISOR } from "../testing/builders.ts";
import { type OpenedDesk, prepareDesk } from "../testing/open-desk.tsx";

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

const MINE = { status: "in_progress", assignee: { id: ANA.id, name: ANA.name } } as const;

async function breakLine(): Promise<void> {
  desk.edge.isDown = true;
  await act(() => desk.canned.drop(CLOSE.goingAway.code));
  await screen.findByText(/Wat je schrijft wordt bewaard/);
}

async function mendLine(): Promise<void> {
  desk.edge.isDown = false;
  fireEvent.click(screen.getByRole("button", { name: "Nu proberen" }));
  await waitFor(() => expect(screen.queryByText(/Wat je schrijft wordt bewaard/)).toBeNull());
}

it("when the line is lost it says what is safe, holds the moves, and sends what was written exactly once", async () => {
  const one = aHandoff("one", desk.now, MINE);
  desk.canned.put(one);
  desk.open("#/handoffs/one");
  const complete = await screen.findByRole("button", { name: "Markeer afgerond" });
  await breakLine();
  expect(complete.getAttribute("aria-disabled")).toBe("true");

  const field = screen.getByRole("textbox", { name: "Schrijf een antwoord…" });
  fireEvent.input(field, { target: { value: "Tot vrijdag!" } });
  fireEvent.keyDown(field, { key: "Enter" });
  expect(await screen.findByText("Wordt verstuurd…")).toBeTruthy();

  await mendLine();
  expect(await screen.findByText("Verstuurd")).toBeTruthy();
  const log = desk.canned.logs.get(one.conversation) ?? [];
  expect(log.filter((entry) => entry.kind === "message")).toHaveLength(1);
});

it("after a break it follows the open conversation from where its copy ends, without a hole or a double", async () => {
  const one = aHandoff("one", desk.now, MINE);
  desk.canned.put(one);
  desk.canned.say(one.conversation, "een");
  desk.open("#/handoffs/one");
  await screen.findByText("een");
  await breakLine();
  desk.canned.say(one.conversation, "twee");
  await mendLine();
  expect(await screen.findByText("twee")).toBeTruthy();
  expect(screen.getAllByText("een")).toHaveLength(1);
  const watches = desk.canned.heard.filter(({ type }) => type === "watch-conversation");
  expect(watches).toMatchObject([{ since: 0 }, { since: 1 }]);
});

it("what was closed while the line was gone does not stay in the list", async () => {
  desk.canned.put(aHandoff("one", desk.now), aHandoff("two", desk.now));
  desk.open();
  await waitFor(() => expect(document.querySelectorAll(".row")).toHaveLength(2));
  await breakLine();
  desk.canned.put(aHandoff("one", desk.now, { status: "completed", version: 2 }));
  await mendLine();
  await waitFor(() =>
    expect([...document.querySelectorAll(".row")].map((row) => row.id)).toEqual(["row-two"]),
  );
});

it("a move that was on its way when the line broke is sent again under the same id", async () => {
  desk.canned.put(aHandoff("one", desk.now));
  desk.open("#/handoffs/one");
  const start = await screen.findByRole("button", { name: "Start behandeling" });
  desk.canned.isSilent = true;
  fireEvent.click(start);
  const starts = () => desk.canned.heard.filter(({ type }) => type === "start-handoff");
  await waitFor(() => expect(starts()).toHaveLength(1));
  await breakLine();
  desk.canned.isSilent = false;
  await mendLine();
  expect(await screen.findByRole("button", { name: "Markeer afgerond" })).toBeTruthy();
  expect(starts()[1]).toEqual(starts()[0]);
});

it("a session that has ended leads to the sign-in, not to a line that never comes", async () => {
  desk.open();
  await screen.findByRole("heading", { name: "Handoffs" });
  await act(() => desk.canned.drop(CLOSE.signedOut.code));
  fireEvent.click(await screen.findByRole("button", { name: "Opnieuw aanmelden" }));
  expect(await screen.findByRole("heading", { name: "Aanmelden" })).toBeTruthy();
});

it("changes its language at once and remembers it", async () => {
  desk.open();
  fireEvent.click(await screen.findByRole("button", { name: "English" }));
  expect(await screen.findByText("Everything is picked up")).toBeTruthy();
  expect(localStorage.getItem("sophie.desk.language")).toBe("en");
});

it("H9 the number that waits stands in the title of the page too", async () => {
  desk.canned.put(aHandoff("one", desk.now));
  desk.open();
  await waitFor(() => expect(document.title).toBe("(1) Handoffs · Sophie"));
});

it.each(["handoffs", "conversations", "contacts", "team", "knowledge", "reports", "settings", "replay/one"])(
  "H11 from #/%s a link that the keyboard reaches leads home",
  async (page) => {
    desk.canned.me = { ...SUPERVISOR, presence: "online" };
    desk.open(`#/${page}`);
    const home = await screen.findByRole("link", { name: /^Sophie ?, hoofdpagina$/ });
    expect(home.closest("[inert], [hidden]")).toBeNull();
    expect(home.tabIndex).toBe(0);
    home.focus();
    expect(document.activeElement).toBe(home);
    fireEvent.click(home);
    expect(await screen.findByRole("heading", { name: "Handoffs" })).toBeTruthy();
    expect(location.hash).toBe("#/handoffs");
  },
);

it("H11 home is a page that one may read", async () => {
  desk.canned.me = { ...SUPERVISOR, role: "analyst" };
  desk.open("#/team");
  const home = await screen.findByRole("link", { name: /^Sophie ?, hoofdpagina$/ });
  expect(home.getAttribute("href")).toBe("#/reports");
});
