/** What a trial on past messages found: how many more or fewer, how often right, and which messages (N4). */
import { type ShadowTest, VerdictKind } from "@sophie/engine";
import type { JSX } from "preact";
import { percentOf } from "../../model/percent.ts";
import { words } from "../../words/chosen-words.ts";
import { percentText } from "./percent-text.ts";
import { signedNumber } from "./signed-number.ts";

export function ShadowResult({ test }: { readonly test: ShadowTest }): JSX.Element {
  const { tag, reports } = words.value;
  const text = reports.threshold;
  const { to, messages, days, foundNow, foundThen, changePerWeek, precisionNow, precisionThen, examples } =
    test;
  const roundDays = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }).format(days);
  return (
    <div class="trial">
      <p class="proposal-title">{text.trial(percentText(to), messages, roundDays)}</p>
      <p>
        {text.found(foundNow, foundThen)} · {text.change(signedNumber(changePerWeek))}
        {precisionNow !== null && precisionThen !== null && (
          <> · {text.expected(percentText(precisionNow), percentText(precisionThen))}</>
        )}
      </p>
      {examples.length === 0 ? (
        <p class="quiet">{text.noExamples}</p>
      ) : (
        <ul class="trial-list">
          {examples.map(({ text: said, confidence, change, verdict }, at) => (
            <li key={`${at} ${said}`}>
              <q>{said}</q>
              <span class="quiet">
                {text[change]} · {reports.improve.sure(percentOf(confidence))}
                {verdict !== null && ` · ${verdictName(verdict)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A newer server may know another. */
function verdictName(verdict: string): string {
  const known = VerdictKind.safeParse(verdict);
  return known.success ? words.value.reports.verdict[known.data] : verdict;
}
