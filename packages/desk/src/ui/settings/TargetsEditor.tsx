/** How soon somebody answers, by priority, on which clock, and what counts as an answer. */
import { PRIORITIES, type SlaTargets } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { NumberSetting } from "./NumberSetting.tsx";
import { RadioSetting } from "./RadioSetting.tsx";
import { SubGroup } from "./SubGroup.tsx";

const MINUTES_MAX = 60 * 24 * 30;

interface TargetsEditorProps {
  readonly path: string;
  readonly sla: SlaTargets;
  readonly onChange: (sla: SlaTargets) => void;
}

export function TargetsEditor({ path, sla, onChange }: TargetsEditorProps): JSX.Element {
  const all = words.value;
  const text = all.settings.targets;
  return (
    <SubGroup path={path} title={text.title} lead={text.lead}>
      <div class="form-grid form-grid-narrow">
        {PRIORITIES.map((priority) => (
          <NumberSetting
            key={priority}
            path={`${path}.minutes.${priority}`}
            label={text.minutes(all.priority[priority])}
            value={sla.minutes[priority]}
            min={1}
            max={MINUTES_MAX}
            hint={text.isTime(sla.minutes[priority])}
            onChange={(minutes) => onChange({ ...sla, minutes: { ...sla.minutes, [priority]: minutes } })}
          />
        ))}
      </div>
      <div class="form-grid">
        <RadioSetting
          path={`${path}.clock`}
          label={text.clock}
          value={sla.clock}
          choices={[
            { value: "business", label: text.business, hint: text.businessHint },
            { value: "wall", label: text.wall, hint: text.wallHint },
          ]}
          onChoose={(clock) => onChange({ ...sla, clock })}
        />
        <RadioSetting
          path={`${path}.stopOn`}
          label={text.stopOn}
          value={sla.stopOn}
          choices={[
            { value: "first_response", label: text.firstResponse },
            { value: "in_progress", label: text.inProgress },
          ]}
          onChoose={(stopOn) => onChange({ ...sla, stopOn })}
        />
      </div>
    </SubGroup>
  );
}
