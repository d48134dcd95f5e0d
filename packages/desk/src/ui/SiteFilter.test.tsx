/** One list for several sites and for tickets, with a filter (F21). */
import { type Handoff, SiteId } from "@sophie/engine";
import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { aHandoff, SITE } from "../testing/builders.ts";
import { type OpenedDesk, prepareDesk } from "../testing/open-desk.tsx";

const BEACH = { id: SiteId.parse("strand"), name: "Strandhuizen" };
const CITY = { id: SiteId.parse("stad"), name: "Stadswoningen" };
const INFO = { email: "jan@example.org", phone: "+31612345678" };

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

const put = (id: string, changes: Partial<Handoff>) => desk.canned.put(aHandoff(id, desk.now, changes));

async function shown(): Promise<readonly string[]> {
  const list = await screen.findByRole("list", { name: "Handoffs" });
  return within(list)
    .getAllByRole("button")
    .map(({ id }) => id.replace("row-", ""));
}

it("F21 handoffs of three sites and a ticket stand in one list, and a filter shows those of one site", async () => {
  desk.canned.sites = [SITE, BEACH, CITY];
  put("home", { site: SITE.id });
  put("beach", { site: BEACH.id });
  put("city", { site: CITY.id });
  const ticket = { source: "api", channel: "api", trigger: "ticket", evidence: null, info: INFO } as const;
  put("ticket", { site: BEACH.id, ...ticket });
  desk.open();
  expect(new Set(await shown())).toEqual(new Set(["home", "beach", "city", "ticket"]));

  const filter = screen.getByRole("combobox", { name: "Site" });
  fireEvent.change(filter, { target: { value: BEACH.id } });
  await waitFor(async () => expect(new Set(await shown())).toEqual(new Set(["beach", "ticket"])));
  fireEvent.change(filter, { target: { value: "" } });
  await waitFor(async () => expect(await shown()).toHaveLength(4));
});

it("F21 a ticket shows where to answer and has no composer for a chat", async () => {
  const ticket = { source: "api", channel: "api", trigger: "ticket", evidence: null, info: INFO } as const;
  put("ticket", ticket);
  desk.open("#/handoffs/ticket");
  expect(await screen.findByText(/Dit is een ticket: er is geen chat/)).toBeTruthy();
  expect(screen.getByRole("heading", { name: "Ticket" })).toBeTruthy();
  expect(screen.getByRole("link", { name: /jan@example\.org/ }).getAttribute("href")).toMatch(/^mailto:jan/);
  expect(document.querySelector("a[href^='tel:+31612345678']")).not.toBeNull();
  expect(screen.queryByRole("combobox", { name: "Site" })).toBeNull();
});
