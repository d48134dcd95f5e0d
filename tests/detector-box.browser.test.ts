/** The demo's test box, in a real browser under the site's strict policy: type a sentence, see what Sophie hears and why. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Demo, startDemo } from "../examples/estate-agent/demo.ts";
import { newPage } from "./fixtures/browser.ts";

let folder: string;
let demo: Demo;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sophie-box-"));
  demo = await startDemo({
    serverPort: 0,
    sitePort: 0,
    databaseFile: join(folder, "demo.db"),
    logLevel: "silent",
  });
});
afterAll(async () => {
  await demo.close();
  rmSync(folder, { recursive: true });
});

it("N1 the test box shows what fires, on which words, how sure and what would change it", async () => {
  const page = await newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(`${demo.site}/detector`);
  await page.getByLabel("Uw zin").fill("Kan ik het huis bezichtigen?");
  await page.getByRole("heading", { name: "Wil komen kijken" }).waitFor();
  expect(await page.locator("#gelezen mark").allTextContents()).toEqual(["bezichtigen"]);
  expect(await page.locator(".vondst").innerText()).toMatch(/\d+ % zeker[^]*Zonder “bezichtigen”: \d+ %/);
  await page.getByLabel("Uw zin").fill("<img src=x onerror=alert(1)> bedankt!");
  await page.getByText("Niets waarvoor een mens nodig is").waitFor();
  expect(faults).toEqual([]);
});
