/** A week of opening times: a line a day, drawn beside what is typed, and copied to other days at a press. */
import type { Calendar } from "@sophie/engine";
import type { JSX } from "preact";
import { drawnWeek } from "../../model/settings/drawn-week.ts";
import { words } from "../../words/chosen-words.ts";
import { copyIcon } from "../icons.ts";
import { Menu } from "../Menu.tsx";
import { DayBars, HourScale } from "./DayBars.tsx";
import { useEditor } from "./editor-context.ts";
import { Frames } from "./Frames.tsx";

type Week = Calendar["week"];

/** Monday to Friday, as they stand in a week. */
const WEEKDAYS = [0, 1, 2, 3, 4];

interface WeekEditorProps {
  readonly path: string;
  readonly week: Week;
  readonly onChange: (week: Week) => void;
}

export function WeekEditor({ path, week, onChange }: WeekEditorProps): JSX.Element {
  const text = words.value.settings.hours;
  const { mayEdit } = useEditor();
  const days = weekdayNames(words.value.tag);
  const bars = drawnWeek(week);

  function copy(from: number, to: readonly number[]): void {
    onChange(week.map((frames, day) => (to.includes(day) ? [...(week[from] ?? [])] : frames)));
  }

  return (
    <fieldset class="week" data-setting={path}>
      <legend class="field-label">{text.week}</legend>
      <div class="week-head">
        <HourScale />
      </div>
      {week.map((frames, day) => {
        const name = days[day] ?? "";
        return (
          <div key={name} class="week-day">
            <span class="week-name">{name}</span>
            <Frames
              path={`${path}.${day}`}
              day={name}
              frames={frames}
              onChange={(changed) => onChange(week.map((held, at) => (at === day ? changed : held)))}
            />
            <Menu
              label={text.copy(name)}
              icon={copyIcon}
              disabled={!mayEdit.value}
              items={[
                { key: "weekdays", label: text.toWeekdays, onPick: () => copy(day, WEEKDAYS) },
                { key: "all", label: text.toAll, onPick: () => copy(day, [...week.keys()]) },
                ...[...week.keys()]
                  .filter((other) => other !== day)
                  .map((other) => ({
                    key: String(other),
                    label: text.toDay(days[other] ?? ""),
                    onPick: () => copy(day, [other]),
                  })),
              ]}
            />
            <DayBars bars={bars[day] ?? []} />
          </div>
        );
      })}
      <p class="quiet week-hint">{text.weekHint}</p>
    </fieldset>
  );
}

/** Monday first. */
function weekdayNames(tag: string): readonly string[] {
  const format = new Intl.DateTimeFormat(tag, { weekday: "long", timeZone: "UTC" });
  // 1 January 2024 was a Monday.
  return [1, 2, 3, 4, 5, 6, 7].map((day) => format.format(Date.UTC(2024, 0, day)));
}
