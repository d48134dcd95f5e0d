/** One signal's threshold: where it stands, what is proposed and why, and what others would have done. */
import { may, type ShadowTest, type SignalThreshold, type ThresholdProposal } from "@sophie/engine";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ReportCalls } from "../../model/reports/reports-http.ts";
import { words } from "../../words/chosen-words.ts";
import { useMe } from "../desk-context.ts";
import { percentText } from "./percent-text.ts";
import { ShadowResult } from "./ShadowResult.tsx";
import { signedNumber } from "./signed-number.ts";
import { ThresholdTable } from "./ThresholdTable.tsx";

interface ThresholdCardProps {
  readonly signal: SignalThreshold;
  readonly calls: ReportCalls;
  readonly mayEdit: boolean;
  readonly isBusy: boolean;
  readonly onApprove: (threshold: number) => void;
}

type Trial = { readonly state: "running" | "failed" } | { readonly state: "done"; readonly test: ShadowTest };

export function ThresholdCard({
  signal: given,
  calls,
  mayEdit,
  isBusy,
  onApprove,
}: ThresholdCardProps): JSX.Element {
  const { trigger, reports } = words.value;
  const text = reports.threshold;
  const { signal, threshold, model, judged, needed, proposal } = given;
  const [trial, setTrial] = useState<Trial | null>(null);
  const mayTry = may(useMe().role, "handoffs.manage");

  async function tryOut(to: number): Promise<void> {
    if (trial?.state === "running") return;
    setTrial({ state: "running" });
    const test = await calls.shadow(signal, to);
    setTrial(test === null ? { state: "failed" } : { state: "done", test });
  }

  // What lies below today's threshold nobody judged: only past messages tell what it would bring.
  const isUnknown = proposal?.changePerWeek === null;
  useEffect(() => {
    if (isUnknown && mayTry && proposal !== null) void tryOut(proposal.threshold);
  }, []);

  return (
    <section class="card" aria-labelledby={`threshold-${signal}`}>
      <header class="threshold-head">
        <h2 id={`threshold-${signal}`} class="card-title">
          {trigger[signal]}
        </h2>
        <p>
          {text.now(percentText(threshold))}{" "}
          {threshold !== model && <span class="quiet">({text.model(percentText(model))})</span>}
        </p>
      </header>
      {proposal === null ? (
        <p class="quiet">{judged < needed ? text.tooFew(judged, needed) : text.fine}</p>
      ) : (
        <div class="proposal">
          <p class="proposal-title">{text.proposed(percentText(proposal.threshold))}</p>
          <p>
            {text[proposal.why]}{" "}
            {proposal.changePerWeek === null
              ? `${text.precisionNow(percentText(proposal.precisionNow.share ?? 0))} ${text.changeUnknown}`
              : `${expected(proposal)}. ${text.change(signedNumber(proposal.changePerWeek))}.`}
          </p>
          <div class="proposal-actions">
            {mayTry && (
              <button
                type="button"
                class="button"
                aria-disabled={trial?.state === "running"}
                onClick={() => void tryOut(proposal.threshold)}
              >
                {trial?.state === "running" ? text.trying : text.tryOut}
              </button>
            )}
            {mayEdit ? (
              <button
                type="button"
                class="button button-primary"
                aria-disabled={isBusy}
                onClick={() => onApprove(proposal.threshold)}
              >
                {isBusy ? text.approving : text.approve}
              </button>
            ) : (
              <p class="quiet">{text.mayNot}</p>
            )}
          </div>
        </div>
      )}
      <div aria-live="polite">
        {trial?.state === "failed" && <p class="callout">{text.failed}</p>}
        {trial?.state === "done" && <ShadowResult test={trial.test} />}
      </div>
      {judged > 0 && (
        <ThresholdTable
          rows={given.rows}
          name={trigger[signal]}
          {...(mayTry ? { onTry: (to: number) => void tryOut(to) } : {})}
        />
      )}
    </section>
  );
}

function expected({ precisionNow, precision }: ThresholdProposal): string {
  return words.value.reports.threshold.expected(
    percentText(precisionNow.share ?? 0),
    percentText(precision.share ?? 0),
  );
}
