/** What is written when a person is called, all in one commit: the handoff in its queue, who gets it, and what the visitor reads. */
import type { AgentName, Author, Conversation, Handoff } from "@sophie/engine";
import type { Change } from "../storage/storage.ts";
import { handoffEntry } from "./handoff-entry.ts";
import type { RoutePlan } from "./plan-route.ts";
import { promising } from "./visitor-promises.ts";

export interface Call {
  /** The handoff that waited already; null for a new one. */
  readonly before: Handoff | null;
  /** As it shall be, but for where the plan puts it. */
  readonly handoff: Handoff;
  readonly conversation: Pick<Conversation, "control">;
  readonly plan: RoutePlan;
  readonly by: Author;
  /** Between the handoff's own entry and the rest. */
  readonly entries?: Change["entries"];
}

const SYSTEM: Author = { kind: "system" };

/** The visitor waits for a person from here on, unless the site calls nobody. */
export function callPerson(call: Call): Change {
  const { conversation, plan, by } = call;
  const { notice, isEnd } = plan;
  const routed = route(call);
  const handoff = promising(routed.handoff, notice.promise);
  const to = plan.place.mode === "none" ? conversation.control : isEnd ? "closed" : "human_pending";
  return {
    entries: [
      ...routed.entries,
      notice.entry,
      ...(to === conversation.control
        ? []
        : ([{ kind: "control", from: conversation.control, to, by, handoff: handoff.id }] as const)),
    ],
    control: to,
    handoff,
  };
}

/** Agents get a handoff of which its visitor knows nothing: the bot goes on. */
export function raiseQuietly(call: Call): Change {
  const { handoff, entries } = route(call);
  return { entries, handoff };
}

function route({
  before,
  handoff,
  plan,
  by,
  entries = [],
}: Call): Pick<Change, "entries"> & { handoff: Handoff } {
  // What somebody has stays where it is.
  const isFree = handoff.status === "pending";
  const placed = isFree ? { ...handoff, ...plan.place } : handoff;
  const action = before === null ? "create" : "request";
  const said = [handoffEntry(action, before, placed, by), ...entries];
  if (!isFree || plan.assignee === null) return { entries: said, handoff: placed };
  const given = assigned(placed, plan.assignee);
  return { entries: [...said, handoffEntry("assign", placed, given, SYSTEM)], handoff: given };
}

/** Given by the rules, not by a person. */
export function assigned(handoff: Handoff, assignee: AgentName): Handoff {
  return {
    ...handoff,
    status: "assigned",
    version: handoff.version + 1,
    assignee,
    previousAssignee: handoff.assignee ?? handoff.previousAssignee,
  };
}
