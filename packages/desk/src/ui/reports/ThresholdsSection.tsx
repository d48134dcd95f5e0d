/** The loop that makes detection better: verdicts, a proposal, a trial on past messages, approval, and the way back (N4, T19). */
import type { TextSignal } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ReportCalls, ThresholdDocument } from "../../model/reports/reports-http.ts";
import { words } from "../../words/chosen-words.ts";
import { ListSkeleton } from "../Skeleton.tsx";
import { useAnswer } from "../use-answer.ts";
import { LoadFailed } from "./LoadFailed.tsx";
import { ThresholdCard } from "./ThresholdCard.tsx";
import { ThresholdHistory } from "./ThresholdHistory.tsx";

type Said = "approved" | "stale" | "failed";

export function ThresholdsSection({ calls }: { readonly calls: ReportCalls }): JSX.Element {
  const [attempt, setAttempt] = useState(0);
  const [saved, setSaved] = useState<ThresholdDocument | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [isBusy, setBusy] = useState(false);
  const read = useAnswer(async () => ({ document: await calls.thresholds() }), [attempt]);
  const text = words.value.reports.threshold;
  const document = saved ?? read?.document ?? null;

  async function set(signal: TextSignal, threshold: number | null): Promise<void> {
    if (document === null || isBusy) return;
    setBusy(true);
    const answer = await calls.setThreshold(signal, threshold, document.version);
    setBusy(false);
    if (answer === null) return setSaid("failed");
    setSaved(answer.document);
    setSaid(answer.isDone ? "approved" : "stale");
  }

  if (read === null) return <ListSkeleton />;
  if (document === null) return <LoadFailed onRetry={() => setAttempt(attempt + 1)} />;
  return (
    <>
      <p class="quiet">{text.lead}</p>
      <output class={said === null ? "hidden" : said === "approved" ? "callout callout-good" : "callout"}>
        {said === null ? "" : text[said]}
      </output>
      {document.signals.map((signal) => (
        <ThresholdCard
          key={`${signal.signal} ${signal.threshold}`}
          signal={signal}
          calls={calls}
          mayEdit={document.mayEdit}
          isBusy={isBusy}
          onApprove={(threshold) => void set(signal.signal, threshold)}
        />
      ))}
      <ThresholdHistory
        document={document}
        isBusy={isBusy}
        onUndo={(signal, threshold) => void set(signal, threshold)}
      />
    </>
  );
}
