/** What happens with a handoff that no rule fits: one destination for all of them, or nowhere (S13, S18, S20, S21). */
import type { Destination } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { DestinationEditor } from "./DestinationEditor.tsx";
import { useEditor } from "./editor-context.ts";
import { RadioSetting } from "./RadioSetting.tsx";
import { SettingCard } from "./SettingCard.tsx";

export function OtherwiseCard(): JSX.Element {
  const editor = useEditor();
  const { otherwise, onUnassigned, queues, rules } = editor.draft.value;
  const text = words.value.settings.otherwise;
  const first = queues[0];
  const usual: Destination | null =
    first === undefined ? null : { queue: first.id, mode: "live", assign: { kind: "claim" } };
  const isEverything = rules.every((rule) => !rule.enabled);
  return (
    <SettingCard
      title={isEverything ? text.titleAll : text.title}
      lead={isEverything ? text.leadAll : text.lead}
    >
      <RadioSetting
        path="otherwise"
        label={text.label}
        value={otherwise === null ? "nowhere" : "queue"}
        choices={[
          { value: "queue", label: text.queue },
          { value: "nowhere", label: text.nowhere, hint: text.nowhereHint },
        ]}
        onChoose={(where) => editor.change({ otherwise: where === "queue" ? (otherwise ?? usual) : null })}
      />
      {otherwise === null ? (
        <RadioSetting
          path="onUnassigned"
          label={text.chat}
          value={onUnassigned}
          choices={[
            { value: "keep_open", label: text.keepOpen, hint: text.keepOpenHint },
            { value: "close", label: text.close, hint: text.closeHint },
          ]}
          onChoose={(next) => editor.change({ onUnassigned: next })}
        />
      ) : (
        <div class="sub-body">
          <DestinationEditor
            path="otherwise"
            to={otherwise}
            onChange={(to) => editor.change({ otherwise: to })}
          />
        </div>
      )}
    </SettingCard>
  );
}
