/** What the visitor wanted, in four parts that each lead to where it was said, and how to begin (H5, H62, H85–H87). */
import type { Handoff, SummaryItem, ViewedPage } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../words/chosen-words.ts";
import { OpenerEditor } from "./OpenerEditor.tsx";
import { SUMMARY_ID } from "./use-summary-read.ts";
import { showMessage } from "./show-message.ts";

interface SummarySectionProps {
  readonly handoff: Handoff;
  /** What the visitor looked at, if they allowed it; null otherwise. */
  readonly pages: readonly ViewedPage[] | null;
}

export function SummarySection({ handoff, pages }: SummarySectionProps): JSX.Element | null {
  const { panel, answers: text } = words.value;
  const { summary } = handoff;
  const objects = [...summary.objects, ...lookedAt(summary.objects, pages)];
  const hasParts =
    summary.sought !== null || objects.length + summary.questions.length + summary.objections.length > 0;
  if (summary.lines.length === 0 && !hasParts) return null;
  return (
    <section id={SUMMARY_ID} aria-labelledby="summary-title">
      <h3 id="summary-title" class="section-title">
        {panel.summary}
        <span class="section-note">{summary.by === "model" ? text.byModel : panel.summaryHint}</span>
      </h3>
      {hasParts ? (
        <dl class="summary">
          <Part name={text.sought} items={summary.sought === null ? [] : [summary.sought]} />
          <Part name={text.objects} items={objects} isShort />
          <Part name={text.questions} items={summary.questions} />
          <Part name={text.objections} items={summary.objections} />
        </dl>
      ) : (
        <ul class="summary-lines">
          {summary.lines.map((line) => (
            <li key={line.message}>
              <Cited item={{ text: line.text, cites: [{ kind: "message", id: line.message }] }} />
            </li>
          ))}
        </ul>
      )}
      {summary.opener !== "" && <OpenerEditor key={handoff.id} handoff={handoff} />}
    </section>
  );
}

interface PartProps {
  readonly name: string;
  readonly items: readonly SummaryItem[];
  readonly isShort?: boolean;
}

function Part({ name, items, isShort = false }: PartProps): JSX.Element | null {
  if (items.length === 0) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <ul class={isShort ? "summary-names" : "summary-lines"}>
          {items.map((item) => (
            <li key={item.text}>
              <Cited item={item} />
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}

/** A press leads to the last place where it was said. */
function Cited({ item: { text, cites } }: { readonly item: SummaryItem }): JSX.Element {
  const { toMessage, looked } = words.value.answers;
  const said = cites.findLast((cite) => cite.kind === "message");
  if (said === undefined) {
    return (
      <span class="summary-page">
        {text} <span class="quiet">{looked}</span>
      </span>
    );
  }
  return (
    <button type="button" class="summary-cite" title={toMessage} onClick={() => showMessage(said.id)}>
      {text}
      <span class="hidden">, {toMessage}</span>
    </button>
  );
}

/** Objects whose pages were looked at, beside those that were named. Pages are not stored with a handoff: consent may end. */
function lookedAt(
  named: readonly SummaryItem[],
  pages: readonly ViewedPage[] | null,
): readonly SummaryItem[] {
  return (pages ?? [])
    .filter(({ kind, title }) => kind === "object" && title !== "")
    .filter(({ title }) => !named.some(({ text }) => title.toLowerCase().includes(text.toLowerCase())))
    .slice(0, 3)
    .map(({ title, path }) => ({ text: title, cites: [{ kind: "page", path }] }));
}
