/** The real browser behind `PushDevice`: its permission, its push service, and the worker that runs without a page. */
import * as z from "zod/mini";
import type { PushDevice, PushRegistration, PushState } from "./push-device.ts";

const WORKER = "./service-worker.js";

const News = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("arrived"), id: z.string() }),
  z.object({ kind: z.literal("open"), handoff: z.string() }),
]);

const Registered = z.object({
  endpoint: z.string(),
  keys: z.object({ p256dh: z.string(), auth: z.string() }),
});

export function browserPush(): PushDevice {
  const can = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  const worker = (): Promise<ServiceWorkerRegistration | undefined> =>
    can ? navigator.serviceWorker.getRegistration(WORKER) : Promise.resolve(undefined);

  async function subscription(): Promise<PushSubscription | null> {
    return (await (await worker())?.pushManager.getSubscription()) ?? null;
  }

  async function registration(): Promise<PushRegistration | null> {
    if (!can || Notification.permission !== "granted") return null;
    return registered(await subscription());
  }

  return {
    async state(): Promise<PushState> {
      if (!window.isSecureContext) return "insecure";
      if (!can) return isHandheldApple() && !isInstalled() ? "needs_install" : "unsupported";
      if (Notification.permission === "denied") return "denied";
      return (await registration()) === null ? "off" : "on";
    },

    registration,

    async turnOn(publicKey) {
      try {
        const permission = await Notification.requestPermission();
        if (permission !== "granted")
          return { ok: false, why: permission === "denied" ? "denied" : "dismissed" };
        await navigator.serviceWorker.register(trusted(WORKER));
        const { pushManager } = await navigator.serviceWorker.ready;
        // One of an earlier server, with another key, would be in the way.
        await (await pushManager.getSubscription())?.unsubscribe();
        const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
        const found = registered(made);
        return found === null ? { ok: false, why: "failed" } : { ok: true, registration: found };
      } catch {
        return { ok: false, why: "failed" };
      }
    },

    async turnOff() {
      // A browser that cannot reach its push service says so by rejecting; the server is told all the same.
      const held = await subscription().catch(() => null);
      await held?.unsubscribe().catch(() => false);
      return registered(held);
    },

    async keepOnly(handoffs) {
      const shown = (await (await worker())?.getNotifications()) ?? [];
      for (const notification of shown) if (!handoffs.has(notification.tag)) notification.close();
    },

    onNews(listener) {
      if (!can) return () => {};
      const hear = ({ data }: MessageEvent): void => {
        const news = News.safeParse(data);
        if (news.success) listener(news.data);
      };
      navigator.serviceWorker.addEventListener("message", hear);
      return () => navigator.serviceWorker.removeEventListener("message", hear);
    },
  };
}

function registered(held: PushSubscription | null): PushRegistration | null {
  const parsed = Registered.safeParse(held?.toJSON());
  return parsed.success ? parsed.data : null;
}

function isHandheldApple(): boolean {
  // An iPad says that it is a Macintosh; no Macintosh has a touch screen.
  return (
    /iPhone|iPad|iPod/.test(navigator.userAgent) ||
    (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)
  );
}

function isInstalled(): boolean {
  return matchMedia("(display-mode: standalone)").matches;
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (text: string) => string },
  ): { createScriptURL(text: string): string };
}

/** The one script that the desk loads by a name in its code; the policy's name is in the server's header (Q18). */
function trusted(url: typeof WORKER): string {
  const { trustedTypes } = window as { readonly trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined) return url;
  policy ??= trustedTypes.createPolicy("sophie-worker", {
    createScriptURL: (text) => {
      if (text !== WORKER) throw new Error(`browserPush: ${text} is no script of the desk.`);
      return text;
    },
  });
  return policy.createScriptURL(url);
}

let policy: ReturnType<TrustedTypes["createPolicy"]> | null = null;
