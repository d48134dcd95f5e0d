/** The desk in a real Chromium on the real server, with 10,000 handoffs in the store of which 500 are open. */
import { setTimeout as sleep } from "node:timers/promises";
import type { HandoffId } from "@sophie/engine";
import type { Page } from "playwright-core";
import {
  startTestServer,
  type TestPerson,
  type TestServer,
} from "../../packages/server/src/testing/test-server.ts";
import {
  newConversationId,
  newSendId,
  type TestSocket,
} from "../../packages/server/src/testing/test-socket.ts";
import { launchChromium } from "../../tests/fixtures/chromium.ts";
import { fillQueue } from "../../tests/fixtures/long-queue.ts";
import { arrivalOf, type Held, heldBy, noteArrivals, scrollThrough, untilInteractive } from "./in-page.ts";

const OPEN = 500;
const OVER = 9_500;
const NAVIGATIONS = 7;
const ARRIVALS = 100;
const UPDATES = 1_000;

export interface DeskFigures {
  /** Milliseconds, each navigation. */
  readonly interactive: readonly number[];
  /** Milliseconds from a visitor's request until its row is drawn. */
  readonly arrivals: readonly number[];
  readonly frames: readonly number[];
  readonly gaps: number;
  /** What the page holds after the updates, by what it held before. */
  readonly heapGrowth: number;
  readonly nodesGrowth: number;
  readonly heapBytes: number;
}

export async function measureDesk(): Promise<DeskFigures> {
  const server = await startTestServer();
  const browser = await launchChromium();
  try {
    const ana = await server.person("Ana Pereira", "agent");
    const ids = await fillQueue(server, {
      open: OPEN,
      over: OVER,
      now: Date.now(),
      by: { id: ana.id, name: "Ana Pereira" },
    });
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "nl-NL" });
    await signIn(page, server, ana);
    const interactive: number[] = [];
    for (let round = 0; round < NAVIGATIONS; round += 1) interactive.push(await untilInteractive(page));
    const desk = await ana.desk();
    const arrivals = await measureArrivals(page, server, desk);
    const scrolled = await scrollThrough(page);
    // Once before it counts: what changed by hand carries more than what was made.
    const versions = await update(desk, ids, new Map());
    const before = await heldAtRest(page);
    await update(desk, ids, versions);
    const after = await heldAtRest(page);
    await desk.close();
    return {
      interactive,
      arrivals,
      ...scrolled,
      heapGrowth: after.heapBytes / before.heapBytes,
      nodesGrowth: after.nodes / before.nodes,
      heapBytes: after.heapBytes,
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function signIn(page: Page, server: TestServer, { cookie }: TestPerson): Promise<void> {
  const cookies = cookie.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: server.url };
  });
  await page.context().addCookies(cookies);
  const opened = await page.goto(`${server.url}/desk/#/handoffs`);
  if (opened?.ok() !== true) throw new Error("The desk is not built: run `npm run build:browser` first.");
  await page.locator(".row").first().waitFor();
}

/** One after the other, each by a new visitor; it is cancelled again, so that the next is as far up the list. */
async function measureArrivals(page: Page, server: TestServer, desk: TestSocket): Promise<readonly number[]> {
  await noteArrivals(page);
  const arrivals: number[] = [];
  for (let number = 1; number <= ARRIVALS; number += 1) {
    const visitor = await server.visitor();
    const conversation = newConversationId();
    const message = newSendId();
    const text = `Kan ik het huis bezichtigen? Wij zijn nummer ${number} van vandaag.`;
    await visitor.ask({ type: "send-message", id: message, conversation, text });
    const since = Date.now();
    const id = newSendId();
    const request = { trigger: "demo_request", source: "text", message } as const;
    const answer = await visitor.ask({ type: "request-handoff", id, conversation, ...request });
    if (answer !== "accepted") throw new Error(`No handoff was made of “${text}”: ${answer}.`);
    arrivals.push((await arrivalOf(page, number)) - since);
    const told = await desk.until(
      (heard) => heard.type === "handoff-changed" && heard.handoff.conversation === conversation,
    );
    if (told.type !== "handoff-changed") throw new Error("Another message fitted.");
    const { id: handoff, version } = told.handoff;
    await desk.ask({ type: "cancel-handoff", id: newSendId(), handoff, version, reason: "Gemeten" });
    await visitor.close();
  }
  return arrivals;
}

/** Changes of priority by hand, each of which moves a row to another place. Returns the versions that came of it. */
async function update(
  desk: TestSocket,
  ids: readonly HandoffId[],
  versions: Map<HandoffId, number>,
): Promise<Map<HandoffId, number>> {
  desk.onHeard = (heard) => {
    if (heard.type === "handoff-changed") versions.set(heard.handoff.id, heard.handoff.version);
  };
  for (let made = 0; made < UPDATES; made += 1) {
    const handoff = ids[made % ids.length];
    if (handoff === undefined) throw new Error("There is no handoff.");
    const version = versions.get(handoff) ?? 1;
    const priority = made < ids.length ? "high" : "low";
    const change = {
      type: "set-priority",
      id: newSendId(),
      handoff,
      version,
      priority,
      reason: "Gemeten",
    } as const;
    const answer = await desk.ask(change);
    if (answer !== "accepted") throw new Error(`A change was refused: ${answer}.`);
  }
  return versions;
}

/** Once the page has drawn what came last. */
async function heldAtRest(page: Page): Promise<Held> {
  await sleep(1_000);
  return heldBy(page);
}
