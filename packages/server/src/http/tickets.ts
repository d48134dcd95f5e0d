/** Where programs of a site hand in tickets, with a key of that site (F21): docs/tickets.md. */
import { createHash } from "node:crypto";
import type { Handoff } from "@sophie/engine";
import type { Context } from "hono";
import type { ApiKey } from "../storage/storage.ts";
import { type AttemptRate, createAttempts, PER_ADDRESS } from "./attempts.ts";
import { clientAddress } from "./client-address.ts";
import type { AppDeps, Env, Route } from "./route.ts";
import { readTicket } from "./ticket-form.ts";
import { trouble } from "./trouble.ts";

/** A shop on a busy day hands in one a second; more at once is a loop. */
const PER_KEY: AttemptRate = { burst: 60, refillMs: 1_000 };
/** As printable ASCII, so that a log shows it as it was sent. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;
const NO_IDEMPOTENCY_KEY =
  "Send an Idempotency-Key of your own for each ticket, such as its number with you: sent again, it makes no second one.";

type Deps = Pick<AppDeps, "storage" | "siteOf" | "options" | "clock" | "handInTicket">;

export function hashOfKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

export function tickets({ storage, siteOf, options, clock, handInTicket }: Deps): readonly Route[] {
  const now = () => clock.now();
  const perKey = createAttempts(PER_KEY, now);
  const badKeys = createAttempts(PER_ADDRESS, now);

  async function keyOf(context: Context<Env>): Promise<ApiKey | Response> {
    const shown = /^Bearer (sophie_[\w-]{20,200})$/.exec(context.req.header("authorization") ?? "")?.[1];
    const key = shown === undefined ? null : await storage.apiKeyByHash(hashOfKey(shown));
    if (key === null) {
      const waitMs = badKeys.take(clientAddress(context.env.incoming, options.trustProxy));
      return waitMs === 0 ? trouble("bad_key") : slowDown(waitMs);
    }
    const waitMs = perKey.take(key.id);
    return waitMs === 0 ? key : slowDown(waitMs);
  }

  return [
    {
      method: "POST",
      path: "/api/tickets",
      access: "api-key",
      async handle(context) {
        const key = await keyOf(context);
        if (key instanceof Response) return key;
        const site = siteOf(key.site);
        if (site === undefined) return trouble("bad_key");
        const idempotencyKey = context.req.header("idempotency-key") ?? "";
        if (!IDEMPOTENCY_KEY.test(idempotencyKey)) {
          return trouble("invalid", { field: "Idempotency-Key", sentence: NO_IDEMPOTENCY_KEY });
        }
        const read = readTicket(context.get("body"), site.config);
        if (!read.ok) return trouble("invalid", { more: { problems: read.problems } });
        const outcome = await handInTicket(site, read.ticket, idempotencyKey);
        if (!outcome.ok) return trouble("key_used");
        return context.json({ ticket: shownTicket(outcome.handoff) }, outcome.isNew ? 201 : 200);
      },
    },
  ];
}

function slowDown(waitMs: number): Response {
  return trouble("rate_limited", { retryAfterS: Math.ceil(waitMs / 1_000) });
}

/** What a program may know of it: nothing of the people who work on it. */
function shownTicket({ id, status, priority, queue, trigger, createdAt, dueAt }: Handoff) {
  return { id, status, priority, queue, trigger, createdAt, dueAt };
}
