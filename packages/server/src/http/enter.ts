/** Coming in with a one-time link of the demo. Without a demo there is no such door. */
import * as z from "zod";
import type { AppDeps, Route } from "./route.ts";
import type { SignInGuard } from "./sign-in-guard.ts";
import { signedInAnswer } from "./signed-in-answer.ts";
import { trouble } from "./trouble.ts";

const Enter = z.object({ secret: z.string().min(1).max(200) });

export function enter(
  { auth, enter: take }: Pick<AppDeps, "auth" | "enter">,
  guard: SignInGuard,
): readonly Route[] {
  if (take === undefined) return [];
  return [
    {
      method: "POST",
      path: "/api/enter",
      access: "anyone",
      async handle(context) {
        const shown = Enter.safeParse(context.get("body"));
        if (!shown.success) return trouble("invalid", { field: "secret" });
        const refused = guard.refuse(context, null);
        if (refused !== null) return refused;
        const credentials = take(shown.data.secret);
        const cookies = credentials === null ? null : await auth.accounts.signIn(credentials);
        return cookies === null ? trouble("link_gone") : signedInAnswer(cookies);
      },
    },
  ];
}
