/** The built widget on pages as they are out there: strict ones, hostile ones, and ones that change under it (Q26). */
import { describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import {
  keepList,
  launcher,
  listOf,
  log,
  openChat,
  panel,
  pendingCard,
  say,
  showWidget,
} from "./fixtures/widget-page.ts";

/** As strict as a page can be that has a script from elsewhere. */
function strictPolicy(origin: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-r4nd0m' ${origin}`,
    "style-src 'self'",
    `connect-src ${origin} ${origin.replace("http", "ws")}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

async function noteViolations(page: Page): Promise<void> {
  await keepList(page, "violations");
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
      Reflect.get(document, "violations").push(`${violatedDirective} ${blockedURI} ${sample}`),
    ),
  );
}

/** Every movement that the visitor did not cause. */
async function noteShifts(page: Page): Promise<void> {
  await keepList(page, "shifts");
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!Reflect.get(entry, "hadRecentInput"))
          Reflect.get(document, "shifts").push(Reflect.get(entry, "value"));
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** Resets that reach everything, a curtain before everything, and scripts of another time. */
const HOSTILE = {
  head: `
    <style>
      * { all: unset !important; color: lime !important; font-size: 40px !important; position: static !important }
      div, section, button, textarea, dialog, sophie-chat { display: none !important; opacity: 0 !important }
      html, body { margin: 0; height: 100% }
    </style>
    <script>
      Object.prototype.polluted = function () { return "polluted" };
      Array.prototype.each = function (callback) { this.forEach(callback) };
      Array.prototype.toJSON = undefined;
      Array.from = function (list) { var all = []; for (var i = 0; i < list.length; i++) all.push(list[i]); return all };
      window.$ = window.jQuery = function () { return {} };
    </script>`,
  body: '<div style="position:fixed;inset:0;z-index:2147483599;background:red"></div>',
};

const globalsOf = (page: Page) => page.evaluate(() => Object.getOwnPropertyNames(window));

describe("a strict page", () => {
  it("Q26 strict CSP and Trusted Types: the whole way without one violation", async () => {
    const errors: string[] = [];
    const { page } = await showWidget({
      headers: (origin) => ({ "content-security-policy": strictPolicy(origin) }),
      tagAttributes: 'nonce="r4nd0m"',
      async before(shown) {
        shown.on("pageerror", ({ message }) => errors.push(message));
        await noteViolations(shown);
      },
    });
    await openChat(page);
    await say(page, "Wat zijn de openingstijden? Zie https://example.com/<b>x</b>");
    await say(page, "Ik wil een medewerker spreken");
    await pendingCard(page).waitFor();
    expect({ violations: await listOf(page, "violations"), errors }).toEqual({ violations: [], errors: [] });
  });

  it("Q18 what anybody writes is text, never markup", async () => {
    const { page, host } = await showWidget();
    await openChat(page);
    await say(page, "<img src=x onerror=\"document.title='geraakt'\"> javascript:alert(1)");
    await log(page).getByText("verzonden").waitFor();
    host.server.agentSays('<script>document.title="geraakt"</script>');
    await log(page).getByText("<script>").waitFor();
    expect(await log(page).locator("img, script, a").count()).toBe(0);
    expect(await page.title()).toBe("Dorpstraat 15");
  });
});

describe("a hostile page", () => {
  it("Q26 resets, `all: unset !important`, a curtain and polluted prototypes change nothing", async () => {
    const { page } = await showWidget({ ...HOSTILE, browser: { reducedMotion: "reduce" } });
    expect(await launcher(page).boundingBox()).toEqual({
      x: 1_280 - 16 - 56,
      y: 760 - 16 - 56,
      width: 56,
      height: 56,
    });
    await openChat(page);
    expect(await panel(page).boundingBox()).toEqual({ x: 1_280 - 16 - 384, y: 40, width: 384, height: 640 });
    await say(page, "Ik wil een medewerker spreken");
    await pendingCard(page).waitFor();
    const style = await log(page)
      .getByText("Ik wil een medewerker spreken")
      .evaluate((element) => {
        const { fontSize, color } = getComputedStyle(element);
        return { fontSize, color };
      });
    expect(style).toEqual({ fontSize: "15px", color: "rgb(255, 255, 255)" });
  });

  it("Q26 moves nothing, and leaves the title and the focus alone", async () => {
    const { page } = await showWidget({ before: noteShifts });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
    await openChat(page);
    await say(page, "Hallo");
    await page.waitForLoadState("networkidle");
    expect(await listOf(page, "shifts")).toEqual([]);
    expect(await page.title()).toBe("Dorpstraat 15");
  });

  it("Q26 adds one global and one element, and takes both with it when it is destroyed", async () => {
    const { page } = await showWidget();
    const frame = await page.evaluate(() => {
      const bare = document.createElement("iframe");
      document.body.append(bare);
      return Object.getOwnPropertyNames(bare.contentWindow);
    });
    const added = async () =>
      (await globalsOf(page)).filter((name) => !frame.includes(name) && !/^\d+$/.test(name));
    await openChat(page);
    expect(await added()).toEqual(["Sophie"]);
    expect(await page.evaluate(() => Object.keys(Reflect.get(window, "Sophie")).toSorted())).toEqual([
      "close",
      "consent",
      "destroy",
      "open",
      "track",
    ]);
    await page.evaluate(() => Reflect.get(window, "Sophie").destroy());
    expect({ added: await added(), elements: await page.locator("sophie-chat").count() }).toEqual({
      added: [],
      elements: 0,
    });
  });
});

describe("a page that changes", () => {
  it("Q26 a second tag does nothing; a page that swaps its body keeps the widget", async () => {
    const { page, host } = await showWidget();
    await page.evaluate(
      (src) =>
        new Promise((resolve) => {
          const again = document.createElement("script");
          again.src = src;
          again.dataset["site"] = "demo";
          again.addEventListener("load", resolve);
          document.head.append(again);
        }),
      `${host.origin}/sophie.js`,
    );
    await page.evaluate(() => document.body.replaceWith(document.createElement("body")));
    expect(await page.locator("sophie-chat").count()).toBe(1);
    await openChat(page);
    await page.evaluate(() => Reflect.get(window, "Sophie").close());
    await panel(page).waitFor({ state: "hidden" });
  });

  it("a tag in the head, without async, waits for the body", async () => {
    const { page, host } = await showWidget();
    const tag = `<script src="${host.origin}/sophie.js" data-site="demo"></script>`;
    await page.goto(host.show("/head", { html: `<html lang="nl"><head>${tag}</head><body><h1>Later</h1>` }));
    await openChat(page);
    expect(await page.locator("html > sophie-chat").count()).toBe(1);
  });
});
