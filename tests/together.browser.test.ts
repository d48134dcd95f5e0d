/** Two agents at two real desks on the real server: who answers, what stays between them, and what nobody loses. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Demo, type PersonName, startDemo } from "../examples/estate-agent/demo.ts";
import { violationsOf } from "./fixtures/axe.ts";
import { newPage } from "./fixtures/browser.ts";

let folder: string;
let demo: Demo;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sophie-together-"));
  const databaseFile = join(folder, "demo.db");
  demo = await startDemo({ serverPort: 0, sitePort: 0, databaseFile, logLevel: "silent" });
});
afterAll(async () => {
  await demo.close();
  rmSync(folder, { recursive: true, force: true });
});

type Browsing = Parameters<typeof newPage>[0];

async function deskOf(name: PersonName, browsing: Browsing = {}): Promise<Page> {
  const usual = { locale: "nl-NL", viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" } as const;
  const page = await newPage({ ...usual, ...browsing });
  await page.goto(demo.deskLink(name));
  await page.getByRole("navigation", { name: "Hoofdmenu" }).waitFor();
  return page;
}

/** The handoff whose visitor said this. */
async function openRow(page: Page, said: RegExp): Promise<void> {
  await page.getByRole("button", { name: said }).first().click();
  await page.locator(".composer-area, .composer-closed").first().waitFor();
}

/** Kept where a person wants to look at them. */
async function shoot(page: Page, name: string): Promise<void> {
  const where = process.env["SOPHIE_SCREENSHOTS"];
  if (where !== undefined) await page.screenshot({ path: join(where, `together-${name}.png`) });
}

const answer = (page: Page) => page.getByRole("textbox", { name: "Schrijf een antwoord…" });

describe("one handoff, two desks", () => {
  it("N9 the second desk sees who writes and what, may not send, and can once the first has left it", async () => {
    const [ana, chris] = await Promise.all([deskOf("Ana"), deskOf("Chris", { colorScheme: "dark" })]);
    const row = ana.locator(".row").first();
    const said = new RegExp(
      (await row.locator(".row-quote").innerText()).slice(0, 24).replaceAll(/[.?*+()]/g, "."),
    );
    await Promise.all([openRow(ana, said), openRow(chris, said)]);
    await answer(ana).pressSequentially("Goedemiddag, zaterdag om elf uur");
    await chris.getByText("Ana schrijft een antwoord", { exact: true }).first().waitFor();
    await chris.getByText("Goedemiddag, zaterdag om elf uur").waitFor();
    await answer(chris).fill("Ik kan zondag");
    await answer(chris).press("Enter");
    expect(await answer(chris).inputValue()).toBe("Ik kan zondag");
    expect(await chris.getByText(/Ana antwoordt nu/).isVisible()).toBe(true);
    expect([...(await violationsOf(ana)), ...(await violationsOf(chris))]).toEqual([]);
    await shoot(ana, "writer");
    await shoot(chris, "second-dark");
    await chris.getByRole("button", { name: "Overnemen in mijn tekst" }).click();
    expect(await answer(chris).inputValue()).toBe("Goedemiddag, zaterdag om elf uur\n\nIk kan zondag");
    // What was written is there again after a reload; nobody has to wait for it longer than ten seconds.
    await ana.reload();
    await answer(ana).waitFor();
    expect(await answer(ana).inputValue()).toBe("Goedemiddag, zaterdag om elf uur");
    await answer(ana).fill("");
    await chris.getByText("Ana schrijft een antwoord", { exact: true }).first().waitFor({ state: "hidden" });
    await Promise.all([ana.close(), chris.close()]);
  });

  it("H94 whoever has it sees the summary before the composer opens, however small the screen is, without waiting", async () => {
    const page = await deskOf("Ben", { viewport: { width: 1280, height: 480 } });
    const row = page.locator(".row-pending").first();
    const said = new RegExp(
      (await row.locator(".row-quote").innerText()).slice(0, 20).replaceAll(/[.?*+()]/g, "."),
    );
    await openRow(page, said);
    await page.keyboard.press("c");
    await page.getByText("Aan jou toegewezen").waitFor();
    await page.keyboard.press("Escape");
    // As if it were opened for the first time: what was seen is forgotten with the page.
    await page.reload();
    await openRow(page, said);
    const seen = await page.evaluate(() => {
      const summary = document.querySelector("#summary")?.getBoundingClientRect();
      const panel = document.querySelector(".panel-scroll")?.getBoundingClientRect();
      const field = document.querySelector<HTMLTextAreaElement>(".composer-field");
      if (summary === undefined || panel === undefined || field === null) return null;
      return {
        isInSight: summary.top >= panel.top - 1 && summary.top < panel.bottom - 40,
        isOpen: !field.disabled,
      };
    });
    expect(seen).toEqual({ isInSight: true, isOpen: true });
    await shoot(page, "summary");
    await page.close();
  });

  it("a note is for colleagues only: it stands at both desks, and not in the visitor's window", async () => {
    const visitor = await newPage({ locale: "nl-NL", viewport: { width: 1000, height: 800 } });
    await visitor.goto(`${demo.site}/objecten/dorpstraat-15`);
    await visitor.getByRole("button", { name: /Chat openen/ }).click();
    const field = visitor.getByRole("textbox", { name: "Bericht" });
    await field.fill("Kan ik het huis bezichtigen, liefst op 6 december?");
    await field.press("Enter");
    const [ana, ben] = await Promise.all([deskOf("Ana"), deskOf("Ben")]);
    await ana
      .getByRole("button", { name: /6 december/ })
      .first()
      .waitFor();
    await Promise.all([openRow(ana, /6 december/), openRow(ben, /6 december/)]);
    await ana.keyboard.press("s");
    // Whether something more pressing waits depends on what was tried before.
    const goOn = ana.getByRole("button", { name: "Toch deze nemen" });
    const complete = ana.getByRole("button", { name: "Markeer afgerond" });
    await goOn.or(complete).first().waitFor();
    if (await goOn.isVisible()) await goOn.click();
    await complete.waitFor();
    await ana.keyboard.press("i");
    const note = ana.getByRole("textbox", { name: /notitie voor collega/ });
    await note.fill("Belde gisteren ook al");
    await shoot(ana, "note-writing");
    await note.press("Enter");
    await ben.getByText("Belde gisteren ook al").waitFor();
    await ben.getByText("Notitie, alleen voor collega’s").waitFor();
    await ana.getByRole("radio", { name: "Antwoord" }).check({ force: true });
    await answer(ana).fill("Goedemiddag, wat kan ik doen?");
    await answer(ana).press("Enter");
    await visitor.getByRole("log").getByText("Goedemiddag, wat kan ik doen?").waitFor();
    expect(await visitor.getByText("Belde gisteren ook al").count()).toBe(0);
    expect(await violationsOf(ben)).toEqual([]);
    await shoot(ben, "note-read");
    await ana.getByRole("button", { name: "Markeer afgerond" }).click();
    const undo = ana.getByRole("button", { name: /Ongedaan maken/ });
    await undo.waitFor();
    await shoot(ana, "undo");
    await ana.keyboard.press("Escape");
    await undo.focus();
    await ana.keyboard.press("Enter");
    await ana.getByText("Teruggedraaid").waitFor();
    await Promise.all([ana.close(), ben.close(), visitor.close()]);
  });
});

describe.each([
  ["light", 1280],
  ["dark", 1280],
  ["light", 320],
] as const)("written answers, %s at %s px", (colorScheme, width) => {
  it("Q24 axe finds nothing on the page, in the form and in the open list", async () => {
    const page = await deskOf("Chris", { colorScheme, viewport: { width, height: 800 } });
    await page.goto(`${demo.server}/desk/#/canned`);
    await page.getByRole("button", { name: "Sjabloon voor mij" }).click();
    await page.getByRole("textbox", { name: "Naam" }).fill(`Bezichtiging ${colorScheme} ${width}`);
    await page
      .getByRole("textbox", { name: /^Tekst/ })
      .fill("Beste {naam}, komt {object} u zaterdag uit? {agent}");
    const form = await violationsOf(page);
    await shoot(page, `canned-form-${colorScheme}-${width}`);
    await page.getByRole("button", { name: "Opslaan" }).click();
    await page.getByText(`Bezichtiging ${colorScheme} ${width}`).waitFor();
    const list = await violationsOf(page);
    await shoot(page, `canned-page-${colorScheme}-${width}`);
    await page.goto(`${demo.server}/desk/#/handoffs`);
    await page.locator(".row-pending").first().click();
    await answer(page).pressSequentially("/");
    await page.getByRole("option").first().waitFor();
    const open = await violationsOf(page);
    await shoot(page, `canned-list-${colorScheme}-${width}`);
    await page.getByRole("option").first().click();
    expect(await answer(page).inputValue()).toContain("Beste");
    expect([...form, ...list, ...open]).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.close();
  });
});
