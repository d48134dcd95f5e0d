/** Reading along, and stepping in. */
import { act, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { aConversation, aHandoff, ANA, BRAM } from "../testing/builders.ts";
import { type OpenedDesk, prepareDesk } from "../testing/open-desk.tsx";

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

it("T15 an agent steps into a conversation of the bot, has it at once, and can answer", async () => {
  const talk = aConversation("talk", desk.now, { preview: "Wat zijn de openingstijden?" });
  desk.canned.putConversation(talk);
  desk.canned.say(talk.id, "Wat zijn de openingstijden?");
  desk.open("#/conversations");
  fireEvent.click(await screen.findByRole("button", { name: /openingstijden/ }));
  fireEvent.click(await screen.findByRole("button", { name: "Overnemen" }));

  expect(await screen.findByRole("region", { name: "Overgenomen gesprek" })).toBeTruthy();
  expect(screen.getByRole("textbox", { name: "Schrijf een antwoord…" })).toBeTruthy();
  expect(screen.getByText("Jij voert nu het gesprek")).toBeTruthy();
  expect([...desk.canned.handoffs.values()]).toMatchObject([
    { status: "in_progress", assignee: { id: ANA.id } },
  ]);
});

it("T15 whoever is too late reads why", async () => {
  const talk = aConversation("talk", desk.now, { preview: "Hallo" });
  desk.canned.putConversation(talk);
  desk.open("#/conversations/talk");
  const take = await screen.findByRole("button", { name: "Overnemen" });
  desk.canned.conversations.set(talk.id, { ...talk, control: "human" });
  fireEvent.click(take);
  expect(await screen.findByText(/Een ander heeft dit gesprek/)).toBeTruthy();
});

it("tells apart who talks with Sophie and who with a person", async () => {
  desk.canned.putConversation(aConversation("talk", desk.now, { preview: "Met Sophie" }));
  desk.canned.put(
    aHandoff("one", desk.now, { status: "in_progress", assignee: { id: BRAM.id, name: BRAM.name } }),
  );
  desk.open("#/conversations");
  const withBot = await screen.findByRole("list", { name: /^Bij Sophie/ });
  const withPeople = screen.getByRole("list", { name: /^Bij een medewerker/ });
  expect(within(withBot).getByText("Met Sophie")).toBeTruthy();
  expect(within(withPeople).getByText("Bram de Wit")).toBeTruthy();
});

it("a conversation appears while one looks, and what is said in it is read along", async () => {
  desk.open("#/conversations");
  await screen.findByText("Niemand praat nu met Sophie");
  const talk = aConversation("talk", desk.now, { preview: "Hallo", lastSeq: 1 });
  await act(() => desk.canned.putConversation(talk));
  fireEvent.click(await screen.findByRole("button", { name: /Hallo/ }));
  await screen.findByRole("button", { name: "Overnemen" });
  await act(() => desk.canned.say(talk.id, "Is er ook een tuin?"));
  expect(await screen.findByText("Is er ook een tuin?")).toBeTruthy();
});
