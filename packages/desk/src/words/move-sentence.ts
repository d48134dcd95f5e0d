/** One move of a handoff as a sentence, for its history and for a replay. */
import { type HandoffEntry, mayUndo } from "@sophie/engine";
import { isOnItsWay, routingSentence } from "./routing-sentence.ts";
import { momentTime } from "./times.ts";
import type { Words } from "./words.ts";

export function moveSentence(
  move: HandoffEntry,
  signal: string,
  by: string,
  now: number,
  text: Words,
): string {
  const { history, priority, sla } = text;
  if (isOnItsWay(move)) return routingSentence(move, by, now, text);
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
      return passing(history.assign(by, move.assignee ?? ""), move, text);
    case "start":
      return passing(history.start(by), move, text);
    case "complete":
      return history.complete(by);
    case "create_contact":
      return history.createContact(by);
    case "cancel":
      return history.cancel(by, move.reason ?? "");
    case "release":
      return history.release(by);
    case "undo":
      return move.undone !== undefined && mayUndo(move.undone)
        ? text.together.undid(by, move.undone)
        : history.changed;
    case "reopen":
      return history.reopen(by);
    case "prioritise":
      return text.reports.prioritise.done(
        by,
        move.priority ? priority[move.priority] : "",
        move.reason ?? "",
      );
    case "verdict":
      return move.verdict === undefined
        ? history.changed
        : text.reports.judged(by, text.reports.verdict[move.verdict]);
    default:
      // A page stays open for days; the server may have learnt new moves since.
      return history.changed;
  }
}

/** Taken before something more pressing (Q8). */
function passing(sentence: string, { passedOver }: HandoffEntry, { routing }: Words): string {
  return passedOver === undefined ? sentence : `${sentence}, ${routing.order.passedOver}`;
}
