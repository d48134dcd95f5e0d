/** The list behind a due time: when it was counted, how much each time, what was in the way, and the sum (N7). */
import type { JSX } from "preact";
import { type DueNote, type DueSum, secondsOf } from "../model/due-sum.ts";
import { words } from "../words/chosen-words.ts";
import { exactDuration, zonedDay, zonedTime } from "../words/times.ts";
import type { Words } from "../words/words.ts";

export function DueSumList({ sum }: { readonly sum: DueSum }): JSX.Element {
  const text = words.value;
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = sum.calendar?.zone ?? own;
  const seconds = secondsOf(sum.blocks);
  return (
    <div class="due-sum">
      <p class="quiet">
        {basis(sum, text)} {zone !== own && text.sla.inZone(zone)} {text.sla.stopOn[sum.stopOn]}
      </p>
      <table class="due-sum-table">
        <tbody>
          {sum.blocks.map(({ from, to, ms, notes }, index) => (
            <tr key={`${from} ${ms}`} class={ms === 0 ? "due-sum-closed" : undefined}>
              <th scope="row">{zonedDay(from, zone, text)}</th>
              <td class="due-sum-span">
                {ms === 0 ? "" : `${zonedTime(from, zone, text)} – ${endOf(from, to, zone, text)}`}
              </td>
              <td class="due-sum-note">{notes.map((note) => noteText(note, zone, text)).join(" · ")}</td>
              <td class="due-sum-amount">
                {ms === 0 ? "–" : exactDuration(seconds[index] ?? 0, text)}
                <span class="due-sum-bar" style={{ "--part": ms / sum.targetMs }} aria-hidden="true" />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {text.sla.sum}
            </th>
            <td class="due-sum-amount">{exactDuration(Math.round(sum.targetMs / 1_000), text)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function basis({ clock, calendar }: DueSum, { sla }: Words): string {
  if (calendar === null) return sla.alwaysOpen;
  return clock === "wall" ? sla.everyHour : sla.hoursOf(calendar.name);
}

/** With its day where that is another one. */
function endOf(from: number, to: number, zone: string, text: Words): string {
  const day = zonedDay(to, zone, text);
  const time = zonedTime(to, zone, text);
  return day === zonedDay(from, zone, text) ? time : `${day} ${time}`;
}

function noteText(note: DueNote, zone: string, text: Words): string {
  const { sla } = text;
  switch (note.kind) {
    case "closed":
      return `${note.name}: ${sla.closed}`;
    case "other_hours":
      return `${note.name}: ${sla.otherHours}`;
    case "clock_change":
      return sla.clockChange(zonedTime(note.at, zone, text), Math.round(note.shiftMs / 60_000));
    case "hours_changed":
      return sla.hoursChanged;
  }
}
