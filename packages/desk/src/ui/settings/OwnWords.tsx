/** The words and phrases with which this site wants a person fetched: added, changed, thrown away (S6, S7). */
import type { CustomTrigger } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { removeAt, replaceAt } from "../../model/settings/list-edit.ts";
import { words } from "../../words/chosen-words.ts";
import { Icon } from "../Icon.tsx";
import { addIcon } from "../icons.ts";
import { useEditor } from "./editor-context.ts";
import { OwnWordRow } from "./OwnWordRow.tsx";
import { SettingCard } from "./SettingCard.tsx";

const NAME_CHARS_MAX = 80;

export function OwnWords(): JSX.Element {
  const editor = useEditor();
  const { triggers } = editor.draft.value;
  const text = words.value.settings.own;
  const [phrase, setPhrase] = useState("");
  const set = (next: CustomTrigger[]) => editor.change({ triggers: next });

  function add(): void {
    const said = phrase.trim();
    if (!/[\p{L}\p{N}]/u.test(said)) return;
    const id = `word-${editor.newKey()}`;
    const name = said.slice(0, NAME_CHARS_MAX);
    set([...triggers, { id, name, phrase: said, language: null, inflected: true }]);
    setPhrase("");
  }

  return (
    <SettingCard title={text.title} lead={text.lead}>
      {triggers.length > 0 && (
        <ul class="items" data-setting="triggers">
          {triggers.map((trigger, index) => (
            <OwnWordRow
              key={trigger.id}
              path={`triggers.${index}`}
              trigger={trigger}
              onChange={(changed) => set(replaceAt(triggers, index, changed))}
              onRemove={() => set(removeAt(triggers, index))}
            />
          ))}
        </ul>
      )}
      <form
        class="add-line"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <input
          class="input"
          aria-label={text.newPhrase}
          placeholder={text.example}
          maxLength={200}
          value={phrase}
          onInput={(event) => setPhrase(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          <Icon node={addIcon} />
          {text.add}
        </button>
      </form>
    </SettingCard>
  );
}
