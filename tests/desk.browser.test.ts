/** The desk in a real browser on the real server: a long queue, every page and state for everybody, and a day's work by keyboard alone. */
import type { ConversationId, HandoffId, SiteId } from "@sophie/engine";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  OTHER_SITE,
  startTestServer,
  type TestPerson,
  type TestServer,
} from "../packages/server/src/testing/test-server.ts";
import { newConversationId, newSendId, type TestSocket } from "../packages/server/src/testing/test-socket.ts";
import { violationsOf } from "./fixtures/axe.ts";
import { openDeskPage } from "./fixtures/desk-page.ts";
import { fillQueue } from "./fixtures/long-queue.ts";

const OPEN = 500;

let server: TestServer;
let ana: TestPerson;
/** Of a site with nothing else to do. */
let bea: TestPerson;
let queue: readonly HandoffId[];
beforeAll(async () => {
  server = await startTestServer();
  ana = await server.person("Ana Pereira", "agent");
  bea = await server.person("Bea Smit", "agent", [OTHER_SITE]);
  const by = { id: ana.id, name: "Ana Pereira" };
  queue = await fillQueue(server, { open: OPEN, over: 60, now: Date.now(), by });
});
afterAll(() => server.close());

/** A visitor who wrote, and called a person with it. */
async function calling(
  text: string,
  site?: SiteId,
): Promise<{ visitor: TestSocket; conversation: ConversationId; id: HandoffId }> {
  const visitor = await server.visitor(site);
  const conversation = newConversationId();
  const message = newSendId();
  await visitor.ask({ type: "send-message", id: message, conversation, text });
  const request = { trigger: "demo_request", source: "text", message } as const;
  await visitor.ask({ type: "request-handoff", id: newSendId(), conversation, ...request });
  const handoff = (await server.storage.stateOf(conversation))?.handoff;
  if (handoff == null) throw new Error("No handoff was made.");
  return { visitor, conversation, id: handoff.id };
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? "");
const topOf = (page: Page, id: string) =>
  page.locator(`#row-${id}`).evaluate((row) => row.getBoundingClientRect().top);

describe("a queue of 500", () => {
  it("draws what is in sight, says which of how many, and is walked to its end by keyboard", async () => {
    const page = await openDeskPage(server, ana, "#/handoffs");
    await page.locator(".row").first().focus();
    expect(await page.locator(".row").count()).toBeLessThan(60);
    await page.keyboard.press("End");
    await page.locator(`[aria-posinset="${OPEN}"][aria-setsize="${OPEN}"]`).waitFor();
    const last = await focused(page);
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => focused(page)).not.toBe(last);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Shift+Tab");
    expect(await focused(page)).toMatch(/^row-/);
    await page.keyboard.press("/");
    await page.keyboard.type("fundering");
    await page.locator('[aria-setsize="100"]').first().waitFor();
  });

  it("keeps in place what is read when a new handoff comes above it", async () => {
    const page = await openDeskPage(server, ana, "#/handoffs");
    await page.locator(".row").first().waitFor();
    await page.locator(".pane-scroll").evaluate((scroller) => (scroller.scrollTop = 57 * 200));
    const read = await page.locator('[aria-posinset="205"] .row').getAttribute("id");
    const id = read?.replace("row-", "") ?? "";
    const before = await topOf(page, id);
    const { visitor } = await calling("Kan ik het huis zaterdag bezichtigen?");
    await page
      .locator(`[aria-setsize="${OPEN + 1}"]`)
      .first()
      .waitFor();
    expect(await page.locator(`#row-${id}`).evaluate((row) => row.parentElement?.ariaPosInSet)).toBe("206");
    expect(await topOf(page, id)).toBeCloseTo(before, 0);
    await visitor.close();
  });
});

it.each([1440, 320])("H11 at %i px the way home is among the first stops of the keyboard", async (width) => {
  const page = await openDeskPage(server, ana, "#/team", { viewport: { width, height: 640 } });
  await page.getByRole("heading", { name: "Team" }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("#/handoffs");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Handoffs" }).waitFor();
});

it("by keyboard alone an agent opens, reads, claims, answers, makes a contact and judges", async () => {
  const { visitor, conversation, id } = await calling(
    "Ik ben Jan de Vries, kan ik het huis bezichtigen?",
    OTHER_SITE,
  );
  const page = await openDeskPage(server, bea, "#/handoffs");
  await page.locator(".row").first().waitFor();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("jan de vries");
  await page.getByRole("option", { name: /Jan de Vries/ }).waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page)).toBe("panel-title");
  expect(await page.getByRole("region", { name: "Demo-aanvraag" }).innerText()).toContain(
    "Ik ben Jan de Vries",
  );

  await page.keyboard.press("c");
  await page.getByRole("button", { name: "In behandeling nemen" }).waitFor();
  await page.keyboard.press("s");
  await page.getByRole("button", { name: "Markeer afgerond" }).waitFor();
  await page.keyboard.press("r");
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
  await page.keyboard.type("Dag Jan, zaterdag om tien uur?");
  await page.keyboard.press("Enter");
  await visitor.until(
    (heard) => heard.type === "entries" && JSON.stringify(heard.entries).includes("zaterdag om tien uur"),
  );

  await page.keyboard.press("Control+k");
  await page.keyboard.type("contact aanm");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Contact aanmaken" });
  await dialog.waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("firstName");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Johan");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Hoe liep dit af?" }).waitFor();
  await page.locator("#panel-title").focus();
  await page.keyboard.press("1");
  await page.getByRole("region", { name: "Oordeel" }).waitFor();

  const stored = await server.storage.handoff(id);
  expect(stored).toMatchObject({ status: "completed", verdict: { kind: "right_escalation" } });
  const log = await server.storage.entriesSince(conversation, 0, 100);
  expect(
    log.some((entry) => entry.kind === "message" && entry.text === "Dag Jan, zaterdag om tien uur?"),
  ).toBe(true);
  expect(await server.storage.contact(id)).toMatchObject({ firstName: "Johan", lastName: "de Vries" });
  await visitor.close();
});

/** What is drawn, by its name, and how one gets there. */
const STATES: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  queue: (page) => page.locator(".row").first().waitFor(),
  nothingFound: async (page) => {
    await page.getByRole("searchbox").fill("zeppelin");
    await page.getByText("Niets gevonden").waitFor();
    await page.getByRole("searchbox").fill("");
  },
  over: async (page) => {
    await page.getByRole("radio", { name: "Afgerond" }).check({ force: true });
    await page.locator(".status-completed").first().waitFor();
    await page.getByRole("radio", { name: "Open" }).check({ force: true });
  },
  gone: (page) => turn(page, "#/handoffs/nowhere", "Deze handoff is er niet"),
  panel: (page) => turn(page, `#/handoffs/${queue[4]}`, "Markeer afgerond"),
  menu: (page) => page.getByRole("button", { name: "Meer acties" }).click(),
  palette: (page) => pressing(page, "Control+k", "Ga naar of doe iets"),
  map: (page) => pressing(page, "?", "Sneltoetsen"),
  cancel: (page) => pressing(page, "x", "Handoff annuleren"),
  priority: (page) => pressing(page, "p", "Prioriteit"),
  assign: (page) => pressing(page, "a", "Toewijzen"),
  contact: (page) => pressing(page, "n", "Contact aanmaken"),
  conversations: (page) => turn(page, "#/conversations", "Bij Sophie"),
  contacts: (page) => turn(page, "#/contacts", "Contacten"),
  team: (page) => turn(page, "#/team", "Wie hier werkt, en wie er nu is."),
  knowledge: (page) => turn(page, "#/knowledge", "Probeer een vraag"),
  replay: async (page) => {
    const conversation = (await server.storage.handoff(queue[4] ?? ("" as HandoffId)))?.conversation ?? "";
    await turn(page, `#/replay/${conversation}`, "Gesprek naspelen");
  },
};

async function turn(page: Page, to: string, says: string): Promise<void> {
  await page.keyboard.press("Escape");
  await page.evaluate((hash) => {
    location.hash = hash;
  }, to);
  await page.locator("main").getByText(says).first().waitFor();
}

async function pressing(page: Page, key: string, name: string): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.locator("#panel-title").focus();
  await page.keyboard.press(key);
  await page.getByRole("dialog", { name }).waitFor();
}

it("Q24 axe finds nothing in any page or state, light and dark, and nothing scrolls sideways at 320 px", async () => {
  const page = await openDeskPage(server, ana, "#/handoffs");
  const found: string[] = [];
  const look = async (name: string, rule?: string) =>
    found.push(...(await violationsOf(page, rule)).map((violation) => `${name}: ${violation}`));
  for (const [name, show] of Object.entries(STATES)) {
    await show(page);
    await look(name);
    await page.emulateMedia({ colorScheme: "dark" });
    await look(`${name}, dark`, "color-contrast");
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 320, height: 640 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > 320) found.push(`${name}: ${wide} px wide`);
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  expect(found).toEqual([]);
});
