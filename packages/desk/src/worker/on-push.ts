/** What is shown outside of the page when the server wakes this browser up, and what becomes of it (H93). */
import { PushMessage } from "@sophie/engine";
import { PUSH_EN } from "../words/push-en.ts";
import { PUSH_NL } from "../words/push-nl.ts";
import type { PushWords } from "../words/push-words.ts";

/** A page of the desk that is open in this browser. */
export interface OpenPage {
  readonly visibilityState: DocumentVisibilityState;
  focus(): Promise<unknown>;
  postMessage(message: unknown): void;
}

export interface WorkerPorts {
  readonly registration: Pick<ServiceWorkerRegistration, "scope" | "showNotification" | "getNotifications">;
  readonly pages: () => Promise<readonly OpenPage[]>;
  readonly openPage: (url: string) => Promise<unknown>;
}

const WORDS: Readonly<Record<PushMessage["language"], PushWords>> = { nl: PUSH_NL, en: PUSH_EN };

/** `json` is what was sent, decrypted; whatever cannot be read says nothing. */
export async function onPush(json: unknown, ports: WorkerPorts): Promise<void> {
  const parsed = PushMessage.safeParse(json);
  if (!parsed.success) return;
  const { registration } = ports;
  const message = parsed.data;
  const words = WORDS[message.language];
  const look = { lang: words.tag, icon: "./icon-192.png", badge: "./icon-192.png" };
  switch (message.kind) {
    case "urgent": {
      const pages = await ports.pages();
      // Somebody has come to look since this was sent.
      if (pages.some(({ visibilityState }) => visibilityState === "visible")) return;
      const due = new Intl.DateTimeFormat(words.tag, { hour: "2-digit", minute: "2-digit" });
      await registration.showNotification(
        words.title(message.triggerName ?? words.trigger[message.trigger]),
        {
          ...look,
          body: words.body(message.site, due.format(message.dueAt)),
          // One for each handoff, that stays until somebody does something about it.
          tag: message.handoff,
          requireInteraction: true,
        },
      );
      return;
    }
    case "over": {
      // Browsers want to see something for every push message, or stop delivering them; this is gone at once.
      await registration.showNotification(words.claimed, { ...look, tag: message.handoff, silent: true });
      for (const shown of await registration.getNotifications({ tag: message.handoff })) shown.close();
      return;
    }
    case "test": {
      for (const page of await ports.pages()) page.postMessage({ kind: "arrived", id: message.id });
      await registration.showNotification(words.testTitle, { ...look, body: words.testBody, tag: "test" });
    }
  }
}

/** Leads to the handoff, in a page that is open already if there is one. */
export async function onPressed(tag: string, ports: WorkerPorts): Promise<void> {
  const [page] = await ports.pages();
  const isHandoff = tag !== "test";
  if (page === undefined) {
    const to = isHandoff ? `#/handoffs/${encodeURIComponent(tag)}` : "";
    await ports.openPage(new URL(`./${to}`, ports.registration.scope).href);
    return;
  }
  if (isHandoff) page.postMessage({ kind: "open", handoff: tag });
  await page.focus();
}
