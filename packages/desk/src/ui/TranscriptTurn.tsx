/** What one speaker said in one go: the name once, then the messages, with what Sophie noticed in them marked. */
import type { JSX } from "preact";
import type { TimelineItem, TimelineMessage } from "../model/timeline.ts";
import { percentOf } from "../model/percent.ts";
import { words } from "../words/chosen-words.ts";
import { clockTime } from "../words/times.ts";
import { DeliveryMark } from "./DeliveryMark.tsx";
import { Portrait } from "./Portrait.tsx";
import { Quote } from "./Quote.tsx";
import { SignalIcon } from "./SignalName.tsx";

type Turn = Extract<TimelineItem, { kind: "turn" }>;

interface TranscriptTurnProps {
  readonly turn: Turn;
  readonly speaker: string;
  readonly onRetry: (message: TimelineMessage) => void;
}

export function messageElementId(id: string): string {
  return `message-${id}`;
}

export function TranscriptTurn({ turn, speaker, onRetry }: TranscriptTurnProps): JSX.Element {
  const text = words.value;
  const at = turn.messages[0]?.at ?? 0;
  return (
    <li class={`turn turn-${turn.author.kind}`}>
      <Portrait author={turn.author} />
      <div class="turn-body">
        <p class="turn-head">
          <span class="turn-name">{speaker}</span>
          <time dateTime={new Date(at).toISOString()}>{clockTime(at, text)}</time>
        </p>
        {turn.messages.map((message) => (
          <div key={message.id} id={messageElementId(message.id)} class="message" tabIndex={-1}>
            <p class="message-text">
              <Quote text={message.text} spans={message.marks} />
            </p>
            {message.source !== null && (
              <p class="message-source">
                {message.source.by === "model"
                  ? text.answers.fromModel(message.source.entries.join(", "))
                  : text.answers.fromKnowledge(message.source.entries.join(", "))}
              </p>
            )}
            {message.signals.map((signal) => (
              <p key={signal.type} class="message-signal">
                <SignalIcon trigger={signal.type} />
                {text.trigger[signal.type]} · {percentOf(signal.confidence)} %
              </p>
            ))}
            {message.delivery !== null && (
              <DeliveryMark delivery={message.delivery} onRetry={() => onRetry(message)} />
            )}
          </div>
        ))}
      </div>
    </li>
  );
}
