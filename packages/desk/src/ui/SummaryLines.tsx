/** What the visitor wanted, in a few quoted lines, each of which leads to where it was said (H5, H62). */
import type { Summary } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../words/chosen-words.ts";

export function SummaryLines({ summary }: { readonly summary: Summary }): JSX.Element | null {
  const text = words.value.panel;
  if (summary.lines.length === 0) return null;
  return (
    <section aria-labelledby="summary-title">
      <h3 id="summary-title" class="section-title">
        {text.summary}
        <span class="section-note">{text.summaryHint}</span>
      </h3>
      <ul class="summary">
        {summary.lines.map((line) => (
          <li key={line.message}>{line.text}</li>
        ))}
      </ul>
    </section>
  );
}
