/** Step 2: what the visitor did. Implicit, capped in groups, and half of it is gone after a week (catalogue 5.4, T28). */
import type { BehaviourEvent } from "../domain/behaviour-event.ts";
import type { ScorePoint } from "../domain/lead-score.ts";
import type { ScoringConfig } from "../domain/scoring-config.ts";
import { capPoints, sumOf } from "./cap.ts";
import { chatAwards } from "./chat-awards.ts";
import { groupsBy } from "./groups.ts";
import { pageAwards } from "./page-awards.ts";
import { toolAwards } from "./tool-awards.ts";

/** Points that a rule gives for an event, before decay. `max` caps the rule. */
export interface Award {
  readonly rule: string;
  readonly event: BehaviourEvent;
  readonly points: number;
  readonly max?: number;
}

export interface BehaviourScore {
  readonly points: readonly ScorePoint[];
  /** After all caps. */
  readonly total: number;
}

/** `at`: the moment that it is asked for, epoch ms. Events may come in any order and twice; later ones do not count yet. */
export function scoreBehaviour(
  events: readonly BehaviourEvent[],
  { behaviour: config }: ScoringConfig,
  at: number,
): BehaviourScore {
  const happened = sinceConsent(inOrder(events, at));
  const groups = [
    { cap: config.pages.cap, awards: pageAwards(happened, config.pages) },
    { cap: config.chat.cap, awards: chatAwards(happened, config.chat) },
    { cap: config.tools.cap, awards: toolAwards(happened, config.tools) },
  ];
  const grouped = groups.flatMap(({ cap, awards }) =>
    capPoints(
      capRules(awards, (award) => pointOf(award, config.halfLifeMs, at)),
      cap,
    ),
  );
  const points = capPoints(grouped, config.cap);
  return { points, total: sumOf(points) };
}

/** Oldest first, each once; of the same moment, by id, so that the order of arrival never matters. */
export function inOrder(events: readonly BehaviourEvent[], at: number): readonly BehaviourEvent[] {
  const unique = new Map(events.filter((event) => event.at <= at).map((event) => [event.id, event]));
  return [...unique.values()].toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** Whoever withdraws consent or unsubscribes starts from nothing; what is recorded later was consented to anew. */
function sinceConsent(events: readonly BehaviourEvent[]): readonly BehaviourEvent[] {
  const last = events.findLastIndex(({ kind }) => kind === "consent_withdrawn" || kind === "unsubscribed");
  return events.slice(last + 1);
}

function pointOf({ rule, event, points }: Award, halfLifeMs: number, at: number): ScorePoint {
  const current = points * 2 ** (-(at - event.at) / halfLifeMs);
  const expiry = { kind: "half_life", since: event.at, halfLifeMs } as const;
  return { part: "behaviour", rule, source: event.id, points, current, counted: current, expiry };
}

function capRules(awards: readonly Award[], toPoint: (award: Award) => ScorePoint): readonly ScorePoint[] {
  return groupsBy(awards, ({ rule }) => rule).flatMap((given) =>
    capPoints(given.map(toPoint), given[0]?.max ?? Number.POSITIVE_INFINITY),
  );
}
