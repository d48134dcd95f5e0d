/** Pausing Sophie says first what it will do. */
import { ConversationId, SiteId } from "@sophie/engine";
import { fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { aConversation } from "../../testing/builders.ts";
import { type OpenedDesk, prepareDesk } from "../../testing/open-desk.tsx";
import { openSettings, save } from "../../testing/open-settings.ts";

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

const flip = () => fireEvent.click(screen.getByRole("switch", { name: "Sophie is gepauzeerd" }));

it("S5 says how many conversations of this site go to people, counted as they come and go", async () => {
  for (const id of ["a", "b", "c"]) desk.canned.putConversation(aConversation(id, desk.now));
  desk.canned.putConversation(aConversation("with-ana", desk.now, { control: "human" }));
  desk.canned.putConversation(aConversation("elsewhere", desk.now, { site: SiteId.parse("other") }));
  const settings = await openSettings(desk, "pause");
  expect(screen.queryByText(/Na opslaan/)).toBeNull();
  flip();
  expect(screen.getByText(/3 gesprekken die nu bij Sophie zijn/)).toBeTruthy();
  const gone = desk.canned.conversations.get(ConversationId.parse("a"));
  if (gone !== undefined) desk.canned.putConversation({ ...gone, control: "closed" });
  expect(await screen.findByText(/2 gesprekken die nu bij Sophie zijn/)).toBeTruthy();
  expect((await save(settings)).paused).toBe(true);
});

it("S5 R13 switching her on again takes no conversation back, and says so", async () => {
  await openSettings(desk, "pause", { saved: { paused: true } });
  flip();
  expect(screen.getByText(/Gesprekken die al naar een mens gingen, blijven daar/)).toBeTruthy();
});
