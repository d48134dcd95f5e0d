/** "My notifications" and the worker behind it in a real browser: under the policy, for everybody, and awake without a page. */
import type { CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { SITE, startTestServer, type TestServer } from "../packages/server/src/testing/test-server.ts";
import { violationsOf } from "./fixtures/axe.ts";
import { newPage } from "./fixtures/browser.ts";

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await startTestServer();
  ({ cookie } = await server.person("Ana", "agent", [SITE]));
});
afterAll(() => server.close());

async function openDesk(browsing: Parameters<typeof newPage>[0]): Promise<Page> {
  const page = await newPage({ locale: "nl-NL", reducedMotion: "reduce", ...browsing });
  const [name = "", value = ""] = cookie.split(/=(.*)/s);
  await page.context().addCookies([{ name, value, url: server.url }]);
  await page.goto(`${server.url}/desk/`);
  await page.getByRole("button", { name: "Mijn meldingen" }).click();
  await page.getByRole("dialog", { name: "Mijn meldingen" }).waitFor();
  return page;
}

/** What a push service would hand over, once it is decrypted. */
async function pushTo(page: Page): Promise<(message: object) => Promise<void>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const registered = new Promise<string>((found) =>
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations: [first] }) => {
      if (first !== undefined) found(first.registrationId);
    }),
  );
  await session.send("ServiceWorker.enable");
  const registrationId = await registered;
  return async (message) => {
    const data = JSON.stringify(message);
    await session.send("ServiceWorker.deliverPushMessage", { origin: server.url, registrationId, data });
  };
}

it("H83 H93 my notifications: no axe violation wide, narrow and dark, honest where the browser says no, and kept", async () => {
  const page = await openDesk({ viewport: { width: 1440, height: 900 } });
  // This Chromium shows no notifications and says so; nor can this server send mail.
  await page.getByText("Deze browser blokkeert meldingen van deze pagina.").waitFor();
  await page.getByText("Deze server kan geen e-mail versturen.").waitFor();
  await page.getByRole("switch", { name: "Stille uren" }).click();
  await page.getByLabel("Van", { exact: true }).fill("21.15");
  await page.getByLabel("Van", { exact: true }).press("Tab");
  await page.getByRole("button", { name: "Stuur een test" }).click();
  await page.getByText(/^Geluid: (?:afgespeeld|de browser)/).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await violationsOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.keyboard.press("Escape");
  await page.reload();
  await page.getByRole("button", { name: "Mijn meldingen" }).click();
  await expect.poll(() => page.getByLabel("Van", { exact: true }).inputValue()).toBe("21:15");
});

it("H93 Q18 the worker comes under the name that the policy allows and no other, and a message reaches it and the page", async () => {
  const page = await openDesk({ viewport: { width: 1440, height: 900 } });
  const outcome = await page.evaluate(async () => {
    const refused = await navigator.serviceWorker.register("./service-worker.js").then(
      () => "taken",
      (error: Error) => error.message,
    );
    const types = Reflect.get(globalThis, "trustedTypes");
    const rules = { createScriptURL: (url: string) => url };
    let other = "made";
    try {
      types.createPolicy("another", rules);
    } catch {
      other = "refused";
    }
    const url = types.createPolicy("sophie-worker", rules).createScriptURL("./service-worker.js");
    await navigator.serviceWorker.register(url);
    await navigator.serviceWorker.ready;
    const heard: unknown[] = [];
    Reflect.set(globalThis, "heard", heard);
    navigator.serviceWorker.addEventListener("message", ({ data }) => heard.push(data));
    return { refused: refused.includes("TrustedScriptURL"), other };
  });
  expect(outcome).toEqual({ refused: true, other: "refused" });
  const push = await pushTo(page);
  await push({ kind: "urgent", handoff: "<img onerror=x>" });
  await push({ kind: "test", language: "nl", id: "try-7" });
  await expect
    .poll(() => page.evaluate(() => Reflect.get(globalThis, "heard")))
    .toEqual([{ kind: "arrived", id: "try-7" }]);
});
