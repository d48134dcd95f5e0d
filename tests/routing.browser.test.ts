/** How handoffs come to people, at a real desk on the real server: going on to others, tickets, plans, and the order of a queue. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Demo, type PersonName, startDemo } from "../examples/estate-agent/demo.ts";
import { violationsOf } from "./fixtures/axe.ts";
import { newPage } from "./fixtures/browser.ts";

let folder: string;
let demo: Demo;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sophie-routing-"));
  const databaseFile = join(folder, "demo.db");
  demo = await startDemo({ serverPort: 0, sitePort: 0, databaseFile, logLevel: "silent" });
});
afterAll(async () => {
  await demo.close();
  rmSync(folder, { recursive: true, force: true });
});

async function deskOf(name: PersonName, colorScheme: "light" | "dark" = "light"): Promise<Page> {
  const usual = { locale: "nl-NL", viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" } as const;
  const page = await newPage({ ...usual, colorScheme });
  await page.goto(demo.deskLink(name));
  await page.getByRole("navigation", { name: "Hoofdmenu" }).waitFor();
  return page;
}

/** Kept where a person wants to look at them. */
async function shoot(page: Page, name: string): Promise<void> {
  const where = process.env["SOPHIE_SCREENSHOTS"];
  if (where !== undefined) await page.screenshot({ path: join(where, `routing-${name}.png`) });
}

const origin = (page: Page) => new URL(page.url()).origin;

it("T1 T9 F21 H84 what is settled and handed in is given out, kept by a look, planned for tomorrow and shown", async () => {
  const chris = await deskOf("Chris");
  // An admin lets the queue give out, and pass on what nobody opens.
  await chris.goto(`${origin(chris)}/desk/#/settings/queues`);
  await chris.locator("summary").first().click();
  await chris.getByRole("switch", { name: "Doorgeven aan een collega" }).click();
  await chris.getByText("Zo gaat het als niemand opent").scrollIntoViewIfNeeded();
  expect(await violationsOf(chris)).toEqual([]);
  await shoot(chris, "settings");
  await chris.goto(`${origin(chris)}/desk/#/settings/rules`);
  await chris.getByRole("radio", { name: "De eerste die vrij is" }).first().click();
  await chris.getByRole("button", { name: "Opslaan" }).click();
  await chris.getByRole("button", { name: "Opslaan" }).waitFor({ state: "hidden" });

  await chris.goto(`${origin(chris)}/desk/#/settings/tickets`);
  await chris.getByLabel("Naam").fill("Webwinkel");
  await chris.getByRole("button", { name: "Sleutel maken" }).click();
  const key = await chris.locator(".hook-secret code").innerText();
  expect(await violationsOf(chris)).toEqual([]);
  await shoot(chris, "keys");

  const [ana, ben] = await Promise.all([deskOf("Ana"), deskOf("Ben", "dark")]);
  await chris.close();
  const response = await fetch(`${origin(ana)}/api/tickets`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      "idempotency-key": "browser-1",
    },
    body: JSON.stringify({
      message: "Kan ik zondag bezichtigen aan de Dorpstraat?",
      email: "jan@example.org",
    }),
  });
  expect(response.status).toBe(201);
  const { ticket } = (await response.json()) as { ticket: { id: string } };

  // Whoever was given one sees that it stays, since they look at it.
  await ana
    .locator(".row-assigned", { has: ana.locator(".row-name", { hasText: /^jij$/i }) })
    .first()
    .click();
  await ana.getByText(/^Geopend om .*: blijft bij wie hem heeft/).waitFor();
  await ana.getByRole("region", { name: "Langs wie" }).scrollIntoViewIfNeeded();
  expect(await violationsOf(ana)).toEqual([]);
  await shoot(ana, "chain");

  await ana.getByRole("button", { name: "Meer acties" }).click();
  await ana.getByRole("menuitem", { name: "Plannen…" }).click();
  const dialog = ana.getByRole("dialog", { name: "Plannen" });
  await dialog.getByRole("button", { name: /^Morgenochtend/ }).click();
  await dialog.getByLabel("Waarvoor").fill("Terugbellen over zondag");
  expect(await violationsOf(ana)).toEqual([]);
  await shoot(ana, "plan");
  await dialog.getByRole("button", { name: "Plannen", exact: true }).click();
  await ana.locator(".plan-line").waitFor();
  expect(await violationsOf(ana)).toEqual([]);
  await shoot(ana, "panel");
  await ben.locator(".row-plan").waitFor();

  await ben.locator(`#row-${ticket.id}`).click();
  await ben.getByText(/Dit is een ticket: er is geen chat/).waitFor();
  await ben.getByRole("link", { name: /jan@example\.org/ }).waitFor();
  expect(await violationsOf(ben)).toEqual([]);
  await shoot(ben, "ticket-dark");
  await Promise.all([ana.close(), ben.close()]);
});
