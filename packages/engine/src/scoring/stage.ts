/** The way to buying: up by itself as far as an opportunity, down and to customer only by a person (catalogue 5.5). */
import type { Author } from "../domain/author.ts";
import type { BehaviourEvent, LeadSource } from "../domain/behaviour-event.ts";
import { type LeadStage, stageRank } from "../domain/lead-stage.ts";
import type { ScoringConfig } from "../domain/scoring-config.ts";
import { inOrder } from "./behaviour.ts";
import { distinctConversions } from "./conversions.ts";

/** What the stage of a lead is decided by. */
export interface StageFacts {
  readonly score: number;
  /** An e-mail address or a phone number is known. */
  readonly hasContactDetail: boolean;
  readonly conversions: number;
  /** An agent took up a demo request, a price question or a request for a person. */
  readonly hasAcceptedHandoff: boolean;
}

/** What is to be logged when a person moves a lead. */
export interface StageMove {
  readonly from: LeadStage;
  readonly to: LeadStage;
  readonly by: Author;
  readonly at: number;
}

/** The stage after new facts: the present one or a later one, and never customer. */
export function advanceStage(present: LeadStage, facts: StageFacts, config: ScoringConfig): LeadStage {
  const earned = earnedStage(facts, config);
  return stageRank(earned) > stageRank(present) ? earned : present;
}

/** A person moves a lead wherever it belongs. Null for anybody else: nothing but a person says that a sale is made or lost. */
export function moveStage(from: LeadStage, to: LeadStage, by: Author, at: number): StageMove | null {
  return by.kind === "agent" && from !== to ? { from, to, by, at } : null;
}

/** How many different things the visitor left details for by `at`. */
export function countConversions(events: readonly BehaviourEvent[], at: number): number {
  return distinctConversions(inOrder(events, at)).length;
}

/** Where the first visit came from; kept whatever comes later (T29). */
export function sourceOf(events: readonly BehaviourEvent[]): LeadSource {
  const first = inOrder(events, Number.POSITIVE_INFINITY).find(({ kind }) => kind === "page_viewed");
  return first?.kind === "page_viewed" ? (first.source ?? "direct") : "direct";
}

function earnedStage(facts: StageFacts, { stages }: ScoringConfig): LeadStage {
  if (facts.score >= stages.opportunityFrom || facts.hasAcceptedHandoff) return "opportunity";
  const isKnown = facts.hasContactDetail && facts.score >= stages.qualifiedFrom;
  return isKnown || facts.conversions >= stages.qualifyingConversions ? "qualified" : "top_of_funnel";
}
