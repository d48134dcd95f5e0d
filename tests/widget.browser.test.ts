/** The built widget in a real Chromium: nothing before it is opened, and a conversation that nothing breaks. */
import { describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import {
  composer,
  keepList,
  KNOWLEDGE,
  launcher,
  listOf,
  log,
  openChat,
  pendingCard,
  say,
  showWidget,
} from "./fixtures/widget-page.ts";

const OFFLINE = "Geen verbinding.";

/** Notes every write to any storage, from before the first script of the page. */
async function spyOnStorage(page: Page): Promise<void> {
  await keepList(page, "writes");
  await page.addInitScript(() => {
    const note = (what: string) => Reflect.get(document, "writes").push(what);
    const setItem = Reflect.get(Storage.prototype, "setItem");
    Storage.prototype.setItem = function (key, value) {
      note(key);
      setItem.call(this, key, value);
    };
    Object.defineProperty(document, "cookie", {
      get: () => "",
      set(value: string) {
        note(`cookie ${value}`);
      },
    });
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = (name, version) => {
      note(`indexedDB ${name}`);
      return open(name, version);
    };
  });
}

/** Makes the storage of the page throw, as a locked-down browser does. */
function forbidStorage(page: Page): Promise<unknown> {
  return page.addInitScript(() =>
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("Forbidden by the page.", "SecurityError");
      },
    }),
  );
}

describe("a page that nobody chats on (T0)", () => {
  it("Q23 before anything is pressed: the script and the configuration, and no write", async () => {
    const { page, host } = await showWidget({ before: spyOnStorage });
    await page.waitForLoadState("networkidle");
    expect(host.requests).toEqual(["/page", "/sophie.js", "/api/sites/demo"]);
    expect(await listOf(page, "writes")).toEqual([]);
  });

  it("Q23 opened but not written in: only the panel's own files, no socket and no write", async () => {
    let sockets = 0;
    const { page, host } = await showWidget({
      async before(shown) {
        shown.on("websocket", () => sockets++);
        await spyOnStorage(shown);
      },
    });
    await openChat(page);
    await composer(page).fill("Nog niet verstuurd");
    await page.waitForLoadState("networkidle");
    const opened = host.requests.slice(host.requests.indexOf("/api/sites/demo") + 1);
    // And what the site knows, which is the same for everybody.
    expect(opened.filter((path) => !/^\/widget\/[\w-]+\.js$/.test(path))).toEqual([
      "/api/sites/demo/answers",
    ]);
    expect({ sockets, writes: await listOf(page, "writes"), heard: host.server.heard }).toEqual({
      sockets: 0,
      writes: [],
      heard: [],
    });
    await composer(page).press("Enter");
    await log(page).getByText("verzonden").waitFor();
    const writes = await listOf<string>(page, "writes");
    expect(writes.filter((key) => !/^sophie:demo(:out:.+)?$/.test(key))).toEqual([]);
    expect({ sockets, hasWritten: writes.length > 0 }).toEqual({ sockets: 1, hasWritten: true });
  });
});

describe("a conversation", () => {
  it("H2 is answered by Sophie, then by a person, and shows how far it came", async () => {
    const { page, host } = await showWidget();
    await openChat(page);
    await say(page, "Wat zijn de openingstijden?");
    await log(page).getByText(KNOWLEDGE.answer).waitFor();
    await say(page, "Kan ik een medewerker spreken?");
    await pendingCard(page).waitFor();
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

  it("Q1 survives a reload: what came meanwhile is on the launcher, and in the panel", async () => {
    const { page, host } = await showWidget();
    await openChat(page);
    await say(page, "Ik wil een medewerker spreken");
    await pendingCard(page).waitFor();
    await page.goto("about:blank");
    host.server.agentSays("Ja, op het zuiden.");
    host.server.agentSays("Wilt u het zien?");
    await page.goto(`${host.origin}/page`);
    await page.getByRole("button", { name: "Chat openen, 2 nieuwe berichten" }).click();
    await log(page).getByText("Wilt u het zien?").waitFor();
    await page.keyboard.press("Escape");
    expect(await launcher(page).getAttribute("aria-label")).toBe("Chat openen");
  });

  it("Q1 Q2 written while the server is away: kept over a reload, told of, delivered once", async () => {
    const { page, host } = await showWidget();
    await openChat(page);
    await say(page, "Hallo");
    await log(page).getByText("verzonden").waitFor();
    host.goAway();
    await say(page, "Bent u er nog?");
    await page.getByText(OFFLINE).waitFor();
    await page.reload();
    await launcher(page).click();
    await log(page).getByText("Bent u er nog?").waitFor();
    await page.getByText(OFFLINE).waitFor();
    host.comeBack();
    await page.getByRole("button", { name: "Nu proberen" }).click();
    await log(page).getByText("verzonden").last().waitFor();
    await page.getByText(OFFLINE).waitFor({ state: "detached" });
    expect(host.server.saidIn().filter((line) => line === "visitor: Bent u er nog?")).toHaveLength(1);
  });

  it("Q2 is one conversation in two tabs", async () => {
    const { page, host } = await showWidget();
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

  it("Q1 Q2 is one visitor in one conversation, also when two tabs are the first to write at the same moment", async () => {
    const { page, host } = await showWidget();
    const second = await page.context().newPage();
    await second.goto(`${host.origin}/page`);
    const tabs = [page, second];
    for (const [index, tab] of tabs.entries()) {
      await openChat(tab);
      await composer(tab).fill(`Hallo vanuit tab ${index}`);
    }
    await Promise.all(tabs.map((tab) => composer(tab).press("Enter")));
    for (const tab of tabs) {
      for (const index of tabs.keys()) await log(tab).getByText(`Hallo vanuit tab ${index}`).waitFor();
    }
    expect(host.server.conversations.size).toBe(1);
    const hellos = host.server.heard.filter(({ type }) => type === "visitor-hello");
    expect(hellos.filter((hello) => "token" in hello && hello.token === null)).toHaveLength(1);
  });

  it("Q23 works without any storage, and then says that the page must stay open", async () => {
    const { page } = await showWidget({ before: forbidStorage });
    await openChat(page);
    await say(page, "Ik wil een medewerker spreken");
    await pendingCard(page).waitFor();
    expect(await log(page).innerText()).toContain("Houd deze pagina open om het antwoord te ontvangen.");
  });
});
