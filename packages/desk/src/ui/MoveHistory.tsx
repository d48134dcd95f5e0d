/** Every move that this handoff has made, as the log kept it. */
import type { HandoffEntry, HandoffId, LogEntry } from "@sophie/engine";
import type { JSX } from "preact";
import { isMe } from "../model/desk.ts";
import { words } from "../words/chosen-words.ts";
import { momentTime } from "../words/times.ts";
import type { Words } from "../words/words.ts";
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
              {sentence(
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

function sentence(move: HandoffEntry, signal: string, by: string, now: number, text: Words): string {
  const { history, priority, sla } = text;
  switch (move.action) {
    case "create":
      return history.created(signal);
    case "request":
      return history.requested(signal);
    case "rescore":
      return [
        history.rescored(move.priority ? priority[move.priority] : "", move.score ?? 0),
        ...(move.because === undefined ? [] : [sla.history.because[move.because]]),
      ].join(": ");
    case "warn":
      return sla.history.warn;
    case "breach":
      return history.breach;
    case "attempt":
      return sla.history.attempt(by, move.how ?? "call");
    case "nudge":
      return sla.history.nudge[move.nudged ?? "assignee"];
    case "recount":
      return move.dueAt === undefined
        ? history.changed
        : sla.history.recount(momentTime(move.dueAt, now, text));
    case "promise_broken":
      return sla.history.promiseBroken;
    case "assign":
      return history.assign(by, move.assignee ?? "");
    case "start":
      return history.start(by);
    case "complete":
      return history.complete(by);
    case "create_contact":
      return history.createContact(by);
    case "cancel":
      return history.cancel(by, move.reason ?? "");
    case "release":
      return history.release(by);
    case "reopen":
      return history.reopen(by);
    default:
      // A page stays open for days; the server may have learnt new moves since.
      return history.changed;
  }
}
