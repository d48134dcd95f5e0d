/** One written answer, open to be changed, in the site's language first; what is wrong stands at the text where it is. */
import {
  CANNED_NAME_CHARS_MAX,
  CANNED_TEXT_CHARS_MAX,
  type CannedReply,
  LANGUAGES,
  type Language,
} from "@sophie/engine";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { type CannedAnswer, removeCanned, saveCanned } from "../../model/canned/canned-http.ts";
import type { EditedReply } from "../../model/canned/canned-shelf.ts";
import { words } from "../../words/chosen-words.ts";
import { useDesk } from "../desk-context.ts";
import { Field } from "../Field.tsx";

interface CannedFormProps {
  readonly edited: EditedReply;
  /** The site's. */
  readonly language: Language;
  /** As it is saved; absent for a new one. */
  readonly current?: CannedReply;
}

export function CannedForm({ edited, language, current }: CannedFormProps): JSX.Element {
  const { canned } = useDesk();
  const form = useRef<HTMLFormElement>(null);
  const [isBusy, setIsBusy] = useState(false);
  const all = words.value;
  const text = all.together.canned;
  const { site, reply, fault } = edited;
  const others = LANGUAGES.filter((each) => each !== language);

  useEffect(() => form.current?.querySelector("input")?.focus(), [reply.id]);
  // What is wrong is led to, wherever it stands.
  useEffect(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(), [fault]);

  function change(part: Partial<CannedReply>): void {
    canned.edited.value = { ...edited, reply: { ...reply, ...part } };
  }

  async function settle(answering: Promise<CannedAnswer>): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    const answer = await answering;
    setIsBusy(false);
    if (answer.state === "done" || answer.state === "stale") canned.put(site, answer.document);
    const version =
      answer.state === "stale"
        ? answer.document.replies.find(({ id }) => id === reply.id)?.version
        : undefined;
    // Saved again, it is saved over what was shown.
    canned.edited.value =
      answer.state === "done"
        ? null
        : { site, reply: { ...reply, version: version ?? reply.version }, fault: answer };
  }

  function wrongAt(field: string): string | undefined {
    if (fault?.state !== "invalid" || fault.field !== field) return undefined;
    if (field === "name") return text.wrong.name;
    return fault.wrong === "" ? text.wrong.texts : text.wrong.variable(fault.wrong);
  }

  function textField(each: Language, label: string): JSX.Element {
    return (
      <Field
        key={each}
        label={label}
        name={`text-${each}`}
        lang={each}
        rows={4}
        maxLength={CANNED_TEXT_CHARS_MAX}
        value={reply.texts[each] ?? ""}
        error={wrongAt(`texts.${each}`) ?? (each === language ? wrongAt("texts") : undefined)}
        hint={each === language ? text.variables : undefined}
        onInput={(value) => change({ texts: { ...reply.texts, [each]: value } })}
      />
    );
  }

  const isElsewhere = fault?.state === "failed" || (fault?.state === "invalid" && isForNoField(fault.field));
  return (
    <form
      ref={form}
      class="form canned-form"
      onSubmit={(event) => {
        event.preventDefault();
        void settle(saveCanned(site, reply));
      }}
    >
      {fault?.state === "stale" && (
        <div role="alert">
          <p class="form-error">{text.stale}</p>
          {current !== undefined && <blockquote class="canned-text">{current.texts[language]}</blockquote>}
        </div>
      )}
      {isElsewhere && (
        <p class="form-error" role="alert">
          {text.wrong.other}
        </p>
      )}
      <Field
        label={text.name}
        name="name"
        value={reply.name}
        maxLength={CANNED_NAME_CHARS_MAX}
        hint={text.nameHint}
        error={wrongAt("name")}
        onInput={(name) => change({ name })}
      />
      {textField(language, `${text.text} (${all.language[language]})`)}
      <details class="translations" open={others.some((each) => wrongAt(`texts.${each}`) !== undefined)}>
        <summary>{text.otherLanguages}</summary>
        <div class="form-grid">{others.map((each) => textField(each, all.language[each]))}</div>
      </details>
      <div class="canned-buttons">
        <button type="submit" class="button button-primary" aria-disabled={isBusy}>
          {text.save}
        </button>
        <button type="button" class="button" onClick={() => (canned.edited.value = null)}>
          {text.cancel}
        </button>
        {reply.version > 0 && (
          <button
            type="button"
            class="button button-bare"
            onClick={() => void settle(removeCanned(site, reply))}
          >
            {text.remove}
          </button>
        )}
      </div>
    </form>
  );
}

function isForNoField(field: string): boolean {
  return field !== "name" && !field.startsWith("texts");
}
