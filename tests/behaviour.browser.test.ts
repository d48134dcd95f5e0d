/** What leaves the page about a visitor's behaviour, in the real browser: nothing before consent, nothing after it is withdrawn. */
import { PROTOCOL_VERSION, type TrackedEvent, type VisitorMessage } from "@sophie/engine";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { WidgetHost } from "./fixtures/widget-host.ts";
import { launcher, openChat, say, showWidget, type WidgetPage } from "./fixtures/widget-page.ts";

const OBJECT = { head: '<meta name="sophie:page" content="object">' };

/** What the tag puts on the page, as far as this test looks at it. */
interface Sophie {
  consent(given: boolean): void;
  track(name: string, details?: { readonly of?: string }): void;
}

const consent = (page: Page, given: boolean) =>
  page.evaluate((yes) => (Reflect.get(window, "Sophie") as Sophie).consent(yes), given);
const track = (page: Page, name: string, details?: { readonly of?: string }) =>
  page.evaluate(([what, more]) => (Reflect.get(window, "Sophie") as Sophie).track(what, more), [
    name,
    details,
  ] as const);

/** What the browser keeps, by key. */
const stored = (page: Page) => page.evaluate(() => Object.keys(localStorage).toSorted());

function heardOf<T extends VisitorMessage["type"]>({ server }: WidgetHost, type: T) {
  return server.heard.filter(
    (message): message is Extract<VisitorMessage, { type: T }> => message.type === type,
  );
}

/** Every event that was told, once, in order. */
function toldTo(host: WidgetHost): readonly TrackedEvent[] {
  return heardOf(host, "track-behaviour").flatMap(({ events }) => events);
}

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > giveUpAt) throw new Error(`It never happened that ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const untilTold = ({ host }: WidgetPage, kind: TrackedEvent["kind"], count = 1) =>
  until(
    `${count} ${kind} were told`,
    () => toldTo(host).filter((event) => event.kind === kind).length >= count,
  );

/** Whether everything that waits in the browser is told. */
const isQuiet = (page: Page) =>
  page.evaluate(() => {
    const kept: { waiting?: unknown[] } = JSON.parse(localStorage.getItem("sophie:demo:behaviour") ?? "{}");
    return (kept.waiting ?? []).length === 0;
  });

describe("before consent", () => {
  it("Q23 nothing is loaded, sent or kept, whatever the page tells and however long the visitor looks", async () => {
    const { page, host } = await showWidget({
      ...OBJECT,
      before: (fresh) => fresh.clock.install(),
    });
    await track(page, "calculator_used");
    await track(page, "form", { of: "contact" });
    await consent(page, false);
    await page.clock.runFor(10 * 60_000);
    await page.goto(page.url());
    await launcher(page).waitFor();
    const asked = new Set(host.requests.filter((path) => path !== "/favicon.ico"));
    expect([...asked].toSorted()).toEqual(["/api/sites/demo", "/page", "/sophie.js"]);
    expect(host.server.heard).toEqual([]);
    expect(await stored(page)).toEqual([]);
  });

  it("Q23 a visitor who chats is not followed for it: no page, no time, no address", async () => {
    const { page, host } = await showWidget(OBJECT);
    await openChat(page);
    await say(page, "Wat zijn de openingstijden?");
    await track(page, "calculator_used");
    const isAnswered = () => host.server.conversations.size > 0 && host.server.saidIn().length === 2;
    await until("the visitor was answered", isAnswered);
    expect(heardOf(host, "track-behaviour")).toEqual([]);
    expect(heardOf(host, "set-consent")).toEqual([]);
    expect(JSON.stringify(host.server.heard)).not.toContain("/page");
    expect(host.requests).not.toContain("/widget/behaviour.js");
  });
});

describe("after consent", () => {
  it("P27 T28 H31 tells the page, what it is and calls itself, and what was told while the visitor made up their mind", async () => {
    const shown = await showWidget(OBJECT);
    const { page, host } = shown;
    await track(page, "calculator_used");
    await consent(page, true);
    await untilTold(shown, "calculator_used");
    expect(heardOf(host, "set-consent")[0]).toMatchObject({ given: true });
    // It is written down a second time there, because the engine would weigh too much.
    expect(heardOf(host, "visitor-hello")[0]).toMatchObject({ protocol: PROTOCOL_VERSION, resume: null });
    const types = host.server.heard.map(({ type }) => type);
    expect(types.slice(0, 2)).toEqual(["visitor-hello", "set-consent"]);
    expect(toldTo(host)[0]).toMatchObject({
      kind: "page_viewed",
      page: "/page",
      pageKind: "object",
      title: "Dorpstraat 15",
      source: "direct",
    });
  });

  it("H31 counts the time that the page can be seen, and no other", async () => {
    const shown = await showWidget({ ...OBJECT, before: (fresh) => fresh.clock.install() });
    const { page, host } = shown;
    await consent(page, true);
    await until("behaviour is recorded", () => host.requests.includes("/widget/behaviour.js"));
    await page.clock.runFor(2_000);
    await untilTold(shown, "page_viewed");
    await page.clock.runFor(31_000);
    await page.clock.runFor(2_000);
    await untilTold(shown, "page_dwelt");
    const hide = (state: string) =>
      page.evaluate((now) => {
        Object.defineProperty(document, "visibilityState", { value: now, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }, state);
    await page.clock.runFor(10_000);
    await hide("hidden");
    await untilTold(shown, "page_dwelt", 2);
    await page.clock.runFor(10 * 60_000);
    await hide("visible");
    await page.clock.runFor(5_000);
    await hide("hidden");
    await untilTold(shown, "page_dwelt", 3);
    const total = toldTo(host).reduce(
      (sum, event) => sum + (event.kind === "page_dwelt" ? event.visibleMs : 0),
      0,
    );
    expect(total).toBeGreaterThan(45_000);
    expect(total).toBeLessThan(60_000);
  });

  it("Q23 says nothing of the query or the fragment of an address", async () => {
    const shown = await showWidget(OBJECT);
    const { page, host } = shown;
    await page.goto(`${page.url()}?mail=jan@voorbeeld.nl&utm_medium=cpc#geheim`);
    await launcher(page).waitFor();
    await consent(page, true);
    await untilTold(shown, "page_viewed");
    expect(toldTo(host).at(-1)).toMatchObject({ page: "/page", source: "ad" });
    expect(JSON.stringify(host.server.heard)).not.toMatch(/jan@|geheim|mail=/);
  });

  it("P6 P32 is one visitor over pages and in the chat, and one visit", async () => {
    const shown = await showWidget(OBJECT);
    const { page, host } = shown;
    await consent(page, true);
    await untilTold(shown, "page_viewed");
    await until("all is told", () => isQuiet(page));
    await page.reload();
    await launcher(page).waitFor();
    await consent(page, true);
    await untilTold(shown, "page_viewed", 2);
    await openChat(page);
    await say(page, "Hallo");
    await until("the message came", () => host.server.conversations.size === 1);
    const tokens = heardOf(host, "visitor-hello").map(({ token }) => token);
    expect(tokens[0]).toBeNull();
    expect(new Set(tokens.slice(1)).size).toBe(1);
    expect(tokens[1]).not.toBeNull();
    expect(new Set(toldTo(host).map(({ session }) => session)).size).toBe(1);
  });

  it("P7 P32 what was not acknowledged is told again, under the same id, from the next page", async () => {
    const shown = await showWidget(OBJECT);
    const { page, host } = shown;
    host.goAway();
    await consent(page, true);
    await track(page, "brochure", { of: "Dorpstraat 15" });
    await until("it waits in the browser", async () => !(await isQuiet(page)));
    host.comeBack();
    await page.reload();
    await launcher(page).waitFor();
    await consent(page, true);
    await untilTold(shown, "converted");
    await until("all is told", () => isQuiet(page));
    const ids = toldTo(host).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(toldTo(host).find(({ kind }) => kind === "converted")).toMatchObject({
      conversion: "brochure",
      of: "Dorpstraat 15",
    });
  });
});

describe("consent withdrawn", () => {
  it("Q23 T28 the server is told, and nothing is recorded, sent or kept from then on", async () => {
    const shown = await showWidget(OBJECT);
    const { page, host } = shown;
    await consent(page, true);
    await untilTold(shown, "page_viewed");
    await until("all is told", () => isQuiet(page));
    await consent(page, false);
    await until("the server heard it", () => heardOf(host, "set-consent").some(({ given }) => !given));
    await until("nothing is kept", async () => (await stored(page)).length === 0);
    const before = toldTo(host).length;
    await track(page, "calculator_used");
    await page.reload();
    await launcher(page).waitFor();
    await consent(page, false);
    await track(page, "form");
    expect(toldTo(host)).toHaveLength(before);
    expect(await stored(page)).toEqual([]);
  });

  it("Q23 in one tab holds for the others", async () => {
    const shown = await showWidget(OBJECT);
    const { page, host } = shown;
    await consent(page, true);
    await untilTold(shown, "page_viewed");
    const other = await page.context().newPage();
    await other.goto(page.url());
    await launcher(other).waitFor();
    await consent(other, true);
    await untilTold(shown, "page_viewed", 2);
    await until("all is told", () => isQuiet(page));
    await consent(other, false);
    await until("nothing is kept", async () => (await stored(page)).length === 0);
    await track(page, "calculator_used");
    expect(await stored(page)).toEqual([]);
    expect(toldTo(host).some(({ kind }) => kind === "calculator_used")).toBe(false);
  });

  it("Q23 while the server is away is told on the next page, and what waited is gone at once", async () => {
    const { page, host } = await showWidget(OBJECT);
    await consent(page, true);
    await until(
      "the server knows the visitor",
      async () => host.server.heard.length > 2 && (await isQuiet(page)),
    );
    host.goAway();
    await track(page, "calculator_used");
    await consent(page, false);
    expect(await isQuiet(page)).toBe(true);
    host.comeBack();
    await page.reload();
    await launcher(page).waitFor();
    await consent(page, false);
    await until("the server heard it", () => heardOf(host, "set-consent").some(({ given }) => !given));
    await until("nothing is kept", async () => (await stored(page)).length === 0);
    expect(toldTo(host).some(({ kind }) => kind === "calculator_used")).toBe(false);
  });
});
