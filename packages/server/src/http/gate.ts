/** Who may pass to a route: one place for all of them, driven by the route's `access`. */
import type { Permission } from "@sophie/engine";
import type { MiddlewareHandler } from "hono";
import { type SignedIn, sitesWith } from "../auth/sessions.ts";
import { refuseForeignCall, takeJson } from "./own-page.ts";
import type { AppDeps, Env, Route } from "./route.ts";
import { trouble } from "./trouble.ts";

export function gate(
  route: Route,
  { auth, publicUrl }: Pick<AppDeps, "auth" | "publicUrl">,
): MiddlewareHandler<Env> {
  return async (context, next) => {
    if (route.access === "api-key") {
      const refused = await takeJson(context, route.bodyBytesMax);
      return refused ?? next();
    }
    if (route.method !== "GET") {
      const refused = await refuseForeignCall(context, publicUrl(), route.bodyBytesMax);
      if (refused !== null) return refused;
    }
    if (route.access === "anyone") return next();
    const signedIn = await auth.sessions.identify(context.req.raw.headers);
    if (signedIn === null) return trouble("not_signed_in");
    if (route.access !== "signed-in" && !mayPass(signedIn, route.access, context.req.param("site")))
      return trouble("forbidden");
    context.set("signedIn", signedIn);
    return next();
  };
}

/** A site that the path names counts by one's role there. One where somebody does not work, the route says is not there. */
function mayPass(signedIn: SignedIn, permission: Permission, named: string | undefined): boolean {
  const sites = sitesWith(signedIn, permission);
  const worksThere = signedIn.memberships.some(({ site }) => site === named);
  return worksThere ? sites.some((site) => site === named) : sites.length > 0;
}
