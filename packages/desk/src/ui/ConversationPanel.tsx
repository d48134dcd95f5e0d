/** A conversation that Sophie has: read along, or step in at once (T15). */
import type { Conversation, ConversationId } from "@sophie/engine";
import { may } from "@sophie/engine";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { mayAnswer } from "../model/may-answer.ts";
import { words } from "../words/chosen-words.ts";
import { Composer } from "./Composer.tsx";
import { useDesk, useMe } from "./desk-context.ts";
import { Icon } from "./Icon.tsx";
import { backIcon, closeIcon, conversationsIcon, takeOverIcon } from "./icons.ts";
import { ReplayLink } from "./replay/ReplayLink.tsx";
import { TranscriptView } from "./TranscriptView.tsx";
import { useFollowedEnd } from "./use-followed-end.ts";
import { useWatchedTranscript } from "./use-watched-transcript.ts";

interface ConversationPanelProps {
  readonly id: ConversationId;
  readonly head: Conversation | undefined;
  readonly onClose: () => void;
}

export function ConversationPanel({ id, head, onClose }: ConversationPanelProps): JSX.Element {
  const desk = useDesk();
  const me = useMe();
  const text = words.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const [isTaking, setIsTaking] = useState(false);
  const transcript = useWatchedTranscript(id);
  const control = head?.control ?? "bot";
  const end = useFollowedEnd(id, transcript.entries.value.length, true);
  const isHeld = isTaking || desk.line.value.state !== "online";
  const maySwitch = may(me.role, "handoffs.work") && control !== "closed" && control !== "human";

  useEffect(() => heading.current?.focus({ preventScroll: true }), [id]);

  async function takeOver(): Promise<void> {
    if (isHeld) return;
    setIsTaking(true);
    await desk.takeOver(id);
    setIsTaking(false);
  }

  return (
    <section class="panel" aria-labelledby="panel-title">
      <header class="panel-head">
        <div class="panel-bar">
          <button
            type="button"
            class="button button-bare button-icon panel-back"
            aria-label={text.panel.back}
            onClick={onClose}
          >
            <Icon node={backIcon} />
          </button>
          <span class="panel-signal">
            <Icon node={conversationsIcon} />
          </span>
          <h2 id="panel-title" class="panel-title" tabIndex={-1} ref={heading}>
            {text.panel.unknownVisitor}
          </h2>
          {maySwitch && (
            <div class="panel-actions">
              <button
                type="button"
                class="button button-primary"
                aria-disabled={isHeld}
                onClick={() => void takeOver()}
              >
                <Icon node={takeOverIcon} />
                {isTaking ? text.panel.busy : text.live.takeOver}
              </button>
            </div>
          )}
          <button
            type="button"
            class="button button-bare button-icon panel-close"
            aria-label={text.panel.close}
            onClick={onClose}
          >
            <Icon node={closeIcon} />
          </button>
        </div>
        <p class="panel-standing">
          <span class="status status-bot">{text.live.control[control]}</span>
          {head !== undefined && <span class="quiet">{text.language[head.language]}</span>}
          <ReplayLink conversation={id} />
        </p>
      </header>
      <div class="panel-scroll" ref={end.column}>
        <div class="panel-column">
          <TranscriptView transcript={transcript} />
        </div>
      </div>
      <footer class="panel-foot">
        {end.isBehind && (
          <button type="button" class="button button-small panel-latest" onClick={end.toEnd}>
            {text.talk.latest}
          </button>
        )}
        {maySwitch ? (
          <p class="composer-closed">{text.live.why}</p>
        ) : (
          <Composer
            transcript={transcript}
            mayAnswer={mayAnswer(null, control, me)}
            handoff={null}
            isSummaryRead
            onSent={end.toEnd}
          />
        )}
      </footer>
    </section>
  );
}
