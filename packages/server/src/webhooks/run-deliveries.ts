/**
 * Delivers what is in the outbox: in order for each conversation, at least once, later and later after a failure, until
 * the schedule is used up. Everything is in rows, so that a process that dies in the middle loses nothing.
 */
import { type Repetition, repeat } from "../repeat.ts";
import type { DueDelivery, Storage } from "../storage/storage.ts";
import type { PostOutcome } from "./post-guarded.ts";
import { postSigned } from "./post-signed.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const LOOK_EVERY_MS = 500;
const AT_ONCE = 16;
const TIMEOUT_MS = 15_000;
/** Longer than a try can take: whoever has taken one and died is followed by somebody else after this. */
const LEASE_MS = MINUTE_MS;
const KEPT_MS = 30 * 24 * HOUR_MS;
/** Waits between tries, as Standard Webhooks recommends: three days in all. */
export const RETRY_AFTER_MS: readonly number[] = [
  5_000,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
];

export interface DeliveryPorts {
  readonly storage: Pick<
    Storage,
    "webhook" | "dueDeliveries" | "claimDelivery" | "settleDelivery" | "forgetDeliveries"
  >;
  readonly now: () => number;
  /** 0–1; spreads the tries of many. */
  readonly chance: () => number;
  readonly allowPrivate: boolean;
  readonly timeoutMs?: number;
  readonly onFault: (what: string, error: unknown) => void;
}

/** One look at the outbox. Answers with how many were tried. */
export async function deliverDue(ports: DeliveryPorts): Promise<number> {
  const due = await ports.storage.dueDeliveries(ports.now(), AT_ONCE);
  await Promise.all(due.map((delivery) => deliver(delivery, ports)));
  return due.length;
}

async function deliver(due: DueDelivery, ports: DeliveryPorts): Promise<void> {
  const { storage, now, allowPrivate, timeoutMs = TIMEOUT_MS } = ports;
  if (!(await storage.claimDelivery(due, now() + LEASE_MS))) return;
  const webhook = await storage.webhook(due.site);
  if (webhook === null || !webhook.isOn) {
    return storage.settleDelivery(due.id, { status: "dead", nextAt: now(), response: null, fault: "off" });
  }
  const { url, secret } = webhook;
  const post = { url, secret, id: due.id, body: due.body, at: now() };
  const outcome = await postSigned(post, { timeoutMs, allowPrivate });
  return storage.settleDelivery(due.id, settled(outcome, due.tries, ports));
}

/** `before`: how often it was tried before this. */
function settled({ status, fault }: PostOutcome, before: number, { now, chance }: DeliveryPorts) {
  const at = now();
  if (fault === null) return { status: "delivered", nextAt: at, response: status, fault } as const;
  const waitMs = RETRY_AFTER_MS[before];
  // Gone is gone: who says so is not asked again.
  if (waitMs === undefined || status === 410)
    return { status: "dead", nextAt: at, response: status, fault } as const;
  return {
    status: "pending",
    nextAt: at + Math.round(waitMs * (1 + chance() / 10)),
    response: status,
    fault,
  } as const;
}

export function runDeliveries(ports: DeliveryPorts): Repetition {
  let forgottenAt = 0;

  async function look(isStopped: () => boolean): Promise<void> {
    try {
      // What settled frees what waited behind it.
      for (let tried = 1; tried > 0;) tried = isStopped() ? 0 : await deliverDue(ports);
      if (ports.now() - forgottenAt < HOUR_MS) return;
      forgottenAt = ports.now();
      await ports.storage.forgetDeliveries(forgottenAt - KEPT_MS);
    } catch (error) {
      ports.onFault("webhooks", error);
    }
  }

  return repeat({ everyMs: LOOK_EVERY_MS, task: look });
}
