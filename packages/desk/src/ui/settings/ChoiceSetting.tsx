/** A setting with a list of choices of which one holds. */
import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { useProblem } from "./editor-context.ts";

interface ChoiceSettingProps<V extends string> {
  readonly path: string;
  readonly label: string;
  readonly value: V;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly onChoose: (value: V) => void;
  readonly hint?: string | undefined;
}

export function ChoiceSetting<V extends string>(props: ChoiceSettingProps<V>): JSX.Element {
  const id = useId();
  const problem = useProblem(props.path);
  const note = problem ?? props.hint;
  return (
    <div class="field" data-setting={props.path}>
      <label for={id}>{props.label}</label>
      <select
        id={id}
        class="input select"
        aria-invalid={problem !== undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        value={props.value}
        onChange={(event) => {
          const chosen = props.choices.find(({ value }) => value === event.currentTarget.value);
          if (chosen !== undefined) props.onChoose(chosen.value);
        }}
      >
        {props.choices.map(({ value, label }) => (
          <option key={value} value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
      {note !== undefined && (
        <p id={`${id}-note`} class={problem === undefined ? "field-hint" : "field-error"}>
          {note}
        </p>
      )}
    </div>
  );
}
