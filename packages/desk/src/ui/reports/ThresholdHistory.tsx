/** Who moved which threshold, and the way back from the last move of each, in one press (N4). */
import type { TextSignal } from "@sophie/engine";
import type { JSX } from "preact";
import type { ThresholdDocument } from "../../model/reports/reports-http.ts";
import { words } from "../../words/chosen-words.ts";
import { momentTime } from "../../words/times.ts";
import { useDesk } from "../desk-context.ts";
import { percentText } from "./percent-text.ts";

interface ThresholdHistoryProps {
  readonly document: ThresholdDocument;
  readonly isBusy: boolean;
  /** Null: as the model has it. */
  readonly onUndo: (signal: TextSignal, threshold: number | null) => void;
}

export function ThresholdHistory({ document, isBusy, onUndo }: ThresholdHistoryProps): JSX.Element {
  const desk = useDesk();
  const { trigger, reports } = words.value;
  const text = reports.threshold;
  const { changes, mayEdit } = document;
  const shown = (value: number | null) => (value === null ? text.modelOwn : percentText(value));
  return (
    <section class="report" aria-labelledby="threshold-history">
      <h2 id="threshold-history" class="report-title">
        {text.history}
      </h2>
      {changes.length === 0 && <p class="quiet">{text.noHistory}</p>}
      <ul class="changes">
        {changes.map(({ signal, from, to, at, by }, index) => {
          const isLast = changes.findIndex((each) => each.signal === signal) === index;
          const said = text.changed(trigger[signal], shown(from), shown(to));
          return (
            <li key={`${at} ${signal}`}>
              <span>{said}</span>
              <span class="quiet">{reports.judge.by(by, momentTime(at, desk.now.peek(), words.value))}</span>
              {mayEdit && isLast && (
                <button
                  type="button"
                  class="button button-small"
                  aria-disabled={isBusy}
                  aria-label={`${text.undo}: ${said}`}
                  onClick={() => onUndo(signal, from)}
                >
                  {text.undo}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
