/** When this agent wants no sound, push or mail: on which days, from when until when, by whose clock (H83). */
import { isQuietAt, type QuietHours } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { words } from "../../words/chosen-words.ts";
import { ownZone } from "../../words/times.ts";
import { useDesk } from "../desk-context.ts";
import { Field } from "../Field.tsx";
import { QuietTime } from "./QuietTime.tsx";
import { Way } from "./Way.tsx";

const ALL_DAYS = [0, 1, 2, 3, 4, 5, 6];
/** A Monday, at noon by Greenwich: the same day everywhere that names are asked for. */
const SOME_MONDAY = Date.UTC(2024, 0, 1, 12);
const DAY_MS = 24 * 60 * 60_000;

function nights(): QuietHours {
  return { zone: ownZone(), days: ALL_DAYS, from: "22:00", to: "07:00" };
}

export function QuietFields(): JSX.Element {
  const { notifications, now } = useDesk();
  const text = words.value.notifications;
  const { quiet } = notifications.settings.value;
  const [kept, setKept] = useState<QuietHours | null>(null);
  const [zone, setZone] = useState<string | null>(null);
  const dayName = new Intl.DateTimeFormat(words.value.tag, { weekday: "short", timeZone: "UTC" });

  function set(next: QuietHours | null): void {
    void notifications.settle({ quiet: next });
  }

  function onZone(typed: string): void {
    const isKnown = quiet !== null && Intl.supportedValuesOf("timeZone").includes(typed.trim());
    setZone(isKnown ? null : typed);
    if (isKnown) set({ ...quiet, zone: typed.trim() });
  }

  return (
    <Way
      label={text.quiet}
      hint={text.quietHint}
      isOn={quiet !== null}
      onChange={(isOn) => {
        setKept(quiet);
        set(isOn ? (kept ?? nights()) : null);
      }}
    >
      {quiet !== null && (
        <div class="notify-quiet">
          <fieldset class="notify-days">
            <legend class="field-label">{text.days}</legend>
            {ALL_DAYS.map((day) => (
              <label key={day} class="check">
                <input
                  type="checkbox"
                  checked={quiet.days.includes(day)}
                  onChange={(event) => {
                    const others = quiet.days.filter((each) => each !== day);
                    const days = event.currentTarget.checked
                      ? [...others, day].toSorted((a, b) => a - b)
                      : others;
                    // A quiet time on no day is none.
                    if (days.length === 0) event.currentTarget.checked = true;
                    else set({ ...quiet, days });
                  }}
                />
                {dayName.format(SOME_MONDAY + day * DAY_MS)}
              </label>
            ))}
          </fieldset>
          <div class="notify-times">
            <QuietTime label={text.from} value={quiet.from} onChange={(from) => set({ ...quiet, from })} />
            <QuietTime
              label={quiet.to <= quiet.from ? `${text.to} (${text.nextDay})` : text.to}
              value={quiet.to}
              onChange={(to) => set({ ...quiet, to })}
            />
            <Field
              label={text.zone}
              name="zone"
              value={zone ?? quiet.zone}
              list="notify-zones"
              hint={text.zoneHint}
              error={zone === null ? undefined : text.zoneUnknown}
              onInput={onZone}
            />
            <datalist id="notify-zones">
              {Intl.supportedValuesOf("timeZone").map((each) => (
                <option key={each}>{each}</option>
              ))}
            </datalist>
          </div>
          {isQuietAt(quiet, now.value) && <p class="note-text">{text.quietNow}</p>}
        </div>
      )}
    </Way>
  );
}
