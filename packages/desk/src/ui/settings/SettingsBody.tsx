/** The index and the section that is open, with what concerns all of them: who may edit, what is wrong, what is unsaved. */
import type { ComponentType, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { go, place } from "../../model/address.ts";
import { isEdited } from "../../model/settings/editor.ts";
import { sectionNamed, SETTINGS_SECTIONS, type SettingsSection } from "../../model/settings/section.ts";
import { words } from "../../words/chosen-words.ts";
import { Icon } from "../Icon.tsx";
import { backIcon } from "../icons.ts";
import { ApiKeysSection } from "./ApiKeysSection.tsx";
import { ChannelsSection } from "./ChannelsSection.tsx";
import { useEditor } from "./editor-context.ts";
import { HistorySection } from "./HistorySection.tsx";
import { HoursSection } from "./HoursSection.tsx";
import { LeaveDialog } from "./LeaveDialog.tsx";
import { MannerSection } from "./MannerSection.tsx";
import { MessagesSection } from "./MessagesSection.tsx";
import { PauseSection } from "./PauseSection.tsx";
import { ProblemSummary } from "./ProblemSummary.tsx";
import { QueuesSection } from "./QueuesSection.tsx";
import { ReadOnlyNotice } from "./ReadOnlyNotice.tsx";
import { RulesSection } from "./RulesSection.tsx";
import { SaveBar } from "./SaveBar.tsx";
import { SettingsIndex } from "./SettingsIndex.tsx";
import { StaleNotice } from "./StaleNotice.tsx";
import { StartSection } from "./StartSection.tsx";
import { TrySection } from "./TrySection.tsx";

const SECTIONS: Readonly<Record<SettingsSection, ComponentType>> = {
  start: StartSection,
  pause: PauseSection,
  queues: QueuesSection,
  hours: HoursSection,
  rules: RulesSection,
  try: TrySection,
  tickets: ApiKeysSection,
  messages: MessagesSection,
  channels: ChannelsSection,
  manner: MannerSection,
  history: HistorySection,
};

export function SettingsBody({ section }: { readonly section: string | null }): JSX.Element {
  const editor = useEditor();
  const text = words.value.settings;
  const current = sectionNamed(section) ?? SETTINGS_SECTIONS[0];
  const Section = SECTIONS[current];
  const heading = useRef<HTMLHeadingElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const wasAt = useRef(section);

  useEffect(() => {
    if (wasAt.current === section) return;
    wasAt.current = section;
    // Reading goes on at what was opened.
    scroller.current?.scrollTo({ top: 0 });
    heading.current?.focus();
  }, [section]);

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.metaKey || event.ctrlKey) || event.key !== "s") return;
    event.preventDefault();
    if (isEdited(editor) && editor.mayEdit.value) void editor.save();
  }

  return (
    <div class="settings-body" role="presentation" onKeyDown={onKeyDown}>
      <SettingsIndex />
      <div class="settings-main">
        <div class="settings-scroll" ref={scroller}>
          <div class="settings-column">
            <button
              type="button"
              class="button button-bare settings-back"
              onClick={() => {
                const at = place.peek();
                go({ page: "settings", section: null, site: at.page === "settings" ? at.site : null });
              }}
            >
              <Icon node={backIcon} />
              {text.allSections}
            </button>
            <h2 class="settings-title" tabIndex={-1} ref={heading}>
              {text.section[current]}
            </h2>
            <ReadOnlyNotice />
            <StaleNotice />
            <ProblemSummary />
            <Section />
          </div>
        </div>
        <SaveBar />
      </div>
      <LeaveDialog />
    </div>
  );
}
