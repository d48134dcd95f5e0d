/** Answers that the server makes: shown as they grow, stored once, and replaced by the browser's own when they fail. */
import { describe, expect, it } from "vitest";
import type { Answer } from "../conversation/ports.ts";
import type { SendId } from "../domain/id.ts";
import type { KnowledgeEntry } from "../domain/knowledge-entry.ts";
import { type Browser, oneBrowser } from "../testing/one-browser.ts";
import type { Session } from "./session.ts";

const PATIENCE_MS = 6_000;
const PARKING: KnowledgeEntry = {
  id: "parking",
  language: "nl",
  question: "Kan ik parkeren?",
  variants: [],
  answer: "Ja, achter de kerk.",
};
const MADE: Answer = {
  text: "U parkeert gratis achter de kerk.",
  source: { by: "model", entries: ["parking"] },
};
const ASKED = "id-1" as SendId;

const withModel = () => oneBrowser({ knowledge: [PARKING], assistant: { patienceMs: PATIENCE_MS } });
const asksIn = ({ server }: Browser) => server.heard.filter(({ type }) => type === "ask-answer").length;

/** What Sophie is seen to say after her greeting. */
function said(session: Session): readonly string[] {
  return session.snapshot.timeline
    .flatMap((item) => (item.kind === "message" && item.author.kind === "bot" ? [item.text] : []))
    .slice(1);
}

async function asking(browser: Browser, text = "Kan ik parkeren?"): Promise<Session> {
  const session = browser.page();
  session.say(text);
  await browser.rest();
  return session;
}

describe("T12 P38 an answer that the server makes", () => {
  it("is asked for once the message is stored, is seen to grow, and stands in the log once", async () => {
    const browser = withModel();
    const { server, rest } = browser;
    const session = await asking(browser);
    expect(asksIn(browser)).toBe(1);
    expect(session.snapshot.typing).toEqual({ kind: "bot" });
    server.answerGrows(ASKED, "U parkeert");
    await rest();
    expect(said(session)).toEqual(["U parkeert"]);
    expect(session.snapshot.timeline.at(-1)).toMatchObject({ isPartial: true, feedback: null });
    expect(session.snapshot.typing).toBeNull();
    server.answerGrows(ASKED, "U parkeert gratis");
    await rest();
    expect(said(session)).toEqual(["U parkeert gratis"]);
    server.answerIsOver(ASKED, MADE);
    await rest();
    expect(said(session)).toEqual([MADE.text]);
    expect(session.snapshot.timeline.at(-1)).not.toHaveProperty("isPartial");
    expect(server.saidIn()).toEqual(["visitor: Kan ik parkeren?", `bot: ${MADE.text}`]);
  });

  it("is not asked for where the server makes none", async () => {
    const browser = oneBrowser({ knowledge: [PARKING] });
    await asking(browser);
    expect(asksIn(browser)).toBe(0);
    expect(browser.server.saidIn().at(-1)).toBe(`bot: ${PARKING.answer}`);
  });
});

describe("F1 the visitor is served", () => {
  it("by the browser's own answer, when the server made none", async () => {
    const browser = withModel();
    const session = await asking(browser);
    browser.server.answerGrows(ASKED, "Ik ben een piraat");
    browser.server.answerIsOver(ASKED, null);
    await browser.rest();
    expect(said(session)).toEqual([PARKING.answer]);
  });

  it("by her not knowing, when neither has one", async () => {
    const browser = withModel();
    const session = await asking(browser, "Mag mijn hond mee?");
    browser.server.answerIsOver(ASKED, null);
    await browser.rest();
    expect(said(session)).toHaveLength(1);
  });

  it("when the server keeps silent: after its time the browser answers, and what comes later is passed over", async () => {
    const browser = withModel();
    const session = await asking(browser);
    await browser.pass(PATIENCE_MS - 500);
    expect(said(session)).toEqual([]);
    await browser.pass(1_000);
    expect(said(session)).toEqual([PARKING.answer]);
    browser.server.answerGrows(ASKED, "Te laat");
    await browser.rest();
    expect(said(session)).toEqual([PARKING.answer]);
  });

  it("when the line breaks in the middle: it is asked again on the next one", async () => {
    const browser = withModel();
    const session = await asking(browser);
    browser.server.answerGrows(ASKED, "U park");
    browser.server.closeAll(1012);
    await browser.pass(2_000);
    expect(asksIn(browser)).toBe(2);
    browser.server.answerIsOver(ASKED, MADE);
    await browser.rest();
    expect(said(session)).toEqual([MADE.text]);
  });

  it("T15 by the person who steps in: what was growing is gone, and is never said", async () => {
    const browser = withModel();
    const session = await asking(browser);
    browser.server.answerGrows(ASKED, "U parkeert");
    browser.server.agentSays("Ik neem het over.");
    await browser.rest();
    expect(said(session)).toEqual([]);
    browser.server.answerGrows(ASKED, "U parkeert gratis");
    browser.server.answerIsOver(ASKED, null);
    await browser.pass(20_000);
    expect(said(session)).toEqual([]);
    expect(browser.server.heard.filter(({ type }) => type === "send-reply")).toEqual([]);
  });
});
