/** The bare address: whoever types it wants the desk. */
import type { Route } from "./route.ts";

export function frontPage(): readonly Route[] {
  return [
    { method: "GET", path: "/", access: "anyone", handle: (context) => context.redirect("/desk/", 302) },
  ];
}
