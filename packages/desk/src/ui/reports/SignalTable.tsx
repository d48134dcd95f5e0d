/** Each signal with what came of it, how often it was right, how long it took and how visitors found it (H6, H92, F9). */
import type { SignalQuality } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { duration } from "../../words/times.ts";
import { SignalIcon } from "../SignalName.tsx";
import { ReportTable } from "./ReportTable.tsx";
import { ShareBar } from "./ShareBar.tsx";

export function SignalTable({ signals }: { readonly signals: readonly SignalQuality[] }): JSX.Element {
  const { reports: text, trigger, tag } = words.value;
  const mean = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  return (
    <ReportTable
      id="by-signal"
      title={text.bySignal}
      lead={text.intervalHint}
      columns={[text.signal, text.handoffs, text.hit, text.precision, text.handleTime, text.rating]}
    >
      {signals.map(({ trigger: type, handoffs, hit, precision, handleMs, rating, ratings }) => (
        <tr key={type}>
          <th scope="row">
            <span class="report-signal">
              <SignalIcon trigger={type} />
              {trigger[type]}
            </span>
          </th>
          <td class="number">{new Intl.NumberFormat(tag).format(handoffs)}</td>
          <td>
            <ShareBar share={hit} />
          </td>
          <td>
            <ShareBar share={precision} />
          </td>
          <td class="number">{handleMs === null ? "–" : wholeTime(handleMs)}</td>
          <td class="number">{rating === null ? "–" : text.ratingOf(mean.format(rating), ratings)}</td>
        </tr>
      ))}
    </ReportTable>
  );
}

/** In minutes also where a countdown would show seconds: nobody measured those. */
function wholeTime(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 90 ? words.value.due.minutes(minutes) : duration(ms, words.value);
}
