/** What each threshold would have done with what was judged: how often right, how much of the right it keeps, how many a week (T19). */
import type { ThresholdRow } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { percentText } from "./percent-text.ts";
import { ShareBar } from "./ShareBar.tsx";

interface ThresholdTableProps {
  /** Today's first. */
  readonly rows: readonly ThresholdRow[];
  /** Of the signal. */
  readonly name: string;
  /** Absent for who may not read visitors' words. */
  readonly onTry?: (threshold: number) => void;
}

export function ThresholdTable({ rows, name, onTry }: ThresholdTableProps): JSX.Element {
  const { tag, reports } = words.value;
  const text = reports.threshold;
  return (
    <details class="threshold-others">
      <summary>{text.table}</summary>
      {/* oxlint-disable-next-line no-noninteractive-tabindex -- what scrolls must be reachable with the keyboard */}
      <section class="report-scroll" aria-label={`${text.table}: ${name}`} tabIndex={0}>
        <table class="report-table">
          <thead>
            <tr>
              {[text.value, reports.precision, text.kept, text.perWeek].map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
              {onTry !== undefined && (
                <th scope="col">
                  <span class="hidden">{text.tryOut}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ threshold, precision, kept, perWeek }, at) => (
              <tr key={threshold} aria-current={at === 0 ? "true" : undefined}>
                <th scope="row">{percentText(threshold)}</th>
                <td>
                  <ShareBar share={precision} />
                </td>
                <td>
                  <ShareBar share={kept} />
                </td>
                <td class="number">{new Intl.NumberFormat(tag).format(perWeek)}</td>
                {onTry !== undefined && (
                  <td>
                    {at > 0 && (
                      <button
                        type="button"
                        class="link"
                        aria-label={`${text.tryOut}: ${name} ${percentText(threshold)}`}
                        onClick={() => onTry(threshold)}
                      >
                        {text.tryOut}
                      </button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
