/** One line and one figure for each request: its route's pattern, never its address, so nothing personal is in either. */
import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Logger } from "pino";
import { Histogram, type Registry } from "prom-client";
import type { Env } from "./route.ts";

const NO_ROUTE = "(none)";

export function noteRequests(log: Logger, registry: Registry): MiddlewareHandler<Env> {
  const seconds = new Histogram({
    name: "sophie_http_request_seconds",
    help: "Requests, from their arrival to the head of the answer.",
    labelNames: ["method", "route", "status"] as const,
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  return async (context, next) => {
    const startedAt = performance.now();
    await next();
    const ms = performance.now() - startedAt;
    const route = patternOf(routePath(context, -1));
    const { status } = context.res;
    // A method can be any word at all, chosen by the caller.
    const method = /^(?:GET|HEAD|POST|PUT|OPTIONS)$/.test(context.req.method) ? context.req.method : "other";
    seconds.observe({ method, route, status }, ms / 1_000);
    log.info({ method, route, status, ms: Math.round(ms * 10) / 10 }, "request");
  };
}

function patternOf(path: string | undefined): string {
  return path === undefined || path === "*" || path === "/*" ? NO_ROUTE : path;
}
