/** Whatever a visitor writes, wherever it is kept, is text to whoever reads it: on the desk, in the widget and in a table (Q18). */
import {
  type ContactFields,
  type ConversationId,
  type Handoff,
  HandoffId,
  NO_SUMMARY,
  type RequiredField,
  SendId,
  type TrackedEvent,
} from "@sophie/engine";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  changing,
  contactOf,
  handoffOf,
  message,
  newConversation,
} from "../packages/server/src/storage/testing/builders.ts";
import { SITE, startTestServer, type TestServer } from "../packages/server/src/testing/test-server.ts";
import { newConversationId, newSendId } from "../packages/server/src/testing/test-socket.ts";
import { newPage } from "./fixtures/browser.ts";
import { HOSTILE_TEXTS } from "./fixtures/hostile-texts.ts";
import { log, openChat, showWidget } from "./fixtures/widget-page.ts";

/** Of each sort one or two: whole pages full of them are looked at beside these. */
const SOME = [2, 31, 36, 45, 49, HOSTILE_TEXTS.length - 1];
const firstLine = (index: number) => (HOSTILE_TEXTS[index] ?? "").split("\r")[0] ?? "";
const FIELDS = ["name", "mail", "budget", "wish"] as const;
const MINUTE_MS = 60_000;

let server: TestServer;
let cookie: string;
/** Holds every text, as messages, as what the visitor was asked for, and as pages that were looked at. */
let talk: ConversationId;
let contacts: readonly string[];
beforeAll(async () => {
  server = await startTestServer();
  ({ cookie } = await server.person("Sam", "supervisor"));
  talk = await visit();
  contacts = await Promise.all(HOSTILE_TEXTS.map((text, at) => leave(text, at)));
});
afterAll(() => server.close());

/** By real sockets, as a visitor would. */
async function visit(): Promise<ConversationId> {
  const required = FIELDS.map((key): RequiredField => ({ key, kind: "text", label: {}, pattern: null }));
  const settings = server.world.siteOf(SITE)?.settings;
  await server.settle({ queues: settings?.queues.map((queue) => ({ ...queue, required })) ?? [] });
  const visitor = await server.visitor();
  const conversation = newConversationId();
  expect(await visitor.ask({ type: "set-consent", id: newSendId(), given: true })).toBe("accepted");
  const place = { agoMs: 0, session: "visit" };
  const events = HOSTILE_TEXTS.flatMap((text, at): TrackedEvent[] => [
    { ...place, id: `v${at}`, kind: "page_viewed", page: `/${text}`, title: text, pageKind: "object" },
    { ...place, id: `c${at}`, kind: "converted", conversion: "form", of: text },
  ]);
  for (let from = 0; from < events.length; from += 20) {
    const some = events.slice(from, from + 20);
    expect(await visitor.ask({ type: "track-behaviour", id: newSendId(), events: some })).toBe("accepted");
  }
  for (const text of HOSTILE_TEXTS) {
    expect(await visitor.ask({ type: "send-message", id: newSendId(), conversation, text })).toBe("accepted");
  }
  const info = Object.fromEntries(FIELDS.map((key, at) => [key, HOSTILE_TEXTS[at * 3] ?? ""]));
  const asking = { conversation, trigger: "human_request", source: "button", message: null } as const;
  expect(await visitor.ask({ type: "request-handoff", id: newSendId(), ...asking, info })).toBe("accepted");
  return conversation;
}

/** Straight into storage, past everything that checks what comes in: one handoff and one contact full of it. */
async function leave(text: string, at: number): Promise<string> {
  const conversation = newConversation();
  const said = SendId.parse(`said-${at}`);
  const now = Date.now();
  const cited = { text, cites: [{ kind: "page", path: `/${text}` } as const] };
  const handoff: Handoff = handoffOf(conversation, {
    id: HandoffId.parse(`hostile-${at}`),
    site: SITE,
    trigger: "custom",
    triggerName: text,
    rule: text,
    info: { name: text, email: text, phone: text, [text]: text },
    missing: [text],
    evidence: { message: said, text, spans: [{ start: 0, end: Math.min(4, text.length) }] },
    summary: {
      ...NO_SUMMARY,
      sought: cited,
      objects: [cited],
      objections: [cited],
      questions: [cited],
      opener: text,
      lines: [{ message: said, text }],
    },
    createdAt: now,
    updatedAt: now,
    cycleAt: now,
    dueAt: now + 60 * MINUTE_MS,
  });
  await server.storage.change(
    changing(conversation, { entries: [message(said, text)], handoff, control: "human_pending" }, null, SITE),
  );
  const fields: ContactFields = {
    firstName: text,
    lastName: text,
    email: text,
    phone: text,
    company: text,
    notes: text,
  };
  const contact = { ...contactOf(handoff), ...fields };
  await server.storage.addContacts([contact]);
  // Nobody has called here, and Sophie knew no answer.
  const asked = changing(newConversation(), { entries: [message(`asked-${at}`, text)] }, null, SITE);
  await server.storage.change(asked);
  await server.storage.noteUnknown({ site: SITE, language: "nl", question: text, topic: text, at: now });
  return contact.id;
}

interface Watched {
  readonly page: Page;
  /** What ran, was blocked, popped up or was asked for elsewhere. */
  happened(): Promise<readonly string[]>;
}

async function watch(page: Page, origin: () => string): Promise<Watched> {
  const seen: string[] = [];
  await page.exposeFunction("struck", (which: unknown) => void seen.push(`ran ${String(which)}`));
  await page.exposeFunction("reported", (what: string) => void seen.push(what));
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, sample }) =>
      Reflect.get(globalThis, "reported")(`policy ${violatedDirective} ${sample}`),
    ),
  );
  page.on("dialog", (dialog) => (seen.push(`dialog ${dialog.message()}`), void dialog.dismiss()));
  page.on("popup", (popup) => seen.push(`popup ${popup.url()}`));
  page.on("pageerror", ({ message: text }) => seen.push(`error ${text}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin()) && !url.startsWith("data:image/svg")) seen.push(`request ${url}`);
  });
  return {
    page,
    async happened() {
      // A picture that cannot be loaded says so in a later turn.
      await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
      return seen;
    },
  };
}

/** Elements and attributes that the application itself never makes. */
function foreign(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const roots: ParentNode[] = [document];
    const shadow = document.querySelector("sophie-chat")?.shadowRoot;
    if (shadow) roots.push(shadow);
    return roots.flatMap((root) =>
      [...root.querySelectorAll("*")].flatMap((element) => {
        const odd = [...element.attributes].filter(
          ({ name, value }) =>
            name.startsWith("on") ||
            (/^(?:href|src|action|data)$/.test(name) && /^\W*(?:javascript|vbscript|data:text)/i.test(value)),
        );
        const isOdd = ["IFRAME", "OBJECT", "EMBED", "BASE", "TEMPLATE", "MARQUEE"].includes(element.tagName);
        return [...(isOdd ? [element.tagName] : []), ...odd.map(({ name, value }) => `${name}=${value}`)];
      }),
    );
  });
}

/** Whether every one of these can be read, to the letter. */
function unread(page: Page, texts: readonly string[]): Promise<readonly string[]> {
  return page.evaluate((wanted) => {
    const shadow = document.querySelector("sophie-chat")?.shadowRoot;
    const all = `${document.body.textContent} ${shadow?.textContent ?? ""}`.replaceAll(/\s+/g, " ");
    return wanted.filter(
      (text) => !all.includes(text.replaceAll("\0", "\ufffd").replaceAll(/\s+/g, " ").trim()),
    );
  }, texts);
}

it("Q18 on the desk nothing of it runs: list, panel, conversation, replay, contacts, under the policy and Trusted Types", async () => {
  const browsing = await newPage({
    locale: "nl-NL",
    viewport: { width: 1440, height: 2_400 },
    reducedMotion: "reduce",
  });
  const { page, happened } = await watch(browsing, () => server.url);
  const [name = "", value = ""] = cookie.split(/=(.*)/s);
  await page.context().addCookies([{ name, value, url: server.url }]);
  const answer = await page.goto(`${server.url}/desk/`);
  expect(answer?.headers()["content-security-policy"]).toContain("require-trusted-types-for 'script'");
  const at = async (fragment: string, text: string | RegExp) => {
    // What is drawn two frames later belongs to the page that was asked for.
    await page.evaluate((hash) => {
      location.hash = hash;
      return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    }, fragment);
    await page.getByText(text).first().waitFor();
  };

  await page.getByRole("heading", { name: "Handoffs" }).waitFor();
  await page.getByText("<svg onload=struck(5)>").first().waitFor();
  const handoff = (await server.storage.stateOf(talk))?.handoff?.id ?? "";
  await at(`#/handoffs/${handoff}`, "<details open ontoggle=struck(10)>");
  const messages = HOSTILE_TEXTS.filter((text) => !text.includes("\0"));
  await expect.poll(() => unread(page, messages)).toEqual([]);
  expect(await foreign(page)).toEqual([]);
  for (const index of SOME) {
    await at(`#/handoffs/hostile-${index}`, firstLine(index));
    expect(await foreign(page)).toEqual([]);
  }
  await at(`#/replay/${talk}`, "<details open ontoggle=struck(10)>");
  expect(await foreign(page)).toEqual([]);
  await at("#/conversations", /struck/);
  expect(await foreign(page)).toEqual([]);
  await at(`#/knowledge/${SITE}`, /struck/);
  expect(await foreign(page)).toEqual([]);
  await at(`#/contacts/${SITE}`, "<svg onload=struck(5)>");
  expect(await foreign(page)).toEqual([]);
  for (const index of SOME) {
    await at(`#/contacts/${SITE}/${contacts[index]}`, firstLine(index));
    expect(await foreign(page)).toEqual([]);
  }
  expect(await happened()).toEqual([]);
  // And had it been taken for markup, the browser would not have let it.
  const refusal = await page.evaluate(() => {
    try {
      document.createElement("div").innerHTML = "<b>x</b>";
      return "taken";
    } catch (error) {
      return String(error);
    }
  });
  expect(refusal).toContain("TrustedHTML");
  // Nor would this test have missed it.
  await page.evaluate(() => Reflect.get(globalThis, "struck")("proof"));
  expect(await happened()).toEqual(
    expect.arrayContaining(["ran proof", expect.stringContaining("policy require-trusted-types-for")]),
  );
});

it("Q18 in the widget, which stands in somebody else's page, it is text as well", async () => {
  let watched: Watched | undefined;
  let origin = "";
  const { page, host } = await showWidget({
    site: { name: HOSTILE_TEXTS[2] ?? "" },
    async before(shown) {
      watched = await watch(shown, () => origin || "http://127.0.0.1");
    },
    headers: (own) => {
      origin = own;
      const sources = `${own} ${own.replace("http", "ws")}`;
      return {
        "content-security-policy": `default-src 'none'; script-src ${own}; connect-src ${sources}; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`,
      };
    },
  });
  await openChat(page);
  await page.getByRole("textbox", { name: "Bericht" }).fill("Ik wil een medewerker spreken");
  await page.getByRole("textbox", { name: "Bericht" }).press("Enter");
  await log(page).getByText("Ik wil een medewerker spreken", { exact: true }).waitFor();
  await expect.poll(() => host.server.conversations.size).toBe(1);
  for (const text of HOSTILE_TEXTS) host.server.agentSays(text);
  host.server.notify({
    kind: "notice",
    notice: "unavailable",
    text: HOSTILE_TEXTS[4] ?? "",
    channels: [],
    until: null,
  });
  await expect
    .poll(() =>
      unread(
        page,
        HOSTILE_TEXTS.filter((text) => !text.includes("\0")),
      ),
    )
    .toEqual([]);
  expect(await foreign(page)).toEqual([]);
  expect(await watched?.happened()).toEqual([]);
});

it("Q18 in the table of contacts no cell begins as a formula, and none breaks out of its row", async () => {
  const path = `${server.url}/api/sites/${SITE}/contacts/export`;
  const table = await (await fetch(path, { headers: { cookie } })).text();
  const cells = [...table.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? "",
  );
  expect(cells.length).toBeGreaterThan(HOSTILE_TEXTS.length * 6);
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
});
