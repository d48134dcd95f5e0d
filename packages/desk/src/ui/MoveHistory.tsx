/** Every move that this handoff has made, as the log kept it. */
import type { HandoffEntry, HandoffId, LogEntry } from "@sophie/engine";
import type { JSX } from "preact";
import { isMe } from "../model/desk.ts";
import { moveSentence } from "../words/move-sentence.ts";
import { words } from "../words/chosen-words.ts";
import { momentTime } from "../words/times.ts";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./Icon.tsx";
import { chevronIcon } from "./icons.ts";

interface MoveHistoryProps {
  readonly handoff: HandoffId;
  readonly signal: string;
  readonly entries: readonly LogEntry[];
}

export function MoveHistory({ handoff, signal, entries }: MoveHistoryProps): JSX.Element | null {
  const desk = useDesk();
  const text = words.value;
  const moves = entries
    .filter((entry) => entry.kind === "handoff")
    .filter((move) => move.handoff === handoff);
  if (moves.length === 0) return null;
  return (
    <details class="history">
      <summary class="history-summary">
        <Icon node={chevronIcon} class="history-chevron" />
        {text.panel.history} <span class="section-note">{moves.length}</span>
      </summary>
      <ol class="history-list">
        {moves.map((move) => (
          <li key={move.seq}>
            <time dateTime={new Date(move.at).toISOString()}>
              {momentTime(move.at, desk.now.peek(), text)}
            </time>
            <span>
              {moveSentence(
                move,
                move.trigger ? text.trigger[move.trigger] : signal,
                byName(move),
                desk.now.peek(),
                text,
              )}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );

  function byName({ by }: HandoffEntry): string {
    if (by.kind !== "agent") return text.author[by.kind];
    return isMe(desk, by.id) ? text.author.you : by.name;
  }
}
