/** A setting with few choices, each with what it means. */
import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { useProblem } from "./editor-context.ts";

interface RadioSettingProps<V extends string> {
  readonly path: string;
  readonly label: string;
  readonly value: V;
  readonly choices: readonly { readonly value: V; readonly label: string; readonly hint?: string }[];
  readonly onChoose: (value: V) => void;
}

export function RadioSetting<V extends string>(props: RadioSettingProps<V>): JSX.Element {
  const id = useId();
  const problem = useProblem(props.path);
  return (
    <fieldset class="field radios" data-setting={props.path}>
      <legend class="field-label">{props.label}</legend>
      {props.choices.map(({ value, label, hint }) => (
        <div key={value} class="radio">
          <input
            type="radio"
            id={`${id}-${value}`}
            name={id}
            checked={value === props.value}
            aria-describedby={hint === undefined ? undefined : `${id}-${value}-hint`}
            onChange={() => props.onChoose(value)}
          />
          <label for={`${id}-${value}`}>{label}</label>
          {hint !== undefined && (
            <p id={`${id}-${value}-hint`} class="quiet">
              {hint}
            </p>
          )}
        </div>
      ))}
      {problem !== undefined && <p class="field-error">{problem}</p>}
    </fieldset>
  );
}
