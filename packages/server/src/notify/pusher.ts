/** Sends what only one browser can read to that browser's push service (RFC 8030, 8188, 8291, 8292). */
import { createHash } from "node:crypto";
import type { PushMessage } from "@sophie/engine";
import type * as WebPush from "web-push";
import type { Device, Storage } from "../storage/storage.ts";
import { type PostOutcome, postGuarded } from "../webhooks/post-guarded.ts";

const TIMEOUT_MS = 10_000;

export interface Pusher {
  /** With which browsers recognise this server, base64url. */
  publicKey(): Promise<string>;
  /** `ttlMs`: how long a push service keeps it for a device that is off. */
  push(device: Device, message: PushMessage, ttlMs: number): Promise<PushOutcome>;
}

export type PushOutcome =
  | { readonly ok: true }
  /** `gone`: this browser is not there any more, and never will be again. */
  | { readonly ok: false; readonly why: "gone" | "refused" | "unreachable"; readonly status: number | null };

export interface PusherOptions {
  readonly secret: Storage["secret"];
  /** Whom a push service may ask: a `mailto:` or an `https:` address. */
  readonly subject: () => string;
  readonly allowPrivate: boolean;
}

interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

export function createPusher({ secret, subject, allowPrivate }: PusherOptions): Pusher {
  let keys: Promise<VapidKeys> | null = null;

  /** Made once for all processes and for ever: a browser's subscription is good for this key only. */
  async function readKeys(): Promise<VapidKeys> {
    const { generateVAPIDKeys } = await library();
    return JSON.parse(await secret("vapid-keys", JSON.stringify(generateVAPIDKeys())));
  }

  function ownKeys(): Promise<VapidKeys> {
    keys ??= readKeys().catch((error: unknown) => {
      keys = null;
      throw error;
    });
    return keys;
  }

  return {
    publicKey: async () => (await ownKeys()).publicKey,

    async push(device, message, ttlMs) {
      const { generateRequestDetails } = await library();
      const vapidDetails = { subject: subject(), ...(await ownKeys()) };
      const details = (() => {
        try {
          return generateRequestDetails(device, JSON.stringify(message), {
            vapidDetails,
            contentEncoding: "aes128gcm",
            urgency: "high",
            topic: topicOf(message),
            TTL: Math.max(0, Math.round(ttlMs / 1_000)),
          });
        } catch {
          return null;
        }
      })();
      // With keys that are none, nothing can ever be said to it.
      if (details === null) return { ok: false, why: "gone", status: null };
      const { endpoint: url, headers, body } = details;
      const post = { url, headers: headers as Record<string, string | number>, body: body ?? "" };
      return outcomeOf(await postGuarded(post, { timeoutMs: TIMEOUT_MS, allowPrivate }));
    },
  };
}

/** What comes later about a handoff takes the place of what the push service still has of it. 32 characters at most. */
function topicOf(message: PushMessage): string {
  const about = message.kind === "test" ? "test" : message.handoff;
  return createHash("sha256").update(about).digest("base64url").slice(0, 32);
}

function outcomeOf({ status, fault }: PostOutcome): PushOutcome {
  if (fault === null) return { ok: true };
  if (status === 404 || status === 410 || fault === "forbidden_address")
    return { ok: false, why: "gone", status };
  return { ok: false, why: status === null ? "unreachable" : "refused", status };
}

/** Not before somebody wants to be woken up: a server starts without it. */
async function library(): Promise<Pick<typeof WebPush, "generateVAPIDKeys" | "generateRequestDetails">> {
  return (await import("web-push")).default;
}
