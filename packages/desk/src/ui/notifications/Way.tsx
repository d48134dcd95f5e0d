/** One thing about notifications that is on or off, with what that means. */
import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import { Switch } from "../settings/SwitchRow.tsx";

interface WayProps {
  readonly label: string;
  readonly hint: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** Where it can do nothing, whatever was chosen. */
  readonly isDisabled?: boolean;
  readonly children?: ComponentChildren;
}

export function Way({ label, hint, isOn, onChange, isDisabled = false, children }: WayProps): JSX.Element {
  const id = useId();
  return (
    <div class="switch-row">
      <div class="switch-text">
        <label for={id}>{label}</label>
        <p id={`${id}-hint`} class="quiet">
          {hint}
        </p>
      </div>
      <Switch
        id={id}
        isOn={isOn && !isDisabled}
        isDisabled={isDisabled}
        onChange={onChange}
        describedBy={`${id}-hint`}
      />
      {children}
    </div>
  );
}
