/** What a handoff went through on its way to people, as sentences for its history: going on, being opened, being planned. */
import type { HandoffEntry } from "@sophie/engine";
import { duration, momentTime } from "./times.ts";
import type { Words } from "./words.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type Told = HandoffEntry & { readonly action: "overflow" | "open" | "plan" | "remind" };

export function isOnItsWay(move: HandoffEntry): move is Told {
  return ["overflow", "open", "plan", "remind"].includes(move.action);
}

export function routingSentence(move: Told, by: string, now: number, text: Words): string {
  const { overflow, plan } = text.routing;
  switch (move.action) {
    case "open":
      return overflow.history.open(by);
    case "overflow":
      return overflowSentence(move, text);
    case "plan":
      return move.planned === undefined || move.planned === null
        ? plan.history.dropped(by)
        : plan.history.set(by, momentTime(move.planned, now, text));
    case "remind":
      return plan.history.remind(momentTime(move.planned ?? move.at, now, text));
  }
}

function overflowSentence({ overflow: told, assignee }: Told, text: Words): string {
  const { history } = text.routing.overflow;
  if (told === undefined) return text.history.changed;
  const { outcome, from, policy } = told;
  if (outcome === "held") return history.held(from);
  const waited = waitText(told.waitedMs, text);
  return outcome === "moved"
    ? history.moved(from, assignee ?? "", waited, policy)
    : history.exhausted(from, waited);
}

/** In minutes where seconds would be shown of what is still to come. */
function waitText(ms: number, text: Words): string {
  return ms < HOUR_MS ? text.due.minutes(Math.round(ms / MINUTE_MS)) : duration(ms, text);
}
