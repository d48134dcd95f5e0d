/** What was said of each signal, verdict by verdict (H89). */
import { type SignalQuality, VERDICT_KINDS } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { ReportTable } from "./ReportTable.tsx";

export function VerdictTable({ signals }: { readonly signals: readonly SignalQuality[] }): JSX.Element {
  const { reports: text, trigger } = words.value;
  return (
    <ReportTable
      id="by-verdict"
      title={text.verdicts}
      columns={[text.signal, ...VERDICT_KINDS.map((kind) => text.verdict[kind])]}
    >
      {signals.map(({ trigger: type, verdicts }) => (
        <tr key={type}>
          <th scope="row">{trigger[type]}</th>
          {VERDICT_KINDS.map((kind) => (
            <td key={kind} class={verdicts[kind] === undefined ? "number quiet" : "number"}>
              {verdicts[kind] ?? 0}
            </td>
          ))}
        </tr>
      ))}
    </ReportTable>
  );
}
