/** The open hours of a day as bars on a line of 24 hours. What they say stands in words beside them. */
import type { JSX } from "preact";
import { DAY_MINUTES, type DayBar } from "../../model/settings/drawn-week.ts";

const HOURS_SHOWN = [0, 6, 12, 18, 24];
const BAR_HEIGHT = 60;

export function DayBars({ bars }: { readonly bars: readonly DayBar[] }): JSX.Element {
  return (
    <svg
      class="day-bars"
      viewBox={`0 0 ${DAY_MINUTES} ${BAR_HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect class="day-bars-ground" width={DAY_MINUTES} height={BAR_HEIGHT} />
      {bars.map((bar) => (
        <rect
          key={`${bar.from}-${bar.to}`}
          class="day-bars-open"
          x={bar.from}
          width={bar.to - bar.from}
          height={BAR_HEIGHT}
        />
      ))}
    </svg>
  );
}

export function HourScale(): JSX.Element {
  return (
    <span class="hour-scale" aria-hidden="true">
      {HOURS_SHOWN.map((hour) => (
        <span key={hour}>{hour}</span>
      ))}
    </span>
  );
}
