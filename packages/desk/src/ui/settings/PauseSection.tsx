/** Pauses Sophie on the whole site: who talks to her now goes to people, and does not come back by itself (S5). */
import type { JSX } from "preact";
import { liveConversations } from "../../model/live-conversations.ts";
import { words } from "../../words/chosen-words.ts";
import { useDesk } from "../desk-context.ts";
import { Icon } from "../Icon.tsx";
import { warningIcon } from "../icons.ts";
import { EditScope } from "./EditScope.tsx";
import { useEditor } from "./editor-context.ts";
import { SettingCard } from "./SettingCard.tsx";
import { SwitchRow } from "./SwitchRow.tsx";

export function PauseSection(): JSX.Element {
  const editor = useEditor();
  const text = words.value.settings.pause;
  const { paused } = editor.draft.value;
  const wasPaused = editor.saved.value.paused;
  const count = useBotConversations();
  return (
    <EditScope>
      <SettingCard title={text.title} lead={text.lead}>
        <SwitchRow
          path="paused"
          label={text.label}
          hint={paused ? text.isPaused : text.isWorking}
          isOn={paused}
          onChange={(next) => editor.change({ paused: next })}
        >
          {paused && !wasPaused && (
            <output class="warning-text">
              <Icon node={warningIcon} />
              {text.willPause(count)}
            </output>
          )}
          {!paused && wasPaused && <output class="note-text">{text.willResume}</output>}
        </SwitchRow>
        <ul class="plain-list">
          {text.consequences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </SettingCard>
    </EditScope>
  );
}

/** How many conversations on this site Sophie has now. */
function useBotConversations(): number {
  const desk = useDesk();
  const { site } = useEditor();
  const heads = [...desk.conversations.all.value.values()].filter((head) => head.site === site);
  const open = desk.handoffs.open.value.filter((handoff) => handoff.site === site);
  return liveConversations(heads, open).withBot.filter(({ control }) => control === "bot").length;
}
