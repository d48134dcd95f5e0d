/** The built widget in a real Chromium, on pages as they are out there: strict, hostile, small, and driven by keyboard. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { KnowledgeEntry } from "@sophie/engine";
import type { Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { newPage } from "./fixtures/browser.ts";
import { hostWidget, scriptTag, type WidgetHost } from "./fixtures/widget-host.ts";

const KNOWLEDGE: KnowledgeEntry = {
  id: "hours",
  language: "nl",
  question: "Wat zijn de openingstijden?",
  variants: [],
  answer: "Van 9.00 tot 17.30 uur.",
};

let host: WidgetHost;

afterEach(() => host.close());

interface PageSetting {
  readonly head?: string;
  readonly body?: string;
  readonly headers?: (origin: string) => Readonly<Record<string, string>>;
  readonly tagAttributes?: string;
}

async function aPage(setting: PageSetting = {}, options: Parameters<typeof newPage>[0] = {}): Promise<Page> {
  host = await hostWidget({ knowledge: [KNOWLEDGE] });
  const page = await newPage({ viewport: { width: 1_280, height: 760 }, ...options });
  const url = host.show("/page", {
    html: `<!doctype html>
      <html lang="nl">
        <head>
          <title>Dorpstraat 15</title>
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          ${setting.head ?? ""}
        </head>
        <body>
          <main><h1>Dorpstraat 15</h1><p>Een ruim herenhuis.</p>${setting.body ?? ""}</main>
          ${scriptTag(host.origin, setting.tagAttributes)}
        </body>
      </html>`,
    headers: setting.headers?.(host.origin) ?? {},
  });
  await page.goto(url);
  await launcher(page).waitFor();
  return page;
}

const launcher = (page: Page) => page.getByRole("button", { name: "Chat openen" });
const composer = (page: Page) => page.getByRole("textbox", { name: "Bericht" });
const log = (page: Page) => page.getByRole("log");

async function openChat(page: Page): Promise<void> {
  await launcher(page).click();
  await composer(page).waitFor();
}

async function say(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press("Enter");
  await log(page).getByText(text, { exact: true }).waitFor();
}

/** Counts every write to any storage, from before the first script of the page. */
async function spyOnStorage(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const writes: string[] = [];
    Object.assign(window, { storageWrites: writes });
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      writes.push(key);
      setItem.call(this, key, value);
    };
    const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
    Object.defineProperty(document, "cookie", {
      get: () => cookie?.get?.call(document),
      set: (value: string) => {
        writes.push(`cookie ${value}`);
        cookie?.set?.call(document, value);
      },
    });
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = (name, version) => {
      writes.push(`indexedDB ${name}`);
      return open(name, version);
    };
  });
  return () => page.evaluate(() => (window as unknown as { storageWrites: string[] }).storageWrites);
}

describe("the privacy of a page that nobody chats on (T0)", () => {
  it("Q23 before anything is pressed: the script and the configuration, and no write", async () => {
    host = await hostWidget();
    const page = await newPage();
    const writes = await spyOnStorage(page);
    await page.goto(host.show("/page", { html: `<html lang="nl"><body>${scriptTag(host.origin)}` }));
    await launcher(page).waitFor();
    await page.waitForLoadState("networkidle");
    expect(host.requests.filter((path) => path !== "/page")).toEqual(["/sophie.js", "/api/sites/demo"]);
    expect(await writes()).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });

  it("Q23 opened but not written in: only the panel's own files, no socket and no write", async () => {
    host = await hostWidget();
    const page = await newPage();
    const writes = await spyOnStorage(page);
    let sockets = 0;
    page.on("websocket", () => sockets++);
    await page.goto(host.show("/page", { html: `<html lang="nl"><body>${scriptTag(host.origin)}` }));
    await openChat(page);
    await composer(page).fill("Nog niet verstuurd");
    await page.waitForLoadState("networkidle");
    const opened = host.requests.slice(host.requests.indexOf("/api/sites/demo") + 1);
    expect(opened.every((path) => /^\/widget\/[\w-]+\.js$/.test(path))).toBe(true);
    expect({ sockets, writes: await writes(), heard: host.server.heard }).toEqual({
      sockets: 0,
      writes: [],
      heard: [],
    });
    await composer(page).press("Enter");
    await log(page).getByText("verzonden").waitFor();
    expect(sockets).toBe(1);
    expect((await writes()).every((key) => key.startsWith("sophie:demo"))).toBe(true);
  });

  it("N2 what is written reaches the server once, and the answer is shown", async () => {
    const page = await aPage();
    await openChat(page);
    await say(page, "Wat zijn de openingstijden?");
    await log(page).getByText(KNOWLEDGE.answer).waitFor();
    await say(page, "Kan ik een medewerker spreken?");
    await log(page).getByRole("heading", { name: "Een medewerker komt erbij" }).waitFor();
    host.server.agentSays("Goedemiddag, met Ana.");
    await page.getByRole("heading", { name: "Ana" }).waitFor();
    await log(page).getByText("Goedemiddag, met Ana.").waitFor();
    host.server.agentReads();
    await log(page).getByText("gelezen").waitFor();
    expect(host.server.saidIn()).toEqual([
      "visitor: Wat zijn de openingstijden?",
      `bot: ${KNOWLEDGE.answer}`,
      "visitor: Kan ik een medewerker spreken?",
      "agent: Goedemiddag, met Ana.",
    ]);
  });
});

describe("a conversation that goes on", () => {
  it("Q1 survives a reload, shows what came meanwhile on the launcher, and reads it when opened", async () => {
    const page = await aPage();
    await openChat(page);
    await say(page, "Is er een balkon? Ik wil een medewerker spreken.");
    await log(page).getByRole("heading", { name: "Een medewerker komt erbij" }).waitFor();
    await page.goto("about:blank");
    host.server.agentSays("Ja, op het zuiden.");
    host.server.agentSays("Wilt u het zien?");
    await page.goto(`${host.origin}/page`);
    await page.getByRole("button", { name: "Chat openen, 2 nieuwe berichten" }).click();
    await log(page).getByText("Wilt u het zien?").waitFor();
    await page.keyboard.press("Escape");
    await launcher(page).waitFor();
  });

  it("Q1 Q2 what is written while the server is away is kept, told of, and delivered once", async () => {
    const page = await aPage();
    await openChat(page);
    await say(page, "Hallo");
    await log(page).getByText("verzonden").waitFor();
    host.goAway();
    await say(page, "Bent u er nog?");
    await page.getByText("Geen verbinding.").waitFor();
    await page.reload();
    await launcher(page).click();
    await log(page).getByText("Bent u er nog?").waitFor();
    await page.getByText("Geen verbinding.").waitFor();
    host.comeBack();
    await page.getByRole("button", { name: "Nu proberen" }).click();
    await log(page).getByText("verzonden").last().waitFor();
    await page.getByText("Geen verbinding.").waitFor({ state: "detached" });
    expect(host.server.saidIn().filter((line) => line === "visitor: Bent u er nog?")).toHaveLength(1);
  });

  it("Q2 two tabs keep one conversation", async () => {
    const page = await aPage();
    const second = await page.context().newPage();
    await second.goto(`${host.origin}/page`);
    await openChat(second);
    await openChat(page);
    await say(page, "Hallo vanuit de eerste");
    await log(page).getByText("verzonden").waitFor();
    await log(second).getByText("Hallo vanuit de eerste").waitFor();
    await say(second, "En vanuit de tweede");
    await log(page).getByText("En vanuit de tweede").waitFor();
    expect(host.server.conversations.size).toBe(1);
  });

  it("Q23 works without any storage, and says that the page must stay open", async () => {
    host = await hostWidget();
    const page = await newPage();
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("Forbidden by the page.", "SecurityError");
        },
      });
    });
    await page.goto(host.show("/page", { html: `<html lang="nl"><body>${scriptTag(host.origin)}` }));
    await openChat(page);
    await say(page, "Ik wil een medewerker spreken");
    await log(page).getByText("Houd deze pagina open om het antwoord te ontvangen.").waitFor();
  });
});

describe("a strict page", () => {
  it("Q26 strict CSP and Trusted Types: the whole way without one violation", async () => {
    host = await hostWidget({ knowledge: [KNOWLEDGE] });
    const page = await newPage();
    const policy = (origin: string) =>
      [
        "default-src 'none'",
        `script-src 'nonce-r4nd0m' ${origin}`,
        "style-src 'self'",
        `connect-src ${origin} ${origin.replace("http", "ws")}`,
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ].join("; ");
    await page.addInitScript(() => {
      const violations: string[] = [];
      Object.assign(window, { violations });
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
        violations.push(`${violatedDirective} ${blockedURI} ${sample}`),
      );
    });
    const errors: string[] = [];
    page.on("pageerror", ({ message }) => errors.push(message));
    await page.goto(
      host.show("/page", {
        html: `<html lang="nl"><title>Streng</title><body>${scriptTag(host.origin, 'nonce="r4nd0m"')}`,
        headers: { "content-security-policy": policy(host.origin) },
      }),
    );
    await openChat(page);
    await say(page, "Wat zijn de openingstijden? Zie https://example.com/<b>x</b>");
    await say(page, "Ik wil een medewerker spreken");
    await log(page).getByRole("heading", { name: "Een medewerker komt erbij" }).waitFor();
    const violations = await page.evaluate(() => (window as unknown as { violations: string[] }).violations);
    expect({ violations, errors }).toEqual({ violations: [], errors: [] });
  });

  it("Q18 what anybody writes is text, never markup", async () => {
    const page = await aPage();
    await openChat(page);
    await say(page, "<img src=x onerror=\"document.title='geraakt'\"> javascript:alert(1)");
    host.server.agentSays('<script>document.title="geraakt"</script>');
    await log(page).getByText("<script>").waitFor();
    expect(await log(page).locator("img, script, a").count()).toBe(0);
    expect(await page.title()).toBe("Dorpstraat 15");
  });
});

describe("a hostile page", () => {
  const HOSTILE = `
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
    </script>`;

  it("Q26 resets, `all: unset !important` and polluted prototypes change nothing", async () => {
    const page = await aPage(
      {
        head: HOSTILE,
        body: '<div style="position:fixed;inset:0;z-index:2147483599;background:red"></div>',
      },
      { reducedMotion: "reduce" },
    );
    const box = await launcher(page).boundingBox();
    expect(box).toEqual({ x: 1_280 - 16 - 56, y: 760 - 16 - 56, width: 56, height: 56 });
    await openChat(page);
    const panel = await page.getByRole("dialog").boundingBox();
    expect(panel).toEqual({ x: 1_280 - 16 - 384, y: 40, width: 384, height: 640 });
    await say(page, "Ik wil een medewerker spreken");
    await log(page).getByRole("heading", { name: "Een medewerker komt erbij" }).waitFor();
    const style = await log(page)
      .getByText("Ik wil een medewerker spreken")
      .evaluate((element) => ({
        size: getComputedStyle(element).fontSize,
        color: getComputedStyle(element).color,
      }));
    expect(style).toEqual({ size: "15px", color: "rgb(255, 255, 255)" });
  });

  it("Q26 adds one global and one element, moves nothing, and leaves the title and the focus alone", async () => {
    host = await hostWidget();
    const page = await newPage();
    const bare = `<html lang="nl"><title>Kaal</title><body><h1>Kaal</h1>`;
    await page.goto(host.show("/bare", { html: bare }));
    const globals = () => page.evaluate(() => Object.getOwnPropertyNames(window));
    const before = new Set(await globals());
    await page.addInitScript(() => {
      const shifts: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, hadRecentInput } = entry as unknown as { value: number; hadRecentInput: boolean };
          if (!hadRecentInput) shifts.push(value);
        }
      }).observe({ type: "layout-shift", buffered: true });
      Reflect.defineProperty(document, "shifts", { value: shifts });
    });
    await page.goto(host.show("/page", { html: `${bare}${scriptTag(host.origin)}` }));
    await launcher(page).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
    await openChat(page);
    await say(page, "Hallo");
    expect((await globals()).filter((name) => !before.has(name))).toEqual(["Sophie"]);
    expect(await page.evaluate(() => Object.keys(window.Sophie ?? {}).toSorted())).toEqual([
      "close",
      "destroy",
      "open",
    ]);
    expect(await page.evaluate(() => (document as unknown as { shifts: number[] }).shifts)).toEqual([]);
    expect(await page.title()).toBe("Kaal");
    await page.evaluate(() => window.Sophie?.destroy());
    expect(await page.locator("sophie-chat").count()).toBe(0);
    expect((await globals()).filter((name) => !before.has(name))).toEqual([]);
  });

  it("Q26 a second tag does nothing; a page that swaps its body keeps the widget", async () => {
    const page = await aPage();
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
    await page.evaluate(() => window.Sophie?.close());
    await launcher(page).waitFor();
  });

  it("waits for a body: the tag may stand in the head, without async", async () => {
    host = await hostWidget();
    const page = await newPage();
    const tag = `<script src="${host.origin}/sophie.js" data-site="demo"></script>`;
    await page.goto(host.show("/page", { html: `<html lang="nl"><head>${tag}</head><body><h1>Later</h1>` }));
    await launcher(page).waitFor();
  });
});

describe("without a mouse", () => {
  it("Q24 opens, writes, asks for a person and closes by keyboard, and the focus comes back", async () => {
    const page = await aPage();
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Chat openen");
    await page.keyboard.press("Enter");
    await composer(page).waitFor();
    await expect.poll(() => focused(page)).toBe("Bericht");
    await page.keyboard.type("Eerste regel");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("tweede regel");
    await page.keyboard.press("Enter");
    await log(page).getByText("verzonden").waitFor();
    expect(host.server.saidIn()[0]).toBe("visitor: Eerste regel\ntweede regel");
    expect(await focused(page)).toBe("Bericht");
    await page.keyboard.press("Shift+Tab");
    await expect.poll(() => focused(page)).toBe("Spreek een medewerker");
    await page.keyboard.press("Enter");
    await log(page).getByRole("heading", { name: "Een medewerker komt erbij" }).waitFor();
    await composer(page).focus();
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("Chat openen");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  });

  it("Q24 on a small screen the panel covers the page, and Tab stays inside it", async () => {
    const page = await aPage({}, { viewport: { width: 320, height: 568 }, reducedMotion: "reduce" });
    await openChat(page);
    expect(await page.getByRole("dialog").boundingBox()).toEqual({ x: 0, y: 0, width: 320, height: 568 });
    for (let step = 0; step < 8; step++) {
      await page.keyboard.press("Tab");
      expect(await focused(page)).not.toBeNull();
    }
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("Chat openen");
  });

  it("Q24 says what is added, once, in whole sentences", async () => {
    const page = await aPage();
    await openChat(page);
    await say(page, "Ik wil een medewerker spreken");
    await expect.poll(() => announced(page)).toMatch(/^Een medewerker komt erbij\. Uw vraag/);
    host.server.agentSays("Goedemiddag.");
    await expect.poll(() => announced(page)).toMatch(/Ana: Goedemiddag\.$/);
  });
});

describe("to every eye", () => {
  const axe = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

  async function violationsOf(page: Page): Promise<readonly string[]> {
    await page.evaluate(await axe);
    return page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof import("axe-core") }).axe.run(
        document,
      );
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    });
  }

  it.each(["light", "dark"] as const)(
    "Q24 axe finds nothing, %s, closed, open and in conversation",
    async (colorScheme) => {
      const page = await aPage({}, { colorScheme, reducedMotion: "reduce" });
      expect(await violationsOf(page)).toEqual([]);
      await openChat(page);
      expect(await violationsOf(page)).toEqual([]);
      await say(page, "Is er een tuin? https://example.com");
      await log(page).getByText("verzonden").waitFor();
      await say(page, "Ik wil een medewerker spreken");
      await log(page).getByRole("heading", { name: "Een medewerker komt erbij" }).waitFor();
      expect(await violationsOf(page)).toEqual([]);
      host.server.agentSays("Goedemiddag.");
      host.server.agentTypes(true);
      await log(page).getByText("Ana typt").waitFor();
      host.goAway();
      await page.getByText("Geen verbinding.").waitFor();
      expect(await violationsOf(page)).toEqual([]);
    },
  );

  it("Q24 nothing scrolls sideways at 320 px, however long a word is", async () => {
    const page = await aPage({}, { viewport: { width: 320, height: 568 } });
    await openChat(page);
    await say(page, "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz".repeat(3));
    const widths = await log(page).evaluate((element) => [element.scrollWidth, element.clientWidth]);
    expect(widths[0]).toBe(widths[1]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it("right to left, the launcher stands on the other side", async () => {
    host = await hostWidget();
    const page = await newPage({ viewport: { width: 1_280, height: 760 } });
    await page.goto(
      host.show("/page", { html: `<html lang="nl" dir="rtl"><body>${scriptTag(host.origin)}` }),
    );
    expect((await launcher(page).boundingBox())?.x).toBe(16);
  });
});

/** The name of what has the focus inside the widget; null if nothing has. */
function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.querySelector("sophie-chat")?.shadowRoot?.activeElement;
    return element ? (element.ariaLabel ?? element.textContent) : null;
  });
}

function announced(page: Page): Promise<string | null | undefined> {
  return page.evaluate(
    () => document.querySelector("sophie-chat")?.shadowRoot?.querySelector("[aria-live=polite]")?.textContent,
  );
}
