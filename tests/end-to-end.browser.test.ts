/** The whole way of a sentence, in a real browser: the demo's site and desk, the real server, nothing in between. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Demo, type PersonName, startDemo } from "../examples/estate-agent/demo.ts";
import { newPage } from "./fixtures/browser.ts";

/** From Enter in the widget to the row on the desk (H4). */
const ARRIVAL_MS = 2_000;

let folder: string;
let demo: Demo;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sophie-end-to-end-"));
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

async function visitorOn(path: string): Promise<Page> {
  const page = await newPage({ locale: "nl-NL" });
  await page.goto(demo.site + path);
  return page;
}

async function openChat(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Chat openen/ }).click();
  await page.getByRole("textbox", { name: "Bericht" }).waitFor();
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Bericht" }).fill(text);
  await page.getByRole("textbox", { name: "Bericht" }).press("Enter");
}

async function deskOf(name: PersonName): Promise<Page> {
  const page = await newPage({ locale: "nl-NL", viewport: { width: 1440, height: 900 } });
  await page.goto(demo.deskLink(name));
  await page.getByRole("heading", { name: "Handoffs" }).waitFor();
  return page;
}

/** The badge beside "Handoffs" (H9). */
async function waiting(desk: Page): Promise<number> {
  const text = await desk.getByRole("link", { name: /Handoffs/ }).innerText();
  return Number(/\d+/.exec(text)?.[0] ?? 0);
}

/** What the chat shows; the announcements for screen readers beside it say the same once more. */
function said(visitor: Page, text: string | RegExp) {
  return visitor.getByRole("log").getByText(text);
}

function rowOf(desk: Page, text: RegExp) {
  return desk.getByRole("list").getByRole("button", { name: text });
}

/** Also past what is more pressing: the demo has an urgent handoff waiting (Q8). */
async function start(desk: Page): Promise<void> {
  await desk.getByRole("button", { name: "Start behandeling", exact: true }).click({ timeout: 5_000 });
  const goOn = desk.getByRole("button", { name: "Toch deze nemen" });
  const isStarted = desk.getByRole("button", { name: /Markeer afgerond/ });
  await goOn.or(isStarted).first().waitFor({ timeout: 5_000 });
  if (await goOn.isVisible()) await goOn.click({ timeout: 5_000 });
}

describe("the way of a sentence", () => {
  it("H4 H9 H13 H51 H52 H56 a visitor asks for a viewing, an agent answers, the visitor reads it", async () => {
    const [visitor, desk] = [await visitorOn("/objecten/dorpstraat-15"), await deskOf("Ana")];
    const before = await waiting(desk);
    await openChat(visitor);
    const sentence = "Kan ik het huis bezichtigen, liefst op 5 december?";
    const row = rowOf(desk, /5 december/);

    await write(visitor, sentence);
    await row.waitFor({ timeout: ARRIVAL_MS });
    expect(await waiting(desk)).toBe(before + 1);
    await visitor.getByRole("heading", { name: "Een medewerker komt erbij" }).waitFor();

    await row.click();
    const panel = desk.getByRole("region", { name: "Demo-aanvraag" });
    expect(await panel.locator("mark").allInnerTexts()).toContain("bezichtigen");
    expect(await panel.innerText()).toMatch(/\d+ %/);

    await start(desk);
    await said(visitor, "Ana neemt het gesprek over").waitFor();
    await desk
      .getByRole("textbox", { name: /antwoord/i })
      .fill("Goedemiddag, met Ana. 5 december om tien uur?");
    await desk.getByRole("textbox", { name: /antwoord/i }).press("Enter");
    await said(visitor, "5 december om tien uur?").waitFor();
    await write(visitor, "Heel graag!");
    await desk.getByText("Heel graag!").first().waitFor();

    await visitor.reload();
    await openChat(visitor);
    await said(visitor, "5 december om tien uur?").waitFor();
    expect(await said(visitor, sentence).count()).toBe(1);

    await visitor.goto(`${demo.site}/hypotheek`);
    await openChat(visitor);
    await said(visitor, "Heel graag!").waitFor();

    await desk.getByRole("button", { name: /Markeer afgerond/ }).click();
    await visitor.getByRole("heading", { name: "Dit gesprek is beëindigd" }).waitFor();
    expect(await waiting(desk)).toBe(before);
  });

  it("T12 H18 what Sophie knows she answers herself, and no handoff is made", async () => {
    const [visitor, desk] = [await visitorOn("/"), await deskOf("Ben")];
    const before = await waiting(desk);
    await openChat(visitor);
    await write(visitor, "Wat kost Dorpstraat 15?");
    await said(visitor, /€/).waitFor();
    expect(await waiting(desk)).toBe(before);
    expect(await visitor.getByText("Een medewerker komt erbij").count()).toBe(0);
  });

  it("H51 two agents press Start on one handoff: one has it, the other reads who", async () => {
    const [visitor, ana, ben] = [await visitorOn("/contact"), await deskOf("Ana"), await deskOf("Ben")];
    await openChat(visitor);
    await write(visitor, "Ik wil graag een makelaar spreken over de Havenkade, wie heeft er tijd?");
    for (const desk of [ana, ben]) {
      await rowOf(desk, /wie heeft er tijd/).click();
      await desk.getByRole("button", { name: "Start behandeling", exact: true }).waitFor();
    }
    await Promise.all([ana, ben].map(start)).catch(() => {
      // The slower one's button may have gone already, because the faster one's news came first.
    });
    const taken = await said(visitor, /(?:Ana|Ben) neemt het gesprek over/).innerText();
    const [winner, loser] = taken.startsWith("Ana") ? [ana, ben] : [ben, ana];
    await winner.getByRole("button", { name: /Markeer afgerond/ }).waitFor();
    await loser
      .getByText(new RegExp(taken.startsWith("Ana") ? "Ana" : "Ben"))
      .first()
      .waitFor();
    expect(await said(visitor, /neemt het gesprek over/).count()).toBe(1);
  });
});
