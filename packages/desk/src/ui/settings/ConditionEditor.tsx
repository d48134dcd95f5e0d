/** One condition of a rule. */
import { Channel, LANGUAGES, PRIORITIES, type RuleCondition, TRIGGER_TYPES } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { ChecksSetting } from "./ChecksSetting.tsx";
import { ChoiceSetting } from "./ChoiceSetting.tsx";
import { useEditor } from "./editor-context.ts";
import { NumberSetting } from "./NumberSetting.tsx";

const CHANNELS = Channel.options;

interface ConditionEditorProps {
  readonly path: string;
  readonly condition: RuleCondition;
  readonly onChange: (condition: RuleCondition) => void;
}

export function ConditionEditor({ path, condition, onChange }: ConditionEditorProps): JSX.Element {
  const all = words.value;
  const text = all.settings.rules;
  const { triggers } = useEditor().draft.value;
  const label = text.condition[condition.kind];
  switch (condition.kind) {
    case "trigger":
      return (
        <ChecksSetting
          path={path}
          label={label}
          values={condition.is}
          choices={TRIGGER_TYPES.map((value) => ({ value, label: all.trigger[value] }))}
          onChange={(is) => onChange({ ...condition, is })}
        />
      );
    case "language":
      return (
        <ChecksSetting
          path={path}
          label={label}
          values={condition.is}
          choices={LANGUAGES.map((value) => ({ value, label: all.language[value] }))}
          onChange={(is) => onChange({ ...condition, is })}
        />
      );
    case "channel":
      return (
        <ChecksSetting
          path={path}
          label={label}
          values={condition.is}
          choices={CHANNELS.map((value) => ({ value, label: all.settings.routing.channelName[value] }))}
          onChange={(is) => onChange({ ...condition, is })}
        />
      );
    case "priority":
      return (
        <ChecksSetting
          path={path}
          label={label}
          values={condition.is}
          choices={PRIORITIES.map((value) => ({ value, label: all.priority[value] }))}
          onChange={(is) => onChange({ ...condition, is })}
        />
      );
    case "custom_trigger":
      return (
        <ChoiceSetting
          path={path}
          label={label}
          value={condition.id}
          choices={triggers.map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={(id) => onChange({ ...condition, id })}
        />
      );
    case "score":
      return (
        <NumberSetting
          path={path}
          label={label}
          hint={text.scoreHint}
          value={condition.atLeast}
          min={0}
          max={100}
          onChange={(atLeast) => onChange({ ...condition, atLeast })}
        />
      );
    case "hours":
      return (
        <ChoiceSetting
          path={path}
          label={label}
          hint={text.hoursHint}
          value={condition.is}
          choices={[
            { value: "open", label: text.open },
            { value: "closed", label: text.closed },
          ]}
          onChoose={(is) => onChange({ ...condition, is })}
        />
      );
    case "customer":
      return (
        <ChoiceSetting
          path={path}
          label={label}
          value={condition.is ? "yes" : "no"}
          choices={[
            { value: "yes", label: text.isCustomer },
            { value: "no", label: text.isNoCustomer },
          ]}
          onChoose={(value) => onChange({ ...condition, is: value === "yes" })}
        />
      );
  }
}
