/** A setting that is a whole number; what is no number yet while it is typed changes nothing. */
import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { useProblem } from "./editor-context.ts";

interface NumberSettingProps {
  readonly path: string;
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
  /** Below the field: what the number comes to. */
  readonly hint?: string;
}

export function NumberSetting(props: NumberSettingProps): JSX.Element {
  const id = useId();
  const problem = useProblem(props.path);
  const [typed, setTyped] = useState<string | null>(null);
  const note = problem ?? props.hint;
  return (
    <div class="field" data-setting={props.path}>
      <label for={id}>{props.label}</label>
      <input
        id={id}
        class="input"
        type="number"
        inputMode="numeric"
        min={props.min}
        max={props.max}
        value={typed ?? String(props.value)}
        aria-invalid={problem !== undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onInput={(event) => {
          const { value } = event.currentTarget;
          const number = Number(value);
          setTyped(value);
          if (value !== "" && Number.isInteger(number) && number >= props.min && number <= props.max)
            props.onChange(number);
        }}
        onBlur={() => setTyped(null)}
      />
      {note !== undefined && (
        <p id={`${id}-note`} class={problem === undefined ? "field-hint" : "field-error"}>
          {note}
        </p>
      )}
    </div>
  );
}
