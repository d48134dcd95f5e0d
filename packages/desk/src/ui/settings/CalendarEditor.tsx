/** One calendar: its name, where its times are meant, its week and the days that are not like their weekday. */
import type { Calendar } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { useDesk } from "../desk-context.ts";
import { DaysApart } from "./DaysApart.tsx";
import { TextSetting } from "./TextSetting.tsx";
import { WeekEditor } from "./WeekEditor.tsx";

const ZONES: readonly string[] = Intl.supportedValuesOf("timeZone");

interface CalendarEditorProps {
  readonly path: string;
  readonly calendar: Calendar;
  readonly onChange: (calendar: Calendar) => void;
}

export function CalendarEditor({ path, calendar, onChange }: CalendarEditorProps): JSX.Element {
  const text = words.value.settings.hours;
  const now = useDesk().now.value;
  const listId = `zones-${calendar.id}`;
  const there = timeIn(calendar.zone, now, words.value.tag);
  return (
    <>
      <div class="form-grid">
        <TextSetting
          path={`${path}.name`}
          label={text.name}
          value={calendar.name}
          maxLength={120}
          onInput={(name) => onChange({ ...calendar, name })}
        />
        <TextSetting
          path={`${path}.zone`}
          label={text.zone}
          hint={there === null ? text.zoneUnknown : text.zoneNow(there)}
          value={calendar.zone}
          maxLength={80}
          list={listId}
          onInput={(zone) => onChange({ ...calendar, zone: zone.trim() })}
        />
        <datalist id={listId}>
          {ZONES.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </datalist>
      </div>
      <WeekEditor
        path={`${path}.week`}
        week={calendar.week}
        onChange={(week) => onChange({ ...calendar, week })}
      />
      <DaysApart
        path={`${path}.overrides`}
        days={calendar.overrides}
        onChange={(overrides) => onChange({ ...calendar, overrides })}
      />
    </>
  );
}

/** Null for a zone that there is not. */
function timeIn(zone: string, at: number, tag: string): string | null {
  try {
    return new Intl.DateTimeFormat(tag, {
      timeZone: zone,
      weekday: "long",
      hour: "2-digit",
      minute: "2-digit",
    }).format(at);
  } catch {
    return null;
  }
}
