/** Playing a conversation again: by mouse, by key and by link, and what may be copied out of it. */
import { type HandoffId, readReplayFile, SendId } from "@sophie/engine";
import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { aConversation, ANA, authorOf, VISITOR } from "../testing/builders.ts";
import { type OpenedDesk, prepareDesk } from "../testing/open-desk.tsx";

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
  const talk = aConversation("talk", desk.now, { preview: "Mag ik het huis zien?", lastSeq: 4 });
  desk.canned.putConversation(talk);
  const handoff = "h1" as HandoffId;
  const at = desk.now;
  desk.canned.log(
    talk.id,
    { kind: "message", id: SendId.parse("m1"), author: VISITOR, text: "Mag ik het huis zien?", at },
    {
      kind: "handoff",
      handoff,
      action: "create",
      from: null,
      to: "pending",
      by: VISITOR,
      assignee: null,
      reason: null,
      trigger: "demo_request",
      priority: "high",
      dueAt: at + 3_600_000,
      version: 1,
      at: at + 1_000,
    },
    { kind: "control", from: "bot", to: "human_pending", by: VISITOR, handoff, at: at + 1_000 },
    { kind: "control", from: "human_pending", to: "human", by: authorOf(ANA), handoff, at: at + 60_000 },
  );
});
afterEach(() => desk.close());

const state = () => screen.getByRole("region", { name: "Stand" });
const row = (name: string) =>
  within(state()).getByText(name, { selector: "dt" }).nextElementSibling?.textContent;
const press = (key: string) => fireEvent.keyDown(document.body, { key });

it("N3 F2 steps forward and back by key, and shows control, stages, handoff and clocks of each place", async () => {
  desk.open("#/replay/talk/1");
  await screen.findByRole("heading", { name: "Gesprek naspelen" });
  expect([row("Gesprek"), row("Handoff"), row("Klokken")]).toEqual(["Sophie antwoordt", "geen", "geen"]);

  press("ArrowRight");
  await waitFor(() => expect(row("Handoff")).toContain("Wachtend"));
  expect(row("Klokken")).toContain("Antwoord uiterlijk");
  const passed = [...state().querySelectorAll(".replay-track-passed")].map((stage) => stage.textContent);
  expect(passed).toEqual(["aanleiding", "gegevens", "overdragen"]);
  expect(state().querySelector("[aria-current=step]")?.textContent).toBe("overdragen");

  press("End");
  await waitFor(() => expect(row("Aan het woord")).toBe("Jij"));
  press("Home");
  await waitFor(() => expect(row("Gesprek")).toBe("Sophie antwoordt"));
  press("ArrowLeft");
  expect(location.hash).toBe("#/replay/talk/0");
});

it("N3 any place is a link, and going on leaves no trail behind", async () => {
  desk.open("#/replay/talk/3");
  await waitFor(() => expect(row("Gesprek")).toBe("Wacht op een medewerker"));
  const before = history.length;
  fireEvent.click(screen.getByRole("link", { name: /Demo-aanvraag/ }));
  await waitFor(() => expect(screen.getByRole("slider").getAttribute("aria-valuetext")).toContain("2 van 4"));
  expect(location.hash).toBe("#/replay/talk/2");
  fireEvent.input(screen.getByRole("slider"), { target: { value: "4" } });
  await waitFor(() => expect(location.hash).toBe("#/replay/talk/4"));
  expect(history.length).toBe(before);
});

it("N3 what is copied for a bug report plays again elsewhere, and holds nobody's words", async () => {
  const copied: string[] = [];
  const writeText = async (text: string) => void copied.push(text);
  vi.spyOn(navigator.clipboard, "writeText").mockImplementation(writeText);
  desk.open("#/replay/talk/2");
  fireEvent.click(await screen.findByRole("button", { name: "Kopieer geanonimiseerd" }));
  fireEvent.click(screen.getByRole("button", { name: "Kopieer link" }));
  await waitFor(() => expect(copied).toHaveLength(2));
  vi.restoreAllMocks();
  expect(copied[0]).not.toMatch(/huis|Ana|talk/);
  expect(readReplayFile(copied[0] ?? "")).toMatchObject({ ok: true, isSame: true });
  expect(copied[1]).toMatch(/#\/replay\/talk\/2$/);
});

it("without a place it follows the conversation to its newest entry", async () => {
  desk.open("#/replay/talk");
  await waitFor(() => expect(screen.getByRole("slider").getAttribute("aria-valuetext")).toContain("4 van 4"));
  desk.canned.say(aConversation("talk", 0).id, "Tot vrijdag");
  await waitFor(() => expect(screen.getByRole("slider").getAttribute("aria-valuetext")).toContain("5 van 5"));
});

it.each(["#/replay/elders/3", "#/replay/%20x/3"])(
  "says that a conversation is not here: %s",
  async (address) => {
    desk.open(address);
    expect(await screen.findByText("Dit gesprek is hier niet")).toBeTruthy();
  },
);

it("is one press away from the conversation, and Escape leads back", async () => {
  desk.open("#/conversations/talk");
  fireEvent.click(await screen.findByRole("link", { name: "Naspelen" }));
  await screen.findByRole("heading", { name: "Gesprek naspelen" });
  press("Escape");
  await waitFor(() => expect(location.hash).toBe("#/conversations/talk"));
});
