/** How Sophie addresses visitors, and whether a conversation may end with a short survey. */
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { EditScope } from "./EditScope.tsx";
import { useEditor } from "./editor-context.ts";
import { RadioSetting } from "./RadioSetting.tsx";
import { SettingCard } from "./SettingCard.tsx";
import { SwitchRow } from "./SwitchRow.tsx";

export function MannerSection(): JSX.Element {
  const editor = useEditor();
  const { address, survey } = editor.draft.value;
  const text = words.value.settings.manner;
  return (
    <EditScope>
      <SettingCard title={text.address} lead={text.addressLead}>
        <RadioSetting
          path="address"
          label={text.addressLabel}
          value={address}
          choices={[
            { value: "formal", label: text.formal, hint: text.formalHint },
            { value: "informal", label: text.informal, hint: text.informalHint },
          ]}
          onChoose={(next) => editor.change({ address: next })}
        />
      </SettingCard>
      <SettingCard title={text.survey}>
        <SwitchRow
          path="survey"
          label={text.surveyLabel}
          hint={text.surveyHint}
          isOn={survey}
          onChange={(next) => editor.change({ survey: next })}
        />
      </SettingCard>
    </EditScope>
  );
}
