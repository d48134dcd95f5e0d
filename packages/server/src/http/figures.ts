/** `/metrics`: for this machine, or for whoever has the token. Others are told that there is nothing. */
import { createHash, timingSafeEqual } from "node:crypto";
import { collectDefaultMetrics } from "prom-client";
import { isFromThisMachine } from "./client-address.ts";
import type { AppDeps, Route } from "./route.ts";
import { trouble } from "./trouble.ts";

export function figures({ metrics, options }: Pick<AppDeps, "metrics" | "options">): readonly Route[] {
  const { registry } = metrics;
  collectDefaultMetrics({ register: registry });
  return [
    {
      method: "GET",
      path: "/metrics",
      access: "anyone",
      async handle(context) {
        const { metricsToken } = options;
        const mayLook =
          metricsToken === null
            ? isFromThisMachine(context.env.incoming)
            : isSame(context.req.header("authorization") ?? "", `Bearer ${metricsToken}`);
        if (!mayLook) return trouble("not_found");
        return context.body(await registry.metrics(), 200, { "content-type": registry.contentType });
      },
    },
  ];
}

/** In a time that tells nothing about how much of it was right. */
function isSame(shown: string, wanted: string): boolean {
  return timingSafeEqual(digest(shown), digest(wanted));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
