/**
 * The lead score: fields and behaviour, capped and summed, with every point accounted for. Pure and replayable: a browser
 * may show it, and the server makes it again from its own events before it decides anything (catalogue 5.2).
 */
import type { BehaviourEvent } from "../domain/behaviour-event.ts";
import type { LeadFields } from "../domain/lead-fields.ts";
import type { Band, LeadScore } from "../domain/lead-score.ts";
import type { ScoringConfig } from "../domain/scoring-config.ts";
import { scoreBehaviour } from "./behaviour.ts";
import { scoreFields } from "./fields.ts";

/** `at`: the moment that it is asked for, epoch ms. */
export function scoreLead(
  fields: LeadFields,
  events: readonly BehaviourEvent[],
  config: ScoringConfig,
  at: number,
): LeadScore {
  const explicit = scoreFields(fields, config);
  const implicit = scoreBehaviour(events, config, at);
  const score = Math.min(100, Math.max(0, Math.round(explicit.total + implicit.total)));
  return {
    score,
    grade: explicit.grade,
    band: bandOf(score, config),
    fields: explicit.total,
    behaviour: implicit.total,
    points: [...explicit.points, ...implicit.points],
    configVersion: config.version,
    at,
  };
}

/** `score`: 0–100. */
export function bandOf(score: number, { bands }: ScoringConfig): Band {
  if (score >= bands.hot) return "hot";
  return score >= bands.warm ? "warm" : "cold";
}
