/** One end of the quiet hours, typed in any usual way and kept as 24-hour time. */
import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { isTime, readTime } from "../../model/settings/read-time.ts";
import { words } from "../../words/chosen-words.ts";

interface QuietTimeProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Text, as everywhere on the desk: the browser's own field for times follows the machine's habits. */
export function QuietTime({ label, value, onChange }: QuietTimeProps): JSX.Element {
  const id = useId();
  /** What was typed and is no time. */
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        class="input"
        id={id}
        inputMode="numeric"
        autocomplete="off"
        maxLength={8}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : `${id}-note`}
        value={wrong ?? value}
        onChange={({ currentTarget }) => {
          const read = readTime(currentTarget.value);
          setWrong(isTime(read) ? null : currentTarget.value);
          if (isTime(read)) onChange(read);
        }}
      />
      {wrong !== null && (
        <p id={`${id}-note`} class="field-error">
          {words.value.settings.hours.noTime}
        </p>
      )}
    </div>
  );
}
