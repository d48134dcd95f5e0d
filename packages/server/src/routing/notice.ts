/** What the visitor is told when a person is called: exactly one of the site's messages, true at that instant (S17, S18). */
import type {
  Calendar,
  ContactChannel,
  Destination,
  HandoffMode,
  HandoffSettings,
  Language,
  NoticeEntry,
  VisitorPromise,
} from "@sophie/engine";
import { dueTime } from "../hours/due-time.ts";
import { isOpen } from "../hours/is-open.ts";
import { nextOpening } from "../hours/next-opening.ts";
import { momentIn, wordsOf } from "../words/words-of.ts";
import { calendarOf } from "./calendar-of.ts";

const MINUTE_MS = 60_000;

export interface NoticeFacts {
  readonly language: Language;
  /** Of the visitor's clock; absent where nobody knows it. */
  readonly zone?: string | undefined;
  /** Null: no rule said where it goes. */
  readonly destination: Destination | null;
  /** At this instant, so `live` only while the queue is open. */
  readonly mode: HandoffMode;
  /** Whether somebody to whom it may go is there now. */
  readonly isStaffed: boolean;
  /** Epoch ms. */
  readonly at: number;
  /** From when on an answer is wanted, epoch ms; absent for now. */
  readonly since?: number;
  /** How soon after that. */
  readonly targetMs: number;
}

export interface Notice {
  readonly entry: Omit<NoticeEntry, "seq" | "at">;
  /** Set if the text promises an answer by a time (N8). */
  readonly promise: VisitorPromise | null;
}

export function noticeOf(settings: HandoffSettings, facts: NoticeFacts): Notice {
  const { destination, mode, isStaffed, language } = facts;
  const words = wordsOf(language, settings.address);
  const told = (
    notice: NoticeEntry["notice"],
    text: string,
    channels: readonly ContactChannel[],
  ): Notice => ({
    entry: { kind: "notice", notice, text, channels: [...channels], until: null },
    promise: null,
  });
  if (mode === "none") {
    // A number that is left would wait for somebody who is never called.
    const channels = settings.channels.filter(({ kind }) => kind !== "callback");
    return told("nobody", channels.length === 0 ? words.nobody : words.otherWays, channels);
  }
  if (destination === null) {
    const own = settings.messages.unassigned[language];
    const ours = settings.onUnassigned === "close" ? words.closing : words.unassigned;
    return told("unassigned", own ?? ours, settings.channels);
  }
  if (mode === "live" && isStaffed) {
    return told("available", settings.messages.available[language] ?? words.available, []);
  }
  return unavailable(settings, facts, destination);
}

/** Where nobody answers: the site's other ways, in its own words or Sophie's (T22). */
export function wrongPlaceNotice(settings: HandoffSettings, language: Language): Notice["entry"] {
  const channels = settings.channels.filter(({ kind }) => kind !== "callback");
  const { wrongPlace, nowhere } = wordsOf(language, settings.address);
  const text = settings.noReply?.message[language] ?? (channels.length === 0 ? nowhere : wrongPlace);
  return { kind: "notice", notice: "nobody", text, channels, until: null };
}

interface Times {
  /** When the queue opens next; null while it is open, and if it does not open again. */
  readonly time: number | null;
  /** By when an answer comes, counted in open hours; null if nobody can say. */
  readonly reply: number | null;
}

function unavailable(settings: HandoffSettings, facts: NoticeFacts, destination: Destination): Notice {
  const { language } = facts;
  const calendar = calendarOf(settings, destination.queue);
  const times = timesOf(calendar, facts);
  const words = wordsOf(language, settings.address);
  const ours = times.reply === null ? words.someday : times.time === null ? words.later : words.closed;
  const own = settings.messages.unavailable[language];
  const template = own !== undefined && isSayable(own, times) ? own : ours;
  const text = filled(template, times, facts, calendar);
  const isPromise = /\{(?:time|reply)\}/.test(template);
  const dueAt = isPromise ? (times.reply ?? times.time) : null;
  return {
    entry: {
      kind: "notice",
      notice: "unavailable",
      text,
      channels: [...settings.channels],
      until: times.time,
      ...(dueAt === null ? {} : { promised: dueAt }),
    },
    promise: dueAt === null ? null : { text, dueAt, keptAt: null, brokenAt: null },
  };
}

/** Without a calendar nobody knows in whose zone a time would have to be said, so none is. */
function timesOf(calendar: Calendar | null, { at, since = at, targetMs }: NoticeFacts): Times {
  if (calendar === null) return { time: null, reply: null };
  const replyTo = (from: number) => dueTime({ calendar, clock: "business" }, from, targetMs)?.dueAt ?? null;
  const wanted = replyTo(since);
  // What is late already cannot be promised.
  const reply = wanted !== null && wanted <= at ? replyTo(at) : wanted;
  return {
    time: isOpen(calendar, at) ? null : nextOpening(calendar, at),
    // Said to the minute, so it is promised to the minute.
    reply: reply === null ? null : Math.ceil(reply / MINUTE_MS) * MINUTE_MS,
  };
}

/** A sentence with a time that there is not would be wrong, however it was filled: Sophie's own stands in its place. */
function isSayable(template: string, { time, reply }: Times): boolean {
  if (template.includes("{time}") && time === null) return false;
  return !(template.includes("{reply}") && reply === null);
}

function filled(
  template: string,
  { time, reply }: Times,
  { language, zone }: NoticeFacts,
  calendar: Calendar | null,
): string {
  const moment = (at: number | null) =>
    at === null || calendar === null ? "" : momentIn(language, calendar.zone, at, zone);
  return template.replaceAll("{time}", () => moment(time)).replaceAll("{reply}", () => moment(reply));
}
