/** From when until when it is open on one day: none, one, or several stretches. */
import type { OpenFrame } from "@sophie/engine";
import type { JSX } from "preact";
import { isOvernight } from "../../model/settings/drawn-week.ts";
import { removeAt, replaceAt } from "../../model/settings/list-edit.ts";
import { isTime, readTime } from "../../model/settings/read-time.ts";
import { words } from "../../words/chosen-words.ts";
import { Icon } from "../Icon.tsx";
import { addIcon, closeIcon } from "../icons.ts";
import { useProblem } from "./editor-context.ts";

const USUAL: OpenFrame = { from: "09:00", to: "17:00" };
const MIDNIGHT = "00:00";
/** Midnight at the end of a day. */
const DAYS_END = "24:00";

interface FramesProps {
  readonly path: string;
  /** Whose they are, for those who listen. */
  readonly day: string;
  readonly frames: readonly OpenFrame[];
  readonly onChange: (frames: OpenFrame[]) => void;
}

export function Frames({ path, day, frames, onChange }: FramesProps): JSX.Element {
  const text = words.value.settings.hours;
  const problem = useProblem(path);
  const isRight = frames.every(({ from, to }) => isTime(from) && isTime(to));

  function add(): void {
    const last = frames.at(-1);
    const afterwards = { from: "19:00", to: "21:00" };
    onChange([...frames, last === undefined ? USUAL : last.to < afterwards.from ? afterwards : USUAL]);
  }

  return (
    <div class="frames" data-setting={path}>
      {frames.length === 0 && <span class="frames-closed">{text.closed}</span>}
      {frames.map((frame, index) => (
        // Stretches have no names of their own; their place is what tells them apart.
        <span key={index} class="frame">
          <TimeInput
            name={text.from(day)}
            value={frame.from}
            onChange={(from) => onChange(replaceAt(frames, index, { ...frame, from }))}
          />
          <span aria-hidden="true">–</span>
          <TimeInput
            name={text.until(day)}
            value={frame.to}
            onChange={(to) =>
              onChange(replaceAt(frames, index, { ...frame, to: to === MIDNIGHT ? DAYS_END : to }))
            }
          />
          <button
            type="button"
            class="button button-bare button-tiny"
            aria-label={text.removeFrame(day, frame.from)}
            title={text.removeFrame(day, frame.from)}
            onClick={() => onChange(removeAt(frames, index))}
          >
            <Icon node={closeIcon} />
          </button>
          {isOvernight(frame) && <span class="frame-note">{text.nextDay}</span>}
        </span>
      ))}
      <button
        type="button"
        class="button button-bare button-tiny"
        aria-label={text.addFrame(day)}
        title={text.addFrame(day)}
        onClick={add}
      >
        <Icon node={addIcon} />
      </button>
      {(problem !== undefined || !isRight) && <p class="field-error">{problem ?? text.noTime}</p>}
    </div>
  );
}

interface TimeInputProps {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Text, not the browser's own field for times: that follows the machine's habits, and shows "05:00 PM" on a Dutch page. */
function TimeInput({ name, value, onChange }: TimeInputProps): JSX.Element {
  return (
    <input
      class="input time-input"
      inputMode="numeric"
      autocomplete="off"
      maxLength={8}
      aria-label={name}
      aria-invalid={!isTime(value)}
      value={value}
      onChange={(event) => onChange(readTime(event.currentTarget.value))}
    />
  );
}
