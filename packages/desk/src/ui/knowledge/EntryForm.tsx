/** One question with its answer, open to be changed. Nothing holds before the whole list is saved. */
import { type KnowledgeEntry, LANGUAGES, type KnowledgeLink } from "@sophie/engine";
import type { JSX } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import type { KnowledgeEditor } from "../../model/knowledge/knowledge-editor.ts";
import { words } from "../../words/chosen-words.ts";
import { Field } from "../Field.tsx";
import { Icon } from "../Icon.tsx";
import { addIcon, removeIcon } from "../icons.ts";

interface EntryFormProps {
  readonly editor: KnowledgeEditor;
  readonly entry: KnowledgeEntry;
  readonly onDone: () => void;
}

export function EntryForm({ editor, entry, onDone }: EntryFormProps): JSX.Element {
  const text = words.value.answers;
  const form = useRef<HTMLFieldSetElement>(null);
  const languageId = useId();
  const { mayEdit } = editor.document.value;
  const { id, language, links = [] } = entry;
  const change = (part: Partial<KnowledgeEntry>) => editor.change(id, part);
  const changeLinks = (next: readonly KnowledgeLink[]) => change({ links: [...next] });
  const wrong = wrongIn(editor, entry);

  useEffect(() => {
    form.current?.querySelector("input")?.focus();
  }, [id]);

  return (
    <fieldset class="form known-form" ref={form} disabled={!mayEdit}>
      <Field
        label={text.question}
        name="question"
        value={entry.question}
        lang={language}
        maxLength={300}
        error={wrong("question")}
        onInput={(question) => change({ question })}
      />
      <Field
        label={text.answer}
        name="answer"
        value={entry.answer}
        lang={language}
        rows={4}
        maxLength={4_000}
        error={wrong("answer")}
        onInput={(answer) => change({ answer })}
      />
      <Field
        label={text.variants}
        name="variants"
        value={entry.variants.join("\n")}
        lang={language}
        rows={3}
        hint={text.variantsHint}
        error={wrong("variants")}
        onInput={(variants) => change({ variants: variants === "" ? [] : variants.split("\n") })}
      />
      <div class="field">
        <label for={languageId}>{text.language}</label>
        <select
          id={languageId}
          class="input select"
          value={language}
          onChange={(event) => {
            const chosen = LANGUAGES.find((each) => each === event.currentTarget.value);
            if (chosen !== undefined) change({ language: chosen });
          }}
        >
          {LANGUAGES.map((each) => (
            <option key={each} value={each}>
              {text.languages[each]}
            </option>
          ))}
        </select>
      </div>
      <fieldset class="known-links">
        <legend class="field-label">{text.links}</legend>
        {links.map((link, at) => (
          <div key={at} class="known-link">
            <Field
              label={text.linkTitle}
              name={`link-title-${at}`}
              value={link.title}
              error={wrong(`links.${at}.title`)}
              onInput={(title) => changeLinks(links.with(at, { ...link, title }))}
            />
            <Field
              label={text.linkUrl}
              name={`link-url-${at}`}
              type="url"
              value={link.url}
              placeholder="https://"
              error={wrong(`links.${at}.url`)}
              onInput={(url) => changeLinks(links.with(at, { ...link, url }))}
            />
            <button
              type="button"
              class="button button-bare button-icon"
              onClick={() => changeLinks(links.toSpliced(at, 1))}
            >
              <Icon node={removeIcon} label={text.removeLink} />
            </button>
          </div>
        ))}
        <button
          type="button"
          class="button button-small"
          onClick={() => changeLinks([...links, { title: "", url: "" }])}
        >
          <Icon node={addIcon} />
          {text.addLink}
        </button>
      </fieldset>
      <div class="known-foot">
        <button type="button" class="button" onClick={onDone}>
          {text.done}
        </button>
        {mayEdit && (
          <button type="button" class="button button-bare" onClick={() => editor.remove(id)}>
            <Icon node={removeIcon} />
            {text.remove}
          </button>
        )}
      </div>
    </fieldset>
  );
}

/** What the server said of a part of this entry, in the desk's language where it has words for it. */
function wrongIn(editor: KnowledgeEditor, { id }: KnowledgeEntry): (part: string) => string | undefined {
  const state = editor.save.value;
  const place = editor.entries.value.findIndex((entry) => entry.id === id);
  return (part) => {
    if (state.state !== "invalid") return undefined;
    const path = `entries.${place}.${part}`;
    const found = state.problems.find(
      (problem) => problem.path === path || problem.path.startsWith(`${path}.`),
    );
    return found === undefined
      ? undefined
      : (words.value.answers.problem[found.code] ?? words.value.settings.problem(found));
  };
}
