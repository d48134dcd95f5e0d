/** Contacts in a real browser on the real server: made from a handoff, found again, joined, brought in from a file. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Demo, type PersonName, startDemo } from "../examples/estate-agent/demo.ts";
import { violationsOf } from "./fixtures/axe.ts";
import { newPage } from "./fixtures/browser.ts";

const FILE = [
  "Voornaam,Achternaam,E-mail,Telefoon,Notities",
  "Anna,van der Meer,anna@example.org,06 12345678,<img src=x onerror=alert(1)>",
  "Jan,de Vries,jan@example.org,,=1+1",
  ",,geen-adres,,",
].join("\n");

let folder: string;
let demo: Demo;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sophie-contacts-"));
  const databaseFile = join(folder, "demo.db");
  demo = await startDemo({ serverPort: 0, sitePort: 0, databaseFile, logLevel: "silent" });
});
afterAll(async () => {
  await demo.close();
  rmSync(folder, { recursive: true, force: true });
});

type Browsing = Parameters<typeof newPage>[0];

async function contactsOf(name: PersonName, browsing: Browsing = {}): Promise<Page> {
  const usual = { locale: "nl-NL", viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" } as const;
  const page = await newPage({ ...usual, ...browsing });
  await page.goto(demo.deskLink(name));
  await page.getByRole("navigation", { name: "Hoofdmenu" }).waitFor();
  await page.getByRole("link", { name: "Contacten" }).click();
  await page.getByRole("heading", { name: "Contacten" }).waitFor();
  return page;
}

/** Kept where a person wants to look at them. */
async function shoot(page: Page, name: string): Promise<void> {
  const where = process.env["SOPHIE_SCREENSHOTS"];
  if (where !== undefined)
    await page.screenshot({ path: join(where, `contacts-${name}.png`), fullPage: true });
}

async function anna(page: Page): Promise<void> {
  await page.getByRole("link", { name: /Anna van der Meer/ }).click();
  await page.getByRole("article", { name: "Anna van der Meer" }).waitFor();
}

it("Q18 a file is shown before it is taken in, and nothing in it runs", async () => {
  const page = await contactsOf("Chris");
  await page.getByRole("button", { name: "Importeer CSV" }).click();
  const dialog = page.getByRole("dialog", { name: "Contacten importeren" });
  await dialog.getByLabel("Kies een bestand").setInputFiles({
    name: "contacts.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(FILE),
  });
  await dialog.getByText("2 nieuw · 0 al bekend · 1 met een fout").waitFor();
  expect(await dialog.getByText("Regel 4: geen geldig e-mailadres").isVisible()).toBe(true);
  expect(await violationsOf(page)).toEqual([]);
  await shoot(page, "import");
  await dialog.getByRole("button", { name: "Importeer 2 contacten" }).click();
  await dialog.getByText("2 toegevoegd, 0 aangevuld.").waitFor();
  await dialog.getByRole("button", { name: "Sluiten" }).last().click();
  await anna(page);
  expect(await page.getByRole("link", { name: "06 12345678" }).getAttribute("href")).toBe("tel:+31612345678");
  expect(await page.locator("article img").count()).toBe(0);
});

describe.each(["light", "dark"] as const)("for everybody, %s", (colorScheme) => {
  it("Q24 axe finds nothing in the list, on one contact, and at the webhook", async () => {
    const page = await contactsOf("Chris", { colorScheme });
    await page.getByRole("link", { name: /Anna van der Meer/ }).waitFor();
    const list = await violationsOf(page);
    await shoot(page, `list-${colorScheme}`);
    await page.getByRole("button", { name: "Webhook" }).click();
    await page.getByText("Er is nog niets te bezorgen geweest.").waitFor();
    const hook = await violationsOf(page);
    await shoot(page, `webhook-${colorScheme}`);
    await page.keyboard.press("Escape");
    await anna(page);
    const one = await violationsOf(page);
    await shoot(page, `one-${colorScheme}`);
    expect([...list, ...hook, ...one]).toEqual([]);
  });
});

it("at 320 px nothing scrolls sideways, in the list or on one contact", async () => {
  const page = await contactsOf("Chris", { viewport: { width: 320, height: 640 }, hasTouch: true });
  await page.getByRole("link", { name: /Anna van der Meer/ }).waitFor();
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBe(320);
  await shoot(page, "list-320");
  await anna(page);
  expect(await width()).toBe(320);
  await shoot(page, "one-320");
});

it("F22 an admin sets up a webhook and sees its secret once; an address in one's own network is refused", async () => {
  const page = await contactsOf("Chris");
  await page.getByRole("button", { name: "Webhook" }).click();
  const dialog = page.getByRole("dialog", { name: "Webhook" });
  await dialog.getByLabel("Adres").fill("https://169.254.169.254/latest");
  await dialog.getByRole("button", { name: "Webhook opslaan" }).click();
  await dialog.getByText(/naar het openbare internet wijzen/).waitFor();
  await dialog.getByLabel("Adres").fill("https://example.org/hook");
  await dialog.getByRole("button", { name: "Webhook opslaan" }).click();
  await dialog.locator("code", { hasText: "whsec_" }).waitFor();
  await shoot(page, "webhook-secret");
  await page.reload();
  await page.getByRole("button", { name: "Webhook" }).click();
  await dialog.getByLabel("Adres").waitFor();
  expect(await dialog.getByLabel("Adres").inputValue()).toBe("https://example.org/hook");
  expect(await dialog.locator("code").count()).toBe(0);
});
