/** Why a handoff is due when it is: the open blocks that its target is made of, which sum to it (N7). */
import type { Handoff, SlaClock } from "@sophie/engine";
import type { DueBlock } from "../hours/due-time.ts";
import { dueOfCount } from "../hours/running-count.ts";
import type { Site } from "../storage/storage.ts";
import { countOf, hoursBehind } from "./response-clock.ts";
import { responseRules } from "./response-rules.ts";

export interface DueExplanation {
  readonly dueAt: number;
  readonly targetMs: number;
  readonly clock: SlaClock;
  readonly stopOn: Handoff["target"]["stopOn"];
  /** Null for always open. */
  readonly calendar: { readonly name: string; readonly zone: string } | null;
  readonly blocks: readonly DueBlock[];
}

export function explainDue(handoff: Handoff, site: Site | undefined): DueExplanation {
  const { dueAt, target, queue } = handoff;
  const hours = hoursBehind(target, responseRules(site, queue));
  const due = dueOfCount(countOf(target), hours);
  const { calendar } = hours;
  return {
    dueAt,
    targetMs: target.ms,
    clock: target.clock,
    stopOn: target.stopOn,
    calendar: calendar === null ? null : { name: calendar.name, zone: calendar.zone },
    blocks: due?.dueAt === dueAt ? due.blocks : [byHoursOfThen(handoff)],
  };
}

/** The hours have changed since it was answered, or passed: what they were nobody keeps, what they came to is kept. */
function byHoursOfThen({ dueAt, target }: Handoff): DueBlock {
  return { from: target.from, to: dueAt, ms: target.ms, notes: [{ kind: "hours_changed" }] };
}
