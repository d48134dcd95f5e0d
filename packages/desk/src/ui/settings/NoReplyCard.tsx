/** Pages on which nobody answers, and what visitors read there once a day (T22). */
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { useEditing } from "./editor-context.ts";
import { LocalTextSetting } from "./LocalTextSetting.tsx";
import { SettingCard } from "./SettingCard.tsx";
import { TextSetting } from "./TextSetting.tsx";

const NONE = { pages: [], channels: [], message: {} };

export function NoReplyCard(): JSX.Element {
  const { editor, site } = useEditing();
  const noReply = editor.draft.value.noReply ?? NONE;
  const text = words.value.settings.noReply;
  return (
    <SettingCard title={text.title} lead={text.lead}>
      <TextSetting
        path="noReply.pages"
        label={text.pages}
        hint={text.pagesHint}
        rows={3}
        value={noReply.pages.join("\n")}
        onInput={(value) => editor.change({ noReply: { ...noReply, pages: linesOf(value) } })}
      />
      <LocalTextSetting
        path="noReply.message"
        label={text.message}
        hint={text.messageHint}
        main={site.language}
        value={noReply.message}
        onChange={(message) => editor.change({ noReply: { ...noReply, message } })}
      />
    </SettingCard>
  );
}

/** One a line. The line that is being written may be empty still. */
function linesOf(value: string): string[] {
  return value === "" ? [] : value.split("\n");
}
