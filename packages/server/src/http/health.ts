/** For whoever keeps the server running: is it alive, and should it be sent visitors. */
import type { AppDeps, Route } from "./route.ts";

export function health({ storage, isStopping }: Pick<AppDeps, "storage" | "isStopping">): readonly Route[] {
  return [
    {
      method: "GET",
      path: "/healthz",
      access: "anyone",
      handle: (context) => context.json({ status: "alive" }),
    },
    {
      method: "GET",
      path: "/readyz",
      access: "anyone",
      async handle(context) {
        if (isStopping()) return context.json({ status: "stopping" }, 503);
        const answers = await storage.check().catch(() => false);
        return answers
          ? context.json({ status: "ready" })
          : context.json({ status: "storage does not answer" }, 503);
      },
    },
  ];
}
