/** Who may pass to a route: one place for all of them, driven by the route's `access`. */
import type { MiddlewareHandler } from "hono";
import { sitesWith } from "../auth/sessions.ts";
import { refuseForeignCall } from "./own-page.ts";
import type { AppDeps, Env, Route } from "./route.ts";
import { trouble } from "./trouble.ts";

export function gate(
  route: Route,
  { auth, publicUrl }: Pick<AppDeps, "auth" | "publicUrl">,
): MiddlewareHandler<Env> {
  return async (context, next) => {
    if (route.method !== "GET") {
      const refused = await refuseForeignCall(context, publicUrl(), route.bodyBytesMax);
      if (refused !== null) return refused;
    }
    if (route.access === "anyone") return next();
    const signedIn = await auth.sessions.identify(context.req.raw.headers);
    if (signedIn === null) return trouble("not_signed_in");
    if (route.access !== "signed-in" && sitesWith(signedIn, route.access).length === 0)
      return trouble("forbidden");
    context.set("signedIn", signedIn);
    return next();
  };
}
