/** What visitors read when a person is asked for: one of three messages, in each language, with Sophie's own words where nothing is filled in (S17, S18, S19). */
import { LANGUAGES, type Language } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { MESSAGE_KINDS } from "../../model/settings/changes.ts";
import { messagesInUse } from "../../model/settings/messages-in-use.ts";
import { words } from "../../words/chosen-words.ts";
import { Segments } from "../Segments.tsx";
import { EditScope } from "./EditScope.tsx";
import { useEditing } from "./editor-context.ts";
import { withText } from "./LocalTextSetting.tsx";
import { SettingCard } from "./SettingCard.tsx";
import { TextSetting } from "./TextSetting.tsx";
import { useDefaultMessages } from "./use-default-messages.ts";

export function MessagesSection(): JSX.Element {
  const { editor, site } = useEditing();
  const draft = editor.draft.value;
  const all = words.value;
  const text = all.settings.messages;
  const [language, setLanguage] = useState<Language>(site.language);
  const defaults = useDefaultMessages(language);
  const inUse = messagesInUse(draft);
  const shown = MESSAGE_KINDS.filter((kind) => inUse[kind]);
  return (
    <>
      <SettingCard title={text.title} lead={text.lead}>
        <Segments
          label={text.language}
          name="message-language"
          value={language}
          choices={LANGUAGES.map((value) => ({ value, label: all.language[value] }))}
          onChoose={setLanguage}
        />
        <EditScope>
          {shown.map((kind) => (
            <TextSetting
              key={kind}
              path={`messages.${kind}.${language}`}
              label={text.kind[kind]}
              hint={text.hint[kind]}
              lang={language}
              rows={3}
              maxLength={1_000}
              placeholder={defaults?.[kind]}
              value={draft.messages[kind][language] ?? ""}
              onInput={(value) =>
                editor.change({
                  messages: { ...draft.messages, [kind]: withText(draft.messages[kind], language, value) },
                })
              }
            />
          ))}
        </EditScope>
        {!inUse.available && <p class="note-text">{text.hiddenByMode}</p>}
        {!inUse.unassigned && <p class="note-text">{text.hiddenByDestination}</p>}
      </SettingCard>
    </>
  );
}
