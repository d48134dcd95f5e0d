/** Who sits at this desk: asked of the server once, and again after every sign-in. */
import { signal, type ReadonlySignal } from "@preact/signals";
import * as account from "./account.ts";
import { takeSecret } from "./address.ts";
import { forgetDrafts } from "./kept-drafts.ts";
import { forgetAnswers } from "./kept-answers.ts";

type Identity =
  | { readonly state: "asking" }
  | { readonly state: "unreachable" }
  | { readonly state: "signed-out" }
  /** A one-time invitation is in hand. */
  | { readonly state: "joining"; readonly secret: string }
  /** A one-time sign-in link is being used. */
  | { readonly state: "entering" }
  | { readonly state: "link-gone" }
  | { readonly state: "signed-in"; readonly me: account.Me };

export interface IdentityVerbs {
  readonly identity: ReadonlySignal<Identity>;
  begin(): Promise<void>;
  ask(): Promise<void>;
  /** To the sign-in form, whatever came before. */
  forget(): void;
  /** False if the server could not be told: then one is still signed in. */
  signOut(): Promise<boolean>;
}

export function createIdentity(): IdentityVerbs {
  const identity = signal<Identity>({ state: "asking" });

  async function ask(): Promise<void> {
    const answer = await account.askWhoIAm();
    if (answer.ok) identity.value = { state: "signed-in", me: answer.value };
    else identity.value = { state: answer.why === "refused" ? "signed-out" : "unreachable" };
  }

  return {
    identity,
    ask,
    async begin() {
      const secret = takeSecret();
      if (secret === null) return ask();
      if (secret.kind === "join") {
        identity.value = { state: "joining", secret: secret.secret };
        return;
      }
      identity.value = { state: "entering" };
      const answer = await account.enter(secret.secret);
      if (answer.ok) return ask();
      // Who is signed in already does not need the link.
      const known = await account.askWhoIAm();
      if (known.ok) identity.value = { state: "signed-in", me: known.value };
      else identity.value = { state: answer.why === "unreachable" ? "unreachable" : "link-gone" };
    },
    forget() {
      identity.value = { state: "signed-out" };
    },
    async signOut() {
      const answer = await account.signOut();
      if (answer.ok) {
        forgetAnswers(sessionStorage);
        forgetDrafts(localStorage);
        identity.value = { state: "signed-out" };
      }
      return answer.ok;
    },
  };
}
