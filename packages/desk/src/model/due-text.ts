/** What is read of a due time: short in a row, and both how long and until when in the panel. */
import { duration, lateness, momentTime } from "../words/times.ts";
import type { Words } from "../words/words.ts";
import type { Due } from "./due.ts";

/** What a row shows. */
export function dueShort(due: Due, now: number, words: Words): string {
  switch (due.kind) {
    case "left":
      return words.due.left(duration(due.ms, words));
    case "late":
      return words.due.late(lateness(due.ms, words));
    case "met":
    case "missed":
      return words.due.met(momentTime(due.at, now, words));
    case "over":
      return due.at === null ? "" : momentTime(due.at, now, words);
  }
}

/** What the panel shows: how long, and until when. */
export function dueLong(due: Due, dueAt: number, now: number, words: Words): string {
  const until = momentTime(dueAt, now, words);
  switch (due.kind) {
    case "left":
      return words.due.leftUntil(duration(due.ms, words), until);
    case "late":
      return words.due.lateSince(lateness(due.ms, words), until);
    case "met":
      return words.due.met(momentTime(due.at, now, words));
    case "missed":
      return words.due.missed(momentTime(due.at, now, words), lateness(due.ms, words));
    case "over":
      return due.at === null ? "" : words.due.since(momentTime(due.at, now, words));
  }
}
