/** What the desk says of response times, in English. */
import type { ClockWords } from "./clock-words.ts";

export const CLOCK_EN: ClockWords = {
  clock: { business: "open hours", wall: "clock hours" },
  within: (time) => `within ${time}`,
  until: (moment) => `until ${moment}`,
  why: "How this was counted",
  counted: "Counted",
  sum: "Together",
  failed: "The calculation could not be fetched.",
  alwaysOpen: "This queue is always open: every hour counts.",
  everyHour: "This queue counts clock hours: every hour counts, also while it is closed.",
  hoursOf: (calendar) => `Only the open hours of “${calendar}” count.`,
  inZone: (zone) => `Times in ${zone}.`,
  stopOn: {
    first_response: "The clock stops at the first answer, or at an attempt that was logged.",
    in_progress: "The clock stops when somebody begins.",
  },
  closed: "closed",
  otherHours: "other hours",
  clockChange: (time, minutes) =>
    minutes > 0
      ? `at ${time} clocks went forward ${minutes} min`
      : `at ${time} clocks went back ${-minutes} min`,
  hoursChanged: "by the hours of that time",
  exact: (hours, minutes, seconds) => parts([hours, "h"], [minutes, "min"], [seconds, "s"]),
  activityTitle: "Visitor is",
  activity: { active: "active now", idle: "idle", gone: "gone" },
  pastCycles: "Earlier rounds",
  cycle: (count, startedAt) => `Round ${count}, from ${startedAt}:`,
  unanswered: "Closed without an answer",
  reach: "Reachable at",
  mailSubject: (site) => `Your question to ${site}`,
  mail: "Mail",
  call: "Call",
  logAttempt: { mail: "Log attempt by mail", call: "Log attempt by telephone" },
  attempt: "Log attempt",
  attemptHint: "Opening a link does not count; an attempt that you log stops the clock.",
  attempted: { mail: (at) => `mailed ${at}`, call: (at) => `called ${at}` },
  nudge: {
    assignee: (since) =>
      `Nothing has happened here since ${since}. Complete it, or tell the visitor something.`,
    supervisor: (since) =>
      `Nothing has happened here, not even after a reminder (${since}). Who takes it over, or can it be completed?`,
  },
  nudgeNotice: (signal) => `Nothing happened for a day: ${signal}`,
  nudgeShort: "quiet",
  history: {
    warn: "A quarter of the time left",
    attempt: (by, how) => (how === "call" ? `${by} called` : `${by} mailed`),
    nudge: {
      assignee: "A day without activity: assignee reminded",
      supervisor: "Another day without activity: supervisor reminded",
    },
    recount: (due) => `Hours changed: now until ${due}`,
    because: {
      active: "the visitor is active",
      idle: "the visitor is idle",
      gone: "the visitor has gone",
      waiting: "it has waited long",
    },
    promiseBroken: "A promise to the visitor was not kept",
  },
  digest: {
    title: (count, at) =>
      count === 1
        ? `At closing (${at}) 1 was still waiting.`
        : `At closing (${at}) ${count} were still waiting.`,
    hide: "Hide",
    show: "Show",
  },
};

function parts(...all: readonly (readonly [number, string])[]): string {
  const said = all.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return said.length === 0 ? "0 s" : said.join(" ");
}
