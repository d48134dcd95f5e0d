/** Coming in with e-mail and password, going out again, and asking whether one is in. */
import * as z from "zod";
import { PASSWORD_CHARS } from "../auth/new-account.ts";
import type { AppDeps, Route } from "./route.ts";
import type { SignInGuard } from "./sign-in-guard.ts";
import { signedInAnswer } from "./signed-in-answer.ts";
import { trouble } from "./trouble.ts";

const SignIn = z.object({
  email: z.string().trim().toLowerCase().max(320),
  password: z.string().max(PASSWORD_CHARS.most),
});

export function signInRoutes({ auth }: Pick<AppDeps, "auth">, guard: SignInGuard): readonly Route[] {
  return [
    {
      method: "POST",
      path: "/api/auth/sign-in/email",
      access: "anyone",
      async handle(context) {
        const credentials = SignIn.safeParse(context.get("body"));
        if (!credentials.success)
          return trouble("invalid", { field: String(credentials.error.issues[0]?.path[0] ?? "") });
        const { email } = credentials.data;
        const refused = guard.refuse(context, email);
        if (refused !== null) return refused;
        const cookies = await auth.accounts.signIn(credentials.data);
        if (cookies === null) return trouble("wrong_credentials");
        guard.cameIn(context, email);
        return signedInAnswer(cookies);
      },
    },
    {
      method: "POST",
      path: "/api/auth/sign-out",
      access: "anyone",
      async handle(context) {
        return signedInAnswer(await auth.accounts.signOut(context.req.raw.headers));
      },
    },
    {
      method: "GET",
      path: "/api/auth/get-session",
      access: "anyone",
      async handle(context) {
        const signedIn = await auth.sessions.identify(context.req.raw.headers);
        return context.json(signedIn === null ? null : { agent: signedIn.agent, name: signedIn.name });
      },
    },
  ];
}
