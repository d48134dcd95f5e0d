/** The keys with which programs hand in tickets: made here, shown once, revoked for good (F21). */
import type { SiteId } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { type ApiKey, fetchApiKeys, makeApiKey, revokeApiKey } from "../../model/settings/api-keys-http.ts";
import { words } from "../../words/chosen-words.ts";
import { momentTime } from "../../words/times.ts";
import { CopyButton } from "../CopyButton.tsx";
import { useDesk } from "../desk-context.ts";
import { Field } from "../Field.tsx";
import { useAnswer } from "../use-answer.ts";
import { useEditor } from "./editor-context.ts";
import { SettingCard } from "./SettingCard.tsx";

const NAME_CHARS_MAX = 80;

export function ApiKeysSection(): JSX.Element {
  const text = words.value.routing.keys;
  const { mayEdit, site } = useEditor();
  return (
    <SettingCard title={text.title} lead={text.lead}>
      {mayEdit.value ? <KeysOf site={site} /> : <p class="quiet">{text.mayNot}</p>}
      <p class="quiet">{text.guide}</p>
    </SettingCard>
  );
}

function KeysOf({ site }: { readonly site: SiteId }): JSX.Element {
  const text = words.value.routing.keys;
  const first = useAnswer(() => fetchApiKeys(site), [site]);
  const [changed, setChanged] = useState<readonly ApiKey[] | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [name, setName] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const keys = changed ?? first ?? [];

  async function make(event: Event): Promise<void> {
    event.preventDefault();
    if (name.trim() === "") return setIsMissing(true);
    const made = await makeApiKey(site, name.trim());
    setHasFailed(made === null);
    if (made === null) return;
    setChanged(made.keys);
    setSecret(made.key);
    setName("");
    setIsMissing(false);
  }

  async function revoke(id: string): Promise<void> {
    const left = await revokeApiKey(site, id);
    setHasFailed(left === null);
    if (left !== null) setChanged(left);
  }

  return (
    <>
      <form class="form api-key-form" noValidate onSubmit={(event) => void make(event)}>
        <Field
          label={text.name}
          name="name"
          value={name}
          hint={text.nameHint}
          maxLength={NAME_CHARS_MAX}
          error={isMissing && name.trim() === "" ? text.nameMissing : undefined}
          onInput={setName}
        />
        <button type="submit" class="button">
          {text.make}
        </button>
      </form>
      {secret !== null && (
        <output class="hook-secret">
          {text.once} <code>{secret}</code> <CopyButton text={secret} />
        </output>
      )}
      {hasFailed && (
        <p class="form-error" role="alert">
          {text.failed}
        </p>
      )}
      {keys.length === 0 ? (
        <p class="quiet">{text.none}</p>
      ) : (
        <ul class="api-keys">
          {keys.map((key) => (
            <KeyLine key={key.id} held={key} onRevoke={() => void revoke(key.id)} />
          ))}
        </ul>
      )}
    </>
  );
}

function KeyLine({ held, onRevoke }: { readonly held: ApiKey; readonly onRevoke: () => void }): JSX.Element {
  const all = words.value;
  const text = all.routing.keys;
  const now = useDesk().now.peek();
  const [isAsking, setIsAsking] = useState(false);
  const { name, tail, madeBy, madeAt, revokedAt } = held;
  return (
    <li class={revokedAt === null ? "api-key" : "api-key api-key-revoked"}>
      <span>
        <strong>{name}</strong> <code>…{tail}</code>{" "}
        <span class="quiet">
          {revokedAt === null
            ? text.made(madeBy, momentTime(madeAt, now, all))
            : text.revoked(momentTime(revokedAt, now, all))}
        </span>
      </span>
      {revokedAt === null && !isAsking && (
        <button
          type="button"
          class="button button-small"
          aria-label={text.revokeName(name)}
          onClick={() => setIsAsking(true)}
        >
          {text.revoke}
        </button>
      )}
      {revokedAt === null && isAsking && (
        <span class="api-key-question" role="alert">
          {text.revokeQuestion(name)}
          <button type="button" class="button button-small button-danger" onClick={onRevoke}>
            {text.revokeYes}
          </button>
          <button type="button" class="button button-small" onClick={() => setIsAsking(false)}>
            {all.dialog.keep}
          </button>
        </span>
      )}
    </li>
  );
}
