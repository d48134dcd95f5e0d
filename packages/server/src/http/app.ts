/** The server's HTTP side, whole: every route behind the same guards. Can be tested without a socket. */
import { Hono } from "hono";
import { gate } from "./gate.ts";
import { noteRequests } from "./request-log.ts";
import type { AppDeps, Env } from "./route.ts";
import { routesOf } from "./routes.ts";
import { trouble } from "./trouble.ts";

export function createApp(deps: AppDeps): Hono<Env> {
  const app = new Hono<Env>({ strict: true });
  app.use(noteRequests(deps.log, deps.metrics.registry));
  app.use(async (context, next) => {
    await next();
    context.header("x-content-type-options", "nosniff");
    if (!context.res.headers.has("cache-control")) context.header("cache-control", "no-store");
  });
  for (const route of routesOf(deps)) {
    for (const guard of [gate(route, deps), ...(route.before ?? [])]) app.on(route.method, route.path, guard);
    app.on(route.method, route.path, (context) => route.handle(context));
  }
  app.notFound(() => trouble("not_found"));
  app.onError((error) => {
    deps.log.error({ reason: error.name }, "a request failed");
    return trouble("failed");
  });
  return app;
}
