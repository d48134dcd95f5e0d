/** Something that is on or off, with what that means beside it. */
import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import { useProblem } from "./editor-context.ts";

interface SwitchRowProps {
  readonly path: string;
  readonly label: string;
  readonly hint: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** What is worth knowing about the position that it is in. */
  readonly children?: ComponentChildren;
}

export function SwitchRow({ path, label, hint, isOn, onChange, children }: SwitchRowProps): JSX.Element {
  const id = useId();
  const problem = useProblem(path);
  return (
    <div class="switch-row" data-setting={path}>
      <div class="switch-text">
        <label for={id}>{label}</label>
        <p id={`${id}-hint`} class="quiet">
          {hint}
        </p>
        {problem !== undefined && <p class="field-error">{problem}</p>}
        {children}
      </div>
      <Switch id={id} isOn={isOn} onChange={onChange} describedBy={`${id}-hint`} />
    </div>
  );
}

interface SwitchProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly id?: string;
  readonly describedBy?: string;
  readonly isDisabled?: boolean;
  /** Its name, where no label stands beside it. */
  readonly name?: string;
}

export function Switch({ isOn, onChange, id, describedBy, isDisabled, name }: SwitchProps): JSX.Element {
  return (
    <input
      type="checkbox"
      role="switch"
      aria-checked={isOn}
      class="switch"
      id={id}
      aria-label={name}
      aria-describedby={describedBy}
      checked={isOn}
      disabled={isDisabled}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
