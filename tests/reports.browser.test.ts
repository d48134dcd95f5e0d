/** Verdicts and reports in a real browser on the real server: what an agent judges is what the figures say, and what moves a threshold. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  SITE,
  startTestServer,
  type TestPerson,
  type TestServer,
} from "../packages/server/src/testing/test-server.ts";
import { newConversationId, newSendId } from "../packages/server/src/testing/test-socket.ts";
import { violationsOf } from "./fixtures/axe.ts";
import { openDeskPage } from "./fixtures/desk-page.ts";
import { fillWithHandoffs } from "./fixtures/judged-handoffs.ts";

let server: TestServer;
let ana: TestPerson;
let carla: TestPerson;
let admin: TestPerson;
let analyst: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  ana = await server.person("Ana Pereira", "agent");
  carla = await server.person("Carla Jansen", "supervisor");
  admin = await server.person("Chris", "admin");
  analyst = await server.person("Ida", "analyst");
  await fillWithHandoffs(server, { id: ana.id, name: "Ana Pereira" });
});
afterAll(() => server.close());

const deskOf = (person: TestPerson, to: string, browsing = {}) => openDeskPage(server, person, to, browsing);

/** A handoff that waits, asked for with a button. */
async function waiting(): Promise<string> {
  const visitor = await server.visitor();
  const conversation = newConversationId();
  const request = { trigger: "human_request", source: "button", message: null } as const;
  await visitor.ask({ type: "request-handoff", id: newSendId(), conversation, ...request });
  await visitor.close();
  const handoff = (await server.storage.stateOf(conversation))?.handoff;
  if (handoff == null) throw new Error("No handoff was made.");
  return handoff.id;
}

describe("verdicts", () => {
  it("H88 the agent completes with the keyboard, is asked how it ended, and answers with a number", async () => {
    const id = await waiting();
    const page = await deskOf(ana, `#/handoffs/${id}`);
    await page.getByRole("heading", { name: "Wil persoon spreken" }).waitFor();
    await page.keyboard.press("s");
    await page.getByRole("button", { name: "Markeer afgerond" }).press("Enter");
    await page.getByRole("heading", { name: "Hoe liep dit af?" }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press("2");
    await page.getByRole("region", { name: "Oordeel" }).getByText("Klant was blij").waitFor();
    expect(await page.getByRole("heading", { name: "Hoe liep dit af?" }).count()).toBe(0);
    const stored = await server.storage.handoff(id as never);
    expect(stored?.verdict).toMatchObject({ kind: "customer_happy", by: { name: "Ana Pereira" } });
  });

  it("H88 whoever would rather not say skips it, and a number in a text is a number", async () => {
    const id = await waiting();
    const page = await deskOf(ana, `#/handoffs/${id}`);
    await page.getByRole("heading", { name: "Wil persoon spreken" }).waitFor();
    await page.keyboard.press("s");
    await page.getByRole("button", { name: "Markeer afgerond" }).press("Enter");
    const note = page.getByRole("textbox", { name: "Notitie (mag leeg blijven)" });
    await note.fill("");
    await note.pressSequentially("4 keer gebeld");
    expect(await note.inputValue()).toBe("4 keer gebeld");
    await page.getByRole("button", { name: "Overslaan" }).click();
    await page.getByRole("heading", { name: "Hoe liep dit af?" }).waitFor({ state: "detached" });
    await page.keyboard.press("4");
    expect((await server.storage.handoff(id as never))?.verdict).toBeUndefined();
  });
});

describe("priorities", () => {
  it("H43 somebody sets a priority by hand, and cannot without saying why", async () => {
    const id = await waiting();
    const page = await deskOf(ana, `#/handoffs/${id}`);
    await page.getByRole("button", { name: "Meer" }).click();
    await page.getByRole("menuitem", { name: "Prioriteit wijzigen…" }).click();
    const dialog = page.getByRole("dialog", { name: "Prioriteit" });
    await dialog.getByRole("radio", { name: "Laag" }).check({ force: true });
    await dialog.getByRole("button", { name: "Wijzigen" }).click();
    await dialog.getByText("Zeg waarom").waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect((await server.storage.handoff(id as never))?.priority).toBe("high");
    await dialog.getByLabel("Waarom").fill("Wil alleen een folder");
    await dialog.getByRole("button", { name: "Wijzigen" }).click();
    await page.getByText(/Verloop/).click();
    await page.getByText(/prioriteit Laag: Wil alleen een folder/).waitFor();
    expect((await server.storage.handoff(id as never))?.priority).toBe("low");
  });
});

describe("reports", () => {
  it("H6 H96 an analyst reads the figures in light and dark, on a desk and on a telephone, and nothing personal", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await deskOf(analyst, "#/reports", { colorScheme });
      await page.getByRole("heading", { name: "Snelheid loont" }).waitFor();
      expect(await page.getByRole("link", { name: "Verbeterlijst" }).count()).toBe(0);
      expect(await page.locator("main").innerText()).not.toMatch(/Ana Pereira|Dorpstraat/);
      const row = page.getByRole("row", { name: /Demo-aanvraag/ }).first();
      expect(await row.innerText()).toContain("120");
      expect(await violationsOf(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 800 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBe(320);
      expect(await violationsOf(page)).toEqual([]);
    }
  });

  it("H43 H92 a supervisor is told what wants attention, above the queue and in the report", async () => {
    const page = await deskOf(carla, "#/handoffs");
    await page.getByText(/van de laatste 50 overdrachten zijn urgent/).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole("link", { name: "Bekijk de cijfers" }).click();
    await page
      .getByText(/Bekijk de logica van dit signaal/)
      .first()
      .waitFor();
  });

  it("H90 a supervisor reads what was wrongly escalated, by signal, and takes it along", async () => {
    const page = await deskOf(carla, "#/reports/improvements");
    await page.getByText("Ik heb gisteren al met een medewerker gesproken").first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    const href = await page.getByRole("link", { name: "Als trainingsregels" }).getAttribute("href");
    const lines = await page.evaluate(async (from) => (await fetch(from)).text(), href ?? "");
    expect(lines).toContain("@ none | judged no human request\n");
    await page.getByLabel("Signaal").selectOption("price_question");
    await page.getByText("Niets om van te leren").waitFor();
  });

  it("N4 an admin tries a proposal on past messages, approves it, and rolls it back", async () => {
    const page = await deskOf(admin, "#/reports/thresholds");
    const card = page.getByRole("region", { name: "Wil persoon spreken", exact: true });
    await card.getByText(/Voorstel: drempel/).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await card.getByRole("button", { name: "Proef op oude berichten", exact: true }).click();
    await card.getByText(/berichten van 28 dagen opnieuw gelezen/).waitFor();
    expect(await server.storage.settings(SITE)).toBeNull();
    await card.getByRole("button", { name: "Goedkeuren" }).click();
    await page.getByText("Nieuwe gesprekken volgen dit binnen 5 seconden").waitFor();
    expect((await server.storage.settings(SITE))?.thresholds?.human_request).toBeGreaterThan(0);
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole("button", { name: /^Terugdraaien/ }).click();
    await page.getByText(/naar het model/).waitFor();
    expect((await server.storage.settings(SITE))?.thresholds).toBeUndefined();
  });
});
