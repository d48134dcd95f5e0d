/** The settings page in a real browser on the real server: what an admin saves is what the next visitor meets. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Demo, type PersonName, startDemo } from "../examples/estate-agent/demo.ts";
import { violationsOf } from "./fixtures/axe.ts";
import { newPage } from "./fixtures/browser.ts";

const SECTIONS = [
  "start",
  "pause",
  "queues",
  "hours",
  "rules",
  "try",
  "messages",
  "channels",
  "manner",
  "history",
] as const;

let folder: string;
let demo: Demo;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sophie-settings-"));
  demo = await startDemo({
    serverPort: 0,
    sitePort: 0,
    databaseFile: join(folder, "demo.db"),
    logLevel: "silent",
  });
});
afterAll(async () => {
  await demo.close();
  rmSync(folder, { recursive: true, force: true });
});

type Browsing = Parameters<typeof newPage>[0];

async function deskOf(name: PersonName, browsing: Browsing = {}): Promise<Page> {
  const page = await newPage({
    locale: "nl-NL",
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    ...browsing,
  });
  await page.goto(demo.deskLink(name));
  await page.getByRole("navigation", { name: "Hoofdmenu" }).waitFor();
  return page;
}

async function turnTo(page: Page, section: (typeof SECTIONS)[number]): Promise<void> {
  await page.evaluate((to) => {
    location.hash = `#/settings/${to}`;
  }, section);
  await page
    .getByRole("navigation", { name: "Overdracht", includeHidden: true })
    .waitFor({ state: "attached" });
  await page.locator(`a[href="#/settings/${section}"][aria-current]`).waitFor({ state: "attached" });
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Opslaan" }).click();
  await page.getByText("Nieuwe gesprekken volgen dit binnen 5 seconden").waitFor();
}

/** The line of a list that says this. */
const line = (page: Page, text: string): Locator =>
  page.getByRole("listitem").filter({ has: page.locator("summary", { hasText: text }) });

/** Every handoff that the desk is told of, as it is told. */
function handoffsToldTo(page: Page): string[] {
  const told: string[] = [];
  page.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) => {
      if (String(payload).includes('"handoff-changed"')) told.push(String(payload));
    });
  });
  return told;
}

async function addRule(admin: Page, name: string): Promise<Locator> {
  await turnTo(admin, "rules");
  await admin.getByRole("button", { name: "Regel toevoegen" }).click();
  const rule = line(admin, "Nieuwe regel");
  await rule.getByLabel("Naam").fill(name);
  return line(admin, name);
}

describe("from the settings to a visitor", () => {
  it("S1 S8 S15 S17 F13 F20 an admin adds a queue, a rule and a message, and the next visitor meets all three", async () => {
    const [admin, visitor] = [await deskOf("Chris"), await newPage({ locale: "nl-NL" })];
    const agent = await newPage({ locale: "nl-NL" });
    const told = handoffsToldTo(agent);
    await agent.goto(demo.deskLink("Ana"));
    await agent.getByRole("heading", { name: "Handoffs" }).waitFor();

    await turnTo(admin, "queues");
    await admin.getByRole("button", { name: "Wachtrij toevoegen" }).click();
    await line(admin, "Nieuwe wachtrij").getByLabel("Naam", { exact: true }).fill("Financiën");
    const rule = await addRule(admin, "Prijs naar Financiën");
    await rule.getByLabel("Wachtrij").selectOption({ label: "Financiën" });
    await turnTo(admin, "messages");
    await admin.getByLabel("Er is iemand").fill("Onze hypotheekadviseur schuift zo aan.");
    expect(await admin.getByText("3 wijzigingen niet opgeslagen").count()).toBe(1);
    await save(admin);

    await visitor.goto(`${demo.site}/objecten/dorpstraat-15`);
    await visitor.getByRole("button", { name: /Chat openen/ }).click();
    const message = visitor.getByRole("textbox", { name: "Bericht" });
    await message.fill("Kan er nog iets van de vraagprijs af als ik zonder voorbehoud bied?");
    await message.press("Enter");
    await visitor.getByRole("log").getByText("Onze hypotheekadviseur schuift zo aan.").waitFor();
    await expect.poll(() => told.join("\n")).toMatch(/"rule":"Prijs naar Financiën"/);
    const arrived = told.find((frame) => frame.includes("Prijs naar Financiën")) ?? "";
    expect(arrived).toMatch(/"trigger":"price_question"/);
    expect(arrived).toMatch(/"queue":"queue-[0-9a-f]{8}"/);
  });
});

describe("in a real browser", () => {
  let admin: Page;
  beforeEach(async () => {
    admin = await deskOf("Chris");
  });

  it("S15 rules are dragged into another order, which is saved", async () => {
    await addRule(admin, "Eerste");
    await addRule(admin, "Tweede");
    await save(admin);
    await admin.reload();
    const rows = admin.locator("ol.items > li");
    const [top, handle] = [rows.nth(0), rows.filter({ hasText: "Tweede" }).locator(".drag-handle")];
    await handle.hover();
    await admin.mouse.down();
    // The first move begins the drag, the second is the first that is over something.
    for (let move = 0; move < 2; move += 1) await top.hover();
    await admin.locator("li.item-target").waitFor();
    await admin.mouse.up();
    await top.locator("summary", { hasText: "Tweede" }).waitFor();
    await save(admin);
    await admin.reload();
    await top.waitFor();
    expect(await top.locator("summary").innerText()).toMatch(/Tweede/);
  });

  it("S6 S8 the page is worked by keyboard alone, from the index to saving", async () => {
    await turnTo(admin, "start");
    await admin.getByRole("link", { name: "Aanspreekvorm en enquête" }).focus();
    await admin.keyboard.press("Enter");
    await admin.getByRole("heading", { level: 2, name: "Aanspreekvorm en enquête" }).waitFor();
    await expect
      .poll(() => admin.evaluate(() => document.activeElement?.textContent))
      .toBe("Aanspreekvorm en enquête");
    await admin.keyboard.press("Tab");
    await admin.keyboard.press("ArrowDown");
    expect(await admin.getByRole("radio", { name: "je" }).isChecked()).toBe(true);
    await admin.keyboard.press("Control+s");
    await admin.getByText("Nieuwe gesprekken volgen dit binnen 5 seconden").waitFor();
  });

  it("S8 the back button and a reload ask too, and what was typed is still there after one stays", async () => {
    await turnTo(admin, "manner");
    await admin.getByRole("switch").click();
    await admin.getByText("1 wijziging niet opgeslagen").waitFor();
    await admin.goBack();
    await admin.getByRole("button", { name: "Hier blijven" }).click();
    expect(await admin.getByText("1 wijziging niet opgeslagen").count()).toBe(1);
    expect(new URL(admin.url()).hash).toBe("#/settings/manner");
    const asked = admin.waitForEvent("dialog");
    const reloaded = admin.reload().catch((error: unknown) => error);
    const question = await asked;
    expect(question.type()).toBe("beforeunload");
    await question.accept();
    await reloaded;
  });

  it("S6 the sentence box has its detector, on a page that lets nothing else in", async () => {
    await turnTo(admin, "start");
    await admin
      .getByLabel("Wat een bezoeker zou schrijven")
      .fill("Kan ik een makelaar spreken? Ik heb een klacht.");
    await admin.locator(".test-line", { hasText: "Wil persoon spreken" }).waitFor();
    expect(await admin.locator(".test-line", { hasText: "Klacht" }).innerText()).toMatch(
      /Start een overdracht/,
    );
  });
});

describe.each(["light", "dark"] as const)("for everybody, %s", (colorScheme) => {
  it("Q24 axe finds nothing in any section, with everything opened", async () => {
    const admin = await deskOf("Chris", { colorScheme });
    await turnTo(admin, "hours");
    await admin.getByRole("button", { name: "Openingstijden toevoegen" }).click();
    await turnTo(admin, "channels");
    await admin.getByRole("button", { name: "+ Telefoon" }).click();
    await addRule(admin, `In het ${colorScheme}`);
    const found: string[] = [];
    for (const section of SECTIONS) {
      await turnTo(admin, section);
      for (const details of await admin.locator("details.item-details").all())
        await details.evaluate((element) => element.toggleAttribute("open", true));
      found.push(...(await violationsOf(admin)).map((violation) => `${section}: ${violation}`));
    }
    expect(found).toEqual([]);
  });

  it("S2 who may only look has a page without a fault, too", async () => {
    const agent = await deskOf("Ben", { colorScheme });
    await turnTo(agent, "rules");
    await agent.getByText("Dat kan Chris.").waitFor();
    expect(await violationsOf(agent)).toEqual([]);
  });
});

it("at 320 px nothing scrolls sideways in any section, and the bar to save with stands at the bottom", async () => {
  const admin = await deskOf("Chris", { viewport: { width: 320, height: 640 }, hasTouch: true });
  for (const section of SECTIONS) {
    await turnTo(admin, section);
    for (const details of await admin.locator("details.item-details").all())
      await details.evaluate((element) => element.toggleAttribute("open", true));
    const beyond = await admin.evaluate(() =>
      [...document.querySelectorAll(".settings-scroll *")]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect([section, ...beyond]).toEqual([section]);
    expect(await admin.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  }
  await admin.getByRole("link", { name: "Instellingen" }).click();
  await admin.getByRole("link", { name: "Sophie pauzeren" }).click();
  await admin.getByRole("switch").check();
  const bar = await admin.locator(".save-bar").boundingBox();
  const menu = await admin.getByRole("navigation", { name: "Hoofdmenu" }).boundingBox();
  expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeCloseTo(menu?.y ?? -1, 0);
});
