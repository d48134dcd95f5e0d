/** The bands of the lead score beside what became of them, and where the borders would lie by that; never applied here (5.5). */
import type { Calibration } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { ReportTable } from "./ReportTable.tsx";
import { ShareBar } from "./ShareBar.tsx";

export function CalibrationTable({ calibration }: { readonly calibration: Calibration }): JSX.Element {
  const text = words.value.reports;
  const { bands, suggested } = calibration;
  return (
    <>
      <ReportTable
        id="calibration"
        title={text.calibration}
        lead={text.calibrationLead}
        columns={[text.band, text.handoffs, text.contact, text.verdict.converted, text.wrong]}
      >
        {bands.map(({ band, from, to, handoffs, contact, converted, wrong }) => (
          <tr key={band}>
            <th scope="row">
              {text.bandName[band]}{" "}
              <span class="quiet">
                {from}–{to}
              </span>
            </th>
            <td class="number">{handoffs}</td>
            <td>
              <ShareBar share={contact} />
            </td>
            <td>
              <ShareBar share={converted} />
            </td>
            <td>
              <ShareBar share={wrong} tone="bad" />
            </td>
          </tr>
        ))}
      </ReportTable>
      <p class="report-note">
        {suggested === null ? text.notSuggested : text.suggested(suggested.warm, suggested.hot)}
      </p>
    </>
  );
}
