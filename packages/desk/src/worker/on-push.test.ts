/** What a browser shows of a push message, by its own rules: one notification a tag, and something for every message. */
import { HandoffId, type PushMessage } from "@sophie/engine";
import { beforeEach, expect, it } from "vitest";
import { onPressed, onPush, type OpenPage, type WorkerPorts } from "./on-push.ts";

interface Shown {
  readonly title: string;
  readonly options: NotificationOptions;
}

/** As a browser keeps them: by their tags. */
let shown: Map<string, Shown>;
let everShown: string[];
let pages: (OpenPage & { readonly told: unknown[]; isFocused: boolean })[];
let opened: string[];
let ports: WorkerPorts;
beforeEach(() => {
  shown = new Map();
  everShown = [];
  pages = [];
  opened = [];
  const registration = {
    scope: "https://chat.example.org/desk/",
    async showNotification(title: string, options: NotificationOptions = {}) {
      shown.set(options.tag ?? "", { title, options });
      everShown.push(title);
    },
    async getNotifications({ tag = "" }: GetNotificationOptions = {}) {
      return shown.has(tag) ? [{ close: () => void shown.delete(tag) } as Notification] : [];
    },
  };
  ports = { registration, pages: async () => pages, openPage: async (url) => void opened.push(url) };
});

function openPage(visibilityState: DocumentVisibilityState): (typeof pages)[number] {
  const page = {
    visibilityState,
    told: [] as unknown[],
    isFocused: false,
    postMessage: (message: unknown) => void page.told.push(message),
    focus: async () => void (page.isFocused = true),
  };
  pages.push(page);
  return page;
}

const HANDOFF = HandoffId.parse("one");
const dueAt = Date.parse("2026-01-05T14:15:00");
const URGENT: PushMessage = {
  kind: "urgent",
  language: "nl",
  handoff: HANDOFF,
  trigger: "demo_request",
  triggerName: null,
  priority: "urgent",
  site: "Van Leeuwen",
  dueAt,
};
const OVER: PushMessage = { kind: "over", language: "nl", handoff: HANDOFF };

it("H93 says what waits, where and until when, stays until something is done about it, and is there once", async () => {
  openPage("hidden");
  await onPush(URGENT, ports);
  await onPush({ ...URGENT, language: "en", triggerName: "Wants to sell" }, ports);
  expect(everShown).toEqual(["Urgent: Demo-aanvraag", "Urgent: Wants to sell"]);
  expect([...shown.keys()]).toEqual(["one"]);
  expect(shown.get("one")?.options).toMatchObject({
    body: "Van Leeuwen · answer before 14:15",
    requireInteraction: true,
    lang: "en-GB",
  });
});

it("H93 shows nothing to somebody who has come to look, and nothing of what it cannot read", async () => {
  openPage("visible");
  await onPush(URGENT, ports);
  for (const odd of [null, "x", {}, { ...URGENT, dueAt: "soon" }, { kind: "new" }]) await onPush(odd, ports);
  expect(everShown).toEqual([]);
});

it("H93 takes it away once somebody has it, also where it never came; other handoffs stay", async () => {
  await onPush(URGENT, ports);
  await onPush({ ...URGENT, handoff: HandoffId.parse("two") }, ports);
  await onPush(OVER, ports);
  await onPush({ ...OVER, handoff: HandoffId.parse("three") }, ports);
  expect([...shown.keys()]).toEqual(["two"]);
  // A browser that is woken up and shows nothing counts that against the page.
  expect(everShown).toHaveLength(4);
});

it("H93 a press leads to the handoff: in the page that is open, or in a new one", async () => {
  await onPressed("one", ports);
  await onPressed("test", ports);
  expect(opened).toEqual(["https://chat.example.org/desk/#/handoffs/one", "https://chat.example.org/desk/"]);
  const page = openPage("hidden");
  await onPressed("one", ports);
  expect([page.told, page.isFocused, opened.length]).toEqual([[{ kind: "open", handoff: "one" }], true, 2]);
});
