/** In which order those who wait are given to people (R14, F16). */
import { compareHandoffs, type Handoff, priorityRank } from "@sophie/engine";

/**
 * As on the desk, but that within one priority those whose visitor is there come first: who sits before the screen waits
 * harder. Never above priority. For `Array.sort`.
 */
export function waitingOrder(isLive: (handoff: Handoff) => boolean): (a: Handoff, b: Handoff) => number {
  return (a, b) =>
    priorityRank(a.priority) - priorityRank(b.priority) ||
    Number(isLive(b)) - Number(isLive(a)) ||
    compareHandoffs(a, b);
}
