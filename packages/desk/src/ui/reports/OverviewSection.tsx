/** A period at a glance: what wants attention, what was reached, and where. */
import type { QualityReport, SiteId } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ReportCalls } from "../../model/reports/reports-http.ts";
import { words } from "../../words/chosen-words.ts";
import { Blank } from "../Blank.tsx";
import { useDesk } from "../desk-context.ts";
import { reportsIcon } from "../icons.ts";
import { Segments } from "../Segments.tsx";
import { ListSkeleton } from "../Skeleton.tsx";
import { useAnswer } from "../use-answer.ts";
import { CalibrationTable } from "./CalibrationTable.tsx";
import { ChannelTable } from "./ChannelTable.tsx";
import { KeyFigures } from "./KeyFigures.tsx";
import { LoadFailed } from "./LoadFailed.tsx";
import { ResponseChart } from "./ResponseChart.tsx";
import { ReviewTasks } from "./ReviewTasks.tsx";
import { SignalTable } from "./SignalTable.tsx";
import { VerdictTable } from "./VerdictTable.tsx";

const PERIODS = ["7", "30", "90", "365"] as const;

interface OverviewProps {
  readonly calls: ReportCalls;
  readonly site: SiteId;
}

export function OverviewSection({ calls, site }: OverviewProps): JSX.Element {
  const desk = useDesk();
  const [days, setDays] = useState<(typeof PERIODS)[number]>("30");
  const [attempt, setAttempt] = useState(0);
  const answer = useAnswer(
    async () => ({ report: await calls.report(Number(days), desk.now.peek()) }),
    [days, site, attempt],
  );
  const text = words.value.reports;
  return (
    <>
      <Segments
        label={text.period}
        name="period"
        value={days}
        choices={PERIODS.map((value) => ({
          value,
          label: value === "365" ? text.year : text.days(Number(value)),
        }))}
        onChoose={setDays}
      />
      {answer === null && <ListSkeleton />}
      {answer?.report === null && <LoadFailed onRetry={() => setAttempt(attempt + 1)} />}
      {answer?.report != null && <Report report={answer.report} />}
    </>
  );
}

function Report({ report }: { readonly report: QualityReport }): JSX.Element {
  const text = words.value.reports;
  return (
    <>
      <ReviewTasks report={report} />
      {report.handoffs === 0 ? (
        <Blank icon={reportsIcon} title={text.emptyTitle} text={text.emptyText} />
      ) : (
        <>
          <KeyFigures report={report} />
          <SignalTable signals={report.signals} />
          <ResponseChart responses={report.responses} />
          {report.judged > 0 && <VerdictTable signals={report.signals} />}
          {report.channels.length > 1 && <ChannelTable channels={report.channels} />}
          <CalibrationTable calibration={report.calibration} />
        </>
      )}
    </>
  );
}
