/** A table of a report under its heading; scrolls by itself where it is wider than the page, also with the keyboard. */
import type { ComponentChildren, JSX } from "preact";

interface ReportTableProps {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly columns: readonly string[];
  readonly children: ComponentChildren;
}

export function ReportTable({ id, title, lead, columns, children }: ReportTableProps): JSX.Element {
  return (
    <div class="report">
      <h2 id={id} class="report-title">
        {title}
      </h2>
      {lead !== undefined && <p class="quiet">{lead}</p>}
      {/* oxlint-disable-next-line no-noninteractive-tabindex -- what scrolls must be reachable with the keyboard */}
      <section class="report-scroll" aria-labelledby={id} tabIndex={0}>
        <table class="report-table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </section>
    </div>
  );
}
