/** Bounds guessing at every door through which one can come in. */
import type { Context } from "hono";
import { createAttempts, PER_ACCOUNT, PER_ACCOUNT_AND_ADDRESS, PER_ADDRESS } from "./attempts.ts";
import { clientAddress } from "./client-address.ts";
import type { AppDeps, Env } from "./route.ts";
import { trouble } from "./trouble.ts";

export interface SignInGuard {
  /** Null if this attempt may be made; the refusal otherwise. `account` is an e-mail address, known or not. */
  refuse(context: Context<Env>, account: string | null): Response | null;
  /** Whoever comes in has not been guessing. */
  cameIn(context: Context<Env>, account: string): void;
}

export function createSignInGuard({ options, clock }: Pick<AppDeps, "options" | "clock">): SignInGuard {
  const now = () => clock.now();
  const perAddress = createAttempts(PER_ADDRESS, now);
  const perPair = createAttempts(PER_ACCOUNT_AND_ADDRESS, now);
  const perAccount = createAttempts(PER_ACCOUNT, now);
  const addressOf = (context: Context<Env>) => clientAddress(context.env.incoming, options.trustProxy);
  return {
    refuse(context, account) {
      const address = addressOf(context);
      const waitMs =
        perAddress.take(address) ||
        (account === null ? 0 : perPair.take(`${account} ${address}`) || perAccount.take(account));
      return waitMs === 0 ? null : trouble("rate_limited", { retryAfterS: Math.ceil(waitMs / 1_000) });
    },
    cameIn: (context, account) => perPair.forget(`${account} ${addressOf(context)}`),
  };
}
