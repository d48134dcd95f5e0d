/** Where an agent signs in. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { type AccountFailure, signIn } from "../model/account.ts";
import { Field } from "../ui/Field.tsx";
import { words } from "../words/chosen-words.ts";
import { Gate } from "./Gate.tsx";

export function SignInPage({ onDone }: { readonly onDone: () => void }): JSX.Element {
  const text = words.value.sign;
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<"wrong" | "unreachable" | "often" | "failed" | null>(null);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setIsBusy(true);
    setTrouble(null);
    const answer = await signIn(email.trim(), password);
    setIsBusy(false);
    if (answer.ok) return onDone();
    setTrouble(troubleOf(answer.why));
  }

  return (
    <Gate title={text.title} lead={text.lead}>
      <form class="form" onSubmit={(event) => void submit(event)}>
        <Field
          label={text.email}
          name="email"
          type="email"
          autocomplete="username"
          value={email}
          required
          autofocus
          onInput={setEmail}
        />
        <Field
          label={text.password}
          name="password"
          type="password"
          autocomplete="current-password"
          value={password}
          required
          onInput={setPassword}
        />
        {trouble !== null && (
          <p class="form-error" role="alert">
            {text[trouble]}
          </p>
        )}
        <button type="submit" class="button button-primary button-wide" disabled={isBusy}>
          {isBusy ? text.busy : text.submit}
        </button>
      </form>
    </Gate>
  );
}

function troubleOf(why: AccountFailure["why"]): "wrong" | "unreachable" | "often" | "failed" {
  if (why === "refused" || why === "invalid") return "wrong";
  return why === "unreachable" || why === "often" ? why : "failed";
}
