/** Becoming a colleague with a one-time invitation. */
import * as z from "zod";
import { FIELD_SENTENCES, NewAccount } from "../auth/new-account.ts";
import type { AppDeps, Route } from "./route.ts";
import type { SignInGuard } from "./sign-in-guard.ts";
import { signedInAnswer } from "./signed-in-answer.ts";
import { trouble } from "./trouble.ts";

const Join = NewAccount.extend({ secret: z.string().min(1).max(200) });

export function join({ auth }: Pick<AppDeps, "auth">, guard: SignInGuard): readonly Route[] {
  return [
    {
      method: "POST",
      path: "/api/join",
      access: "anyone",
      async handle(context) {
        const filledIn = Join.safeParse(context.get("body"));
        if (!filledIn.success) return wrongField(filledIn.error);
        const { secret, ...account } = filledIn.data;
        const refused = guard.refuse(context, account.email);
        if (refused !== null) return refused;
        const joined = await auth.invitations.join(secret, account);
        if (!joined.ok) {
          return joined.why === "gone" ? trouble("link_gone") : trouble("email_taken", { field: "email" });
        }
        guard.cameIn(context, account.email);
        return signedInAnswer((await auth.accounts.signIn(account)) ?? []);
      },
    },
  ];
}

function wrongField(error: z.ZodError): Response {
  const field = String(error.issues[0]?.path[0] ?? "");
  const sentence = FIELD_SENTENCES[field as keyof typeof FIELD_SENTENCES];
  return trouble("invalid", sentence === undefined ? { field } : { field, sentence });
}
