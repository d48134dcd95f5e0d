/** The same figures by where visitors came from (F25). */
import type { ChannelQuality } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { ReportTable } from "./ReportTable.tsx";
import { ShareBar } from "./ShareBar.tsx";

export function ChannelTable({ channels }: { readonly channels: readonly ChannelQuality[] }): JSX.Element {
  const text = words.value.reports;
  return (
    <ReportTable
      id="by-channel"
      title={text.byChannel}
      columns={[text.channel, text.handoffs, text.hit, text.precision]}
    >
      {channels.map(({ channel, handoffs, hit, precision }) => (
        <tr key={channel}>
          <th scope="row">{text.channelName[channel]}</th>
          <td class="number">{handoffs}</td>
          <td>
            <ShareBar share={hit} />
          </td>
          <td>
            <ShareBar share={precision} />
          </td>
        </tr>
      ))}
    </ReportTable>
  );
}
