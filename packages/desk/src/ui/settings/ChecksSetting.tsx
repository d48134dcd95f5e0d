/** A setting that is a selection: any number of a few choices. */
import type { JSX } from "preact";
import { toggled } from "../../model/settings/list-edit.ts";
import { useProblem } from "./editor-context.ts";

interface ChecksSettingProps<V extends string> {
  readonly path: string;
  readonly label: string;
  readonly values: readonly V[];
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (values: V[]) => void;
}

export function ChecksSetting<V extends string>(props: ChecksSettingProps<V>): JSX.Element {
  const problem = useProblem(props.path);
  return (
    <fieldset class="field checks checks-flow" data-setting={props.path}>
      <legend class="field-label">{props.label}</legend>
      {props.choices.map(({ value, label }) => (
        <label key={value} class="check">
          <input
            type="checkbox"
            checked={props.values.includes(value)}
            onChange={() => props.onChange(toggled(props.values, value))}
          />
          {label}
        </label>
      ))}
      {problem !== undefined && <p class="field-error">{problem}</p>}
    </fieldset>
  );
}
