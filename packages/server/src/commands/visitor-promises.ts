/** What visitors were told about when an answer comes: each promise is kept or broken by itself, and counted once (N8). */
import type { Handoff, VisitorPromise } from "@sophie/engine";
import type { Timers } from "./handoff-timers.ts";

type Promises = Pick<Handoff, "promise" | "earlierPromises">;

/** Oldest first. */
export function promisesIn({ promise, earlierPromises = [] }: Promises): readonly VisitorPromise[] {
  return promise === null ? earlierPromises : [...earlierPromises, promise];
}

/** With one more, unless nothing was promised, or the same time again: saying it twice makes it no second promise. */
export function promising<P extends Promises>(handoff: P, made: VisitorPromise | null): P {
  const before = handoff.promise;
  if (made === null || (before !== null && isOpen(before) && before.dueAt === made.dueAt)) return handoff;
  return withPromises(handoff, [...promisesIn(handoff), made]);
}

/** The same handoff, or one in which an answer has just kept what is still open. Kept at its time, broken after it. */
export function withKeptPromises(before: Handoff | null, handoff: Handoff): Handoff {
  const { firstResponseAt: keptAt } = handoff;
  if (keptAt === null || before?.firstResponseAt === keptAt) return handoff;
  const isKept = (each: VisitorPromise) => isOpen(each) && keptAt <= each.dueAt;
  const promises = promisesIn(handoff);
  if (!promises.some(isKept)) return handoff;
  return withPromises(
    handoff,
    promises.map((each) => (isKept(each) ? { ...each, keptAt } : each)),
  );
}

/** The same, with those that the time has broken; and which these are. */
export function withBrokenPromises(
  handoff: Handoff,
  at: number,
): { readonly handoff: Handoff; readonly broken: readonly VisitorPromise[] } {
  const isBroken = (each: VisitorPromise) => isOpen(each) && each.dueAt < at;
  const promises = promisesIn(handoff);
  const broken = promises.filter(isBroken);
  if (broken.length === 0) return { handoff, broken };
  const noted = promises.map((each) => (isBroken(each) ? { ...each, brokenAt: at } : each));
  return { handoff: { ...withPromises(handoff, noted), updatedAt: at }, broken };
}

/** Rings for the one that runs out first. */
export function promiseTimer(handoff: Promises): Timers[number] {
  const open = promisesIn(handoff).filter(isOpen);
  const at = open.length === 0 ? null : Math.min(...open.map(({ dueAt }) => dueAt)) + 1;
  return { kind: "promise-due", at };
}

function isOpen({ keptAt, brokenAt }: VisitorPromise): boolean {
  return keptAt === null && brokenAt === null;
}

function withPromises<P extends Promises>(handoff: P, promises: readonly VisitorPromise[]): P {
  const earlierPromises = promises.slice(0, -1);
  return {
    ...handoff,
    promise: promises.at(-1) ?? null,
    ...(earlierPromises.length === 0 ? {} : { earlierPromises }),
  };
}
