/** A few choices of which one holds, side by side. */
import type { JSX } from "preact";

interface SegmentsProps<V extends string> {
  readonly label: string;
  readonly name: string;
  readonly value: V;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly onChoose: (value: V) => void;
}

export function Segments<V extends string>({
  label,
  name,
  value,
  choices,
  onChoose,
}: SegmentsProps<V>): JSX.Element {
  return (
    <fieldset class="segments">
      <legend class="hidden">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} class="segment">
          <input
            type="radio"
            class="segment-input"
            name={name}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          <span class="segment-label">{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
