/** Holidays and other days that are not like their weekday: typed in, or taken from a calendar file. */
import type { DateOverride } from "@sophie/engine";
import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { withDays } from "../../model/settings/days-apart.ts";
import { removeAt, replaceAt } from "../../model/settings/list-edit.ts";
import { words } from "../../words/chosen-words.ts";
import { useDesk } from "../desk-context.ts";
import { Icon } from "../Icon.tsx";
import { addIcon, removeIcon } from "../icons.ts";
import { useEditing } from "./editor-context.ts";
import { Frames } from "./Frames.tsx";
import { TextSetting } from "./TextSetting.tsx";
import { SubGroup } from "./SubGroup.tsx";

interface DaysApartProps {
  readonly path: string;
  readonly days: readonly DateOverride[];
  readonly onChange: (days: DateOverride[]) => void;
}

export function DaysApart({ path, days, onChange }: DaysApartProps): JSX.Element {
  const { calls } = useEditing();
  const text = words.value.settings.hours;
  const now = useDesk().now;
  const fileId = useId();
  const [answer, setAnswer] = useState<string | null>(null);

  async function read(file: File): Promise<void> {
    const found = await calls.readCalendar(await file.text());
    if (!found.ok) return setAnswer(text.fileFailed);
    const together = withDays(days, found.value);
    onChange(together.days);
    setAnswer(text.fileRead(together.added, found.value.length - together.added));
  }

  return (
    <SubGroup path={path} title={text.apart} lead={text.apartLead}>
      {days.map((day, index) => (
        <div key={index} class="day-apart" data-setting={`${path}.${index}`}>
          <TextSetting
            path={`${path}.${index}.date`}
            label={text.date}
            type="date"
            value={day.date}
            onInput={(date) => onChange(replaceAt(days, index, { ...day, date }))}
          />
          <TextSetting
            path={`${path}.${index}.name`}
            label={text.dayName}
            value={day.name}
            maxLength={120}
            onInput={(name) => onChange(replaceAt(days, index, { ...day, name }))}
          />
          <div class="field">
            <span class="field-label">{text.openThen}</span>
            <Frames
              path={`${path}.${index}.frames`}
              day={day.name === "" ? day.date : day.name}
              frames={day.frames}
              onChange={(frames) => onChange(replaceAt(days, index, { ...day, frames }))}
            />
          </div>
          <button
            type="button"
            class="button button-bare button-icon"
            aria-label={text.removeDay(day.name === "" ? day.date : day.name)}
            title={text.removeDay(day.name === "" ? day.date : day.name)}
            onClick={() => onChange(removeAt(days, index))}
          >
            <Icon node={removeIcon} />
          </button>
        </div>
      ))}
      <div class="add-line">
        <button
          type="button"
          class="button button-small"
          onClick={() =>
            onChange([
              ...days,
              { date: new Date(now.peek()).toISOString().slice(0, 10), name: "", frames: [] },
            ])
          }
        >
          <Icon node={addIcon} />
          {text.addDay}
        </button>
        <label class="button button-small file-button" for={fileId}>
          {text.file}
          <input
            id={fileId}
            class="file-input"
            type="file"
            accept=".ics,text/calendar"
            onChange={(event) => {
              const input = event.currentTarget;
              const file = input.files?.[0];
              if (file !== undefined) void read(file);
              // The same file may be chosen again.
              input.value = "";
            }}
          />
        </label>
      </div>
      <output class="quiet">{answer}</output>
    </SubGroup>
  );
}
