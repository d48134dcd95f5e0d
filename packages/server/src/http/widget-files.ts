/** The script tag's file and what it loads when a visitor opens the chat: for pages of any origin. */
import { cors } from "hono/cors";
import { createMiddleware } from "hono/factory";
import { filesOf, findBrowserFiles } from "./browser-files.ts";
import type { AppDeps, Env, Route } from "./route.ts";
import { trouble } from "./trouble.ts";

const NOT_BUILT = "The widget is not here. In the repository, `npm run build:browser` makes it.";

/** A page with `Cross-Origin-Embedder-Policy` may carry the widget too. */
const forOtherOrigins = createMiddleware<Env>(async (context, next) => {
  await next();
  context.header("cross-origin-resource-policy", "cross-origin");
});

export function widgetFiles({ files = findBrowserFiles() }: Pick<AppDeps, "files">): readonly Route[] {
  const before = [forOtherOrigins, cors({ origin: "*", allowMethods: ["GET"] }), ...filesOf(files.widget)];
  return ["/sophie.js", "/widget/*"].map((path) => ({
    method: "GET",
    path,
    access: "anyone",
    before,
    handle: () => trouble("not_found", path === "/sophie.js" ? { sentence: NOT_BUILT } : {}),
  }));
}
