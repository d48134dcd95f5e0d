/** Where somebody who was invited makes an account, with a link that works once. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { type AccountFailure, join } from "../model/account.ts";
import { Field } from "../ui/Field.tsx";
import { words } from "../words/chosen-words.ts";
import { Gate } from "./Gate.tsx";

const PASSWORD_CHARS_MIN = 10;

interface JoinPageProps {
  readonly secret: string;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

export function JoinPage({ secret, onDone, onLeave }: JoinPageProps): JSX.Element {
  const text = words.value.sign;
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<AccountFailure | null>(null);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setIsBusy(true);
    setFailure(null);
    const answer = await join({ secret, name: name.trim(), email: email.trim(), password });
    setIsBusy(false);
    if (answer.ok) onDone();
    else setFailure(answer);
  }

  function wrong(field: keyof typeof text.invalid): string | undefined {
    if (failure?.why === "taken" && field === "email") return text.taken;
    return failure?.why === "invalid" && failure.field === field ? text.invalid[field] : undefined;
  }

  if (failure?.why === "gone") return <LinkGonePage onLeave={onLeave} />;
  return (
    <Gate title={text.joinTitle} lead={text.joinLead}>
      <form class="form" onSubmit={(event) => void submit(event)}>
        <Field
          label={text.name}
          name="name"
          autocomplete="name"
          value={name}
          required
          autofocus
          error={wrong("name")}
          onInput={setName}
        />
        <Field
          label={text.email}
          name="email"
          type="email"
          autocomplete="username"
          value={email}
          required
          error={wrong("email")}
          onInput={setEmail}
        />
        <Field
          label={text.password}
          name="password"
          type="password"
          autocomplete="new-password"
          value={password}
          required
          minLength={PASSWORD_CHARS_MIN}
          hint={text.passwordHint}
          error={wrong("password")}
          onInput={setPassword}
        />
        {(failure?.why === "unreachable" || failure?.why === "often" || failure?.why === "failed") && (
          <p class="form-error" role="alert">
            {text[failure.why]}
          </p>
        )}
        <button type="submit" class="button button-primary button-wide" disabled={isBusy}>
          {isBusy ? text.busy : text.joinSubmit}
        </button>
      </form>
    </Gate>
  );
}

/** A one-time link that was used before, or is too old. */
export function LinkGonePage({ onLeave }: { readonly onLeave: () => void }): JSX.Element {
  const text = words.value.sign;
  return (
    <Gate title={text.title} lead={text.gone}>
      <button type="button" class="button button-primary button-wide" onClick={onLeave}>
        {text.toSignIn}
      </button>
    </Gate>
  );
}
