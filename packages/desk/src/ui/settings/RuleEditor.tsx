/** One rule: what it is called, when it applies, and where it sends a handoff. */
import type { RoutingRule, RuleCondition } from "@sophie/engine";
import type { JSX } from "preact";
import { newCondition, unusedConditions } from "../../model/settings/conditions.ts";
import { removeAt, replaceAt } from "../../model/settings/list-edit.ts";
import { words } from "../../words/chosen-words.ts";
import { Icon } from "../Icon.tsx";
import { removeIcon } from "../icons.ts";
import { ConditionEditor } from "./ConditionEditor.tsx";
import { DestinationEditor } from "./DestinationEditor.tsx";
import { useEditor } from "./editor-context.ts";
import { TextSetting } from "./TextSetting.tsx";
import { SubGroup } from "./SubGroup.tsx";

interface RuleEditorProps {
  readonly path: string;
  readonly rule: RoutingRule;
  readonly onChange: (rule: RoutingRule) => void;
}

export function RuleEditor({ path, rule, onChange }: RuleEditorProps): JSX.Element {
  const { triggers } = useEditor().draft.value;
  const text = words.value.settings.rules;
  const unused = unusedConditions(rule.when, triggers);
  const set = (when: RuleCondition[]) => onChange({ ...rule, when });
  return (
    <>
      <TextSetting
        path={`${path}.name`}
        label={text.name}
        value={rule.name}
        maxLength={120}
        onInput={(name) => onChange({ ...rule, name })}
      />
      <SubGroup
        path={`${path}.when`}
        title={text.when}
        lead={rule.when.length === 0 ? text.whenNone : text.whenLead}
      >
        {rule.when.map((condition, index) => (
          <div key={condition.kind} class="sub-item">
            <ConditionEditor
              path={`${path}.when.${index}`}
              condition={condition}
              onChange={(changed) => set(replaceAt(rule.when, index, changed))}
            />
            <button
              type="button"
              class="button button-bare button-icon sub-remove"
              aria-label={text.removeCondition(text.condition[condition.kind])}
              title={text.removeCondition(text.condition[condition.kind])}
              onClick={() => set(removeAt(rule.when, index))}
            >
              <Icon node={removeIcon} />
            </button>
          </div>
        ))}
        {unused.length > 0 && (
          <select
            class="input select select-add"
            aria-label={text.addCondition}
            value=""
            onChange={(event) => {
              const kind = unused.find((name) => name === event.currentTarget.value);
              if (kind !== undefined) set([...rule.when, newCondition(kind, triggers)]);
              event.currentTarget.value = "";
            }}
          >
            <option value="">{text.addCondition}</option>
            {unused.map((kind) => (
              <option key={kind} value={kind}>
                {text.condition[kind]}
              </option>
            ))}
          </select>
        )}
      </SubGroup>
      <SubGroup title={text.to}>
        <DestinationEditor path={`${path}.to`} to={rule.to} onChange={(to) => onChange({ ...rule, to })} />
      </SubGroup>
    </>
  );
}
