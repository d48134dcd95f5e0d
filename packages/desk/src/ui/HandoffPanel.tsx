/** One handoff, in the order of an agent's questions: why am I here, who is it, what was wanted, what was said, what do I do. */
import { CHANNEL_ADAPTERS, type Handoff } from "@sophie/engine";
import type { JSX } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { WritingMode } from "../model/composer.ts";
import type { Desk } from "../model/desk.ts";
import { mayAnswer } from "../model/may-answer.ts";
import { offeredMoves } from "../model/offered-moves.ts";
import type { Transcript } from "../model/transcript.ts";
import { words } from "../words/chosen-words.ts";
import { Composer } from "./Composer.tsx";
import { useDesk, useMe } from "./desk-context.ts";
import { LeadSection } from "./LeadSection.tsx";
import { MoveHistory } from "./MoveHistory.tsx";
import { OverflowSection } from "./OverflowSection.tsx";
import { PanelActions } from "./PanelActions.tsx";
import { PanelHead } from "./PanelHead.tsx";
import { Reason } from "./Reason.tsx";
import { SummarySection } from "./SummarySection.tsx";
import { ReplayLink } from "./replay/ReplayLink.tsx";
import { TranscriptView } from "./TranscriptView.tsx";
import { useCommands } from "./use-commands.ts";
import { useFollowedEnd } from "./use-followed-end.ts";
import { useLead } from "./use-lead.ts";
import { useOpened } from "./use-opened.ts";
import { useReadReceipts } from "./use-read-receipts.ts";
import { useSummaryRead } from "./use-summary-read.ts";
import { useWatchedTranscript } from "./use-watched-transcript.ts";
import { VerdictSection } from "./VerdictSection.tsx";
import { VisitorFacts } from "./VisitorFacts.tsx";
import { reasonName } from "../model/reason-name.ts";

interface HandoffPanelProps {
  readonly handoff: Handoff;
  readonly onClose: () => void;
}

export function HandoffPanel({ handoff, onClose }: HandoffPanelProps): JSX.Element {
  const desk = useDesk();
  const me = useMe();
  const heading = useRef<HTMLHeadingElement>(null);
  const transcript = useWatchedTranscript(handoff.conversation);
  const text = words.value;
  const control = desk.conversations.all.value.get(handoff.conversation)?.control ?? "human_pending";
  const answer = mayAnswer(handoff, control, me, timesOf(handoff, transcript, desk));
  const length = transcript.entries.value.length + transcript.drafts.value.length;
  const isMine = answer.may && answer.first === null;
  // Who has not seen the summary yet begins there, not at the newest message (H94).
  const startsAtEnd = useMemo(
    () => isMine && desk.summariesSeen.peek().has(handoff.id),
    [desk, handoff.id, isMine],
  );
  const end = useFollowedEnd(handoff.id, length, startsAtEnd);
  const isSummaryRead = useSummaryRead(end.column, handoff, handoff.assignee?.id === me.id);
  useReadReceipts(transcript, isMine);
  useOpened(handoff);
  const lead = useLead(handoff, transcript.entries.value.length);

  const foot = useRef<HTMLElement>(null);
  function write(mode: WritingMode): void {
    const composer = desk.composer(handoff.conversation);
    const focus = () => foot.current?.querySelector("textarea")?.focus();
    if (composer.mode.peek() === mode) return focus();
    composer.mode.value = mode;
    // There may be no field before it is drawn anew.
    requestAnimationFrame(focus);
  }
  useCommands([
    {
      id: "answer",
      label: text.keys.name.answer,
      shortcut: "answer",
      run: () => write("answer"),
    },
    { id: "note", label: text.keys.name.note, shortcut: "note", run: () => write("note") },
  ]);

  useEffect(() => heading.current?.focus({ preventScroll: true }), [handoff.id]);

  return (
    <section class="panel" aria-labelledby="panel-title">
      <PanelHead handoff={handoff} heading={heading} onClose={onClose}>
        <PanelActions handoff={handoff} />
      </PanelHead>
      <div class="panel-scroll" ref={end.column}>
        <div class="panel-column">
          <div class="panel-brief">
            <VerdictSection handoff={handoff} />
            <Reason handoff={handoff} entries={transcript.entries.value} />
            <VisitorFacts handoff={handoff} entries={transcript.entries.value} />
            <LeadSection view={lead} />
            <SummarySection handoff={handoff} pages={lead.state === "held" ? lead.lead.pages : null} />
            <OverflowSection handoff={handoff} />
            <MoveHistory
              handoff={handoff.id}
              signal={reasonName(handoff, text)}
              entries={transcript.entries.value}
            />
          </div>
          <div class="panel-talk">
            <h3 class="section-title section-title-line">
              {text.panel.conversation}
              <ReplayLink conversation={handoff.conversation} />
            </h3>
            <TranscriptView transcript={transcript} />
          </div>
        </div>
      </div>
      <footer class="panel-foot" ref={foot}>
        {end.isBehind && (
          <button type="button" class="button button-small panel-latest" onClick={end.toEnd}>
            {text.talk.latest}
          </button>
        )}
        <Composer
          transcript={transcript}
          mayAnswer={answer}
          handoff={handoff}
          isSummaryRead={isSummaryRead}
          onSent={end.toEnd}
        />
        {offeredMoves(handoff, me).primary === null && <p class="quiet">{text.panel.notYours}</p>}
      </footer>
    </section>
  );
}

/** Only where the channel has a window for answers is there anything to wait for: the panel is not drawn by the second for nothing. */
function timesOf({ channel }: Handoff, { entries }: Transcript, { now }: Desk) {
  if (CHANNEL_ADAPTERS[channel].replyWindowMs === null) return undefined;
  const last = entries.value.findLast((entry) => entry.kind === "message" && entry.author.kind === "visitor");
  return { lastVisitorAt: last?.at ?? null, now: now.value };
}
