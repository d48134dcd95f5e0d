/** The desk: static files under a policy that lets nothing run but them (Q18). */
import { createMiddleware } from "hono/factory";
import { filesOf, findBrowserFiles } from "./browser-files.ts";
import type { AppDeps, Env, Route } from "./route.ts";
import { trouble } from "./trouble.ts";

const NOT_BUILT = "The desk is not here. In the repository, `npm run build:browser` makes it.";

export function deskFiles(deps: Pick<AppDeps, "files" | "publicUrl">): readonly Route[] {
  const { files = findBrowserFiles() } = deps;
  const locked = createMiddleware<Env>(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headersOf(deps.publicUrl()))) context.header(name, value);
  });
  return [
    { method: "GET", path: "/desk", access: "anyone", handle: (context) => context.redirect("/desk/", 308) },
    {
      method: "GET",
      path: "/desk/*",
      access: "anyone",
      before: [locked, ...filesOf(files.desk, "/desk")],
      handle: () => trouble("not_found", { sentence: NOT_BUILT }),
    },
  ];
}

function headersOf(publicUrl: string): Readonly<Record<string, string>> {
  // Not every browser takes 'self' to mean the same host's sockets.
  const sockets = publicUrl.replace(/^http/, "ws");
  return {
    "content-security-policy": [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      "img-src 'self' data:",
      `connect-src 'self' ${sockets}`,
      "manifest-src 'self'",
      "worker-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      // The worker that shows notifications is named in the code; nothing else makes a script of a text.
      "trusted-types sophie-worker",
    ].join("; "),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
  };
}
