/** The rules that say where a handoff goes: read from the top, the first that fits decides (F20, S15). */
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { EditScope } from "./EditScope.tsx";
import { OtherwiseCard } from "./OtherwiseCard.tsx";
import { RuleList } from "./RuleList.tsx";
import { SettingCard } from "./SettingCard.tsx";
import { TryLink } from "./TryLink.tsx";

export function RulesSection(): JSX.Element {
  const text = words.value.settings.rules;
  return (
    <EditScope>
      <SettingCard title={text.title} lead={text.lead} actions={<TryLink />}>
        <RuleList />
      </SettingCard>
      <OtherwiseCard />
    </EditScope>
  );
}
