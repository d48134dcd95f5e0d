/** What one queue is: whose handoffs, during which hours, what is asked for first, and how soon somebody answers. */
import type { Queue } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { useDesk } from "../desk-context.ts";
import { ChecksSetting } from "./ChecksSetting.tsx";
import { ChoiceSetting } from "./ChoiceSetting.tsx";
import { useEditor } from "./editor-context.ts";
import { OverflowEditor } from "./OverflowEditor.tsx";
import { RadioSetting } from "./RadioSetting.tsx";
import { RequiredFields } from "./RequiredFields.tsx";
import { TargetsEditor } from "./TargetsEditor.tsx";
import { TextSetting } from "./TextSetting.tsx";

interface QueueEditorProps {
  readonly path: string;
  readonly queue: Queue;
  readonly onChange: (queue: Queue) => void;
}

export function QueueEditor({ path, queue, onChange }: QueueEditorProps): JSX.Element {
  const text = words.value.settings.queues;
  const { calendars } = useEditor().draft.value;
  const agents = useDesk().agents.value;
  return (
    <>
      <div class="form-grid">
        <TextSetting
          path={`${path}.name`}
          label={text.name}
          value={queue.name}
          maxLength={80}
          onInput={(name) => onChange({ ...queue, name })}
        />
        <ChoiceSetting
          path={`${path}.type`}
          label={text.typeLabel}
          hint={text.typeHint}
          value={queue.type}
          choices={[
            { value: "sales", label: text.type.sales },
            { value: "service", label: text.type.service },
          ]}
          onChoose={(type) => onChange({ ...queue, type })}
        />
      </div>
      <ChoiceSetting
        path={`${path}.calendar`}
        label={text.calendar}
        hint={text.calendarHint}
        value={queue.calendar ?? ""}
        choices={[
          { value: "", label: text.alwaysOpen },
          ...calendars.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChoose={(id) => onChange({ ...queue, calendar: id === "" ? null : id })}
      />
      <RadioSetting
        path={`${path}.membership`}
        label={text.members}
        value={queue.members === null ? "everybody" : "some"}
        choices={[
          { value: "everybody", label: text.everybody, hint: text.everybodyHint },
          { value: "some", label: text.some },
        ]}
        onChoose={(who) =>
          onChange({ ...queue, members: who === "everybody" ? null : agents.map((agent) => agent.id) })
        }
      />
      {queue.members !== null && (
        <ChecksSetting
          path={`${path}.members`}
          label={text.whoIsIn}
          values={queue.members}
          choices={agents.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(members) => onChange({ ...queue, members })}
        />
      )}
      <RequiredFields
        path={`${path}.required`}
        fields={queue.required}
        onChange={(required) => onChange({ ...queue, required })}
      />
      <OverflowEditor
        path={`${path}.overflow`}
        queue={queue}
        onChange={(overflow) => {
          const { overflow: _before, ...rest } = queue;
          onChange(overflow === undefined ? rest : { ...rest, overflow });
        }}
      />
      <TargetsEditor path={`${path}.sla`} sla={queue.sla} onChange={(sla) => onChange({ ...queue, sla })} />
    </>
  );
}
