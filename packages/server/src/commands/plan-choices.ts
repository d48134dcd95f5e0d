/** The times that somebody who plans a handoff picks most: in an hour and tomorrow morning, while its queue is open (H84). */
import type { Handoff } from "@sophie/engine";
import { instantOf, localTime } from "../hours/local-time.ts";
import { nextOpening } from "../hours/next-opening.ts";
import type { Site } from "../storage/storage.ts";
import { responseRules } from "./response-rules.ts";

export interface PlanChoice {
  readonly name: "hour" | "tomorrow";
  /** As a clock in the asked zone shows it. */
  readonly local: string;
  /** Epoch ms. */
  readonly at: number;
}

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** Null if there is no such zone. What falls outside the hours of the queue waits for their opening. */
export function planChoices(
  { queue }: Pick<Handoff, "queue">,
  site: Site | undefined,
  zone: string,
  now: number,
): readonly PlanChoice[] | null {
  const { calendar } = responseRules(site, queue).hours;
  const tomorrow = localTime(now + DAY_MS, zone)?.slice(0, 10);
  const nine = tomorrow === undefined ? null : instantOf(`${tomorrow}T09:00`, zone);
  if (nine === null) return null;
  const wanted = [
    { name: "hour", at: Math.ceil((now + HOUR_MS) / 60_000) * 60_000 },
    { name: "tomorrow", at: nine },
  ] as const;
  return wanted.flatMap(({ name, at }) => {
    const open = nextOpening(calendar, at) ?? at;
    const local = localTime(open, zone);
    return local === null ? [] : [{ name, local, at: open }];
  });
}
