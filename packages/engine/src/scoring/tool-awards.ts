/** What using tools and leaving one's details is worth (catalogue 5.4, H33). */
import type { BehaviourEvent } from "../domain/behaviour-event.ts";
import type { ScoringConfig } from "../domain/scoring-config.ts";
import type { Award } from "./behaviour.ts";
import { distinctConversions } from "./conversions.ts";

/** `events`: oldest first. */
export function toolAwards(
  events: readonly BehaviourEvent[],
  { calculator, conversion }: ScoringConfig["behaviour"]["tools"],
): readonly Award[] {
  let countedAt = Number.NEGATIVE_INFINITY;
  const calculated = events.flatMap((event): Award[] => {
    if (event.kind !== "calculator_used" || event.at - countedAt < calculator.everyMs) return [];
    countedAt = event.at;
    return [{ rule: "tools.calculator", event, points: calculator.points }];
  });
  const converted = distinctConversions(events).map((event) => ({
    rule: "tools.conversion",
    event,
    points: conversion.points,
    max: conversion.max,
  }));
  return [...calculated, ...converted];
}
