/** Where a handoff goes, to whom, and what its visitor is told: settled just before the commit that does all of it. */
import {
  type AgentName,
  type Channel,
  DEFAULT_HANDOFF_SETTINGS,
  type Destination,
  type Handoff,
  type HandoffMode,
  type HandoffSettings,
  isOpen as isHandoffOpen,
  type SiteId,
} from "@sophie/engine";
import { isOpen } from "../hours/is-open.ts";
import { calendarOf } from "../routing/calendar-of.ts";
import { decideDestination, type Decision } from "../routing/decide-destination.ts";
import { destinationOf } from "../routing/destination-of.ts";
import { effectiveMode, modeFor } from "../routing/effective-mode.ts";
import { type Notice, noticeOf } from "../routing/notice.ts";
import type { RoutingFacts } from "../routing/routing-facts.ts";
import type { Site } from "../storage/storage.ts";
import { onlineFor, pickAgent } from "./pick-agent.ts";
import type { World } from "./world.ts";

export interface RouteFacts extends Omit<RoutingFacts, "at" | "channel"> {
  readonly site: SiteId;
  readonly channel?: Channel;
  /** Of the visitor's clock; absent where nobody knows it. */
  readonly zone?: string | undefined;
  /** The conversation's newest handoff: one that somebody has already is given to nobody else. */
  readonly handoff: Handoff | null;
}

export interface RoutePlan {
  readonly place: Pick<Handoff, "queue" | "mode" | "rule" | "channel">;
  /** Null where it waits for somebody to take it. */
  readonly assignee: AgentName | null;
  readonly notice: Notice;
  /** No rule matched, and then this site ends the conversation (R18). */
  readonly isEnd: boolean;
}

/** Makes the plan and lets `act` carry it out; where an agent is picked, nobody else picks for the site meanwhile. */
export async function withRoute<T>(
  world: World,
  facts: RouteFacts,
  act: (plan: RoutePlan) => Promise<T>,
): Promise<T> {
  const site = world.siteOf(facts.site);
  const settings = site?.settings ?? DEFAULT_HANDOFF_SETTINGS;
  const at = world.now();
  const channel = facts.channel ?? "web";
  const decision = decideDestination(settings, { ...facts, channel, at });
  const mode = modeFor(settings, facts.trigger, decision.destination, at);
  const plan = planOf(world, site, settings, facts, decision, mode, at);
  const { destination } = decision;
  if (site === undefined || destination === null || mode === "none" || !mayPick(facts, decision)) {
    return act(plan);
  }
  const { priority, handoff } = facts;
  const waiting = handoff?.status === "pending" ? handoff : null;
  return world.turns.take(facts.site, async () => {
    const assignee = await pickAgent(world, { site, destination, mode, channel, priority, waiting });
    return act({ ...plan, assignee });
  });
}

/** Where it would have gone, for somebody who did not wait for it; on a site without a rule for it, to the first queue. */
export function placeFor(
  { siteOf, now }: World,
  { site, channel = "web", ...facts }: RouteFacts,
): Pick<Handoff, "queue" | "mode" | "rule" | "channel"> {
  const settings = siteOf(site)?.settings ?? DEFAULT_HANDOFF_SETTINGS;
  const { destination, rule } = decideDestination(settings, { ...facts, channel, at: now() });
  const queue = destination?.queue ?? settings.queues[0]?.id ?? null;
  return { queue, mode: "live", rule: rule?.name ?? null, channel };
}

/**
 * What a visitor is told anew, after the end or when the day is over: it waits where it waited before, and hours may have
 * changed. `since`: from when on an answer is wanted.
 */
export function planAgain(
  world: World,
  { site: id, queue, rule, language, zone, priority }: Handoff,
  at: number,
  since = at,
): Pick<RoutePlan, "notice"> & { readonly mode: HandoffMode } {
  const site = world.siteOf(id);
  const settings = site?.settings ?? DEFAULT_HANDOFF_SETTINGS;
  const known = destinationOf({ queue, rule }, settings);
  const destination: Destination | null =
    known ?? (queue === null ? null : { queue, mode: "live", assign: { kind: "claim" } });
  const wanted = destination === null || destination.mode === "none" ? "async" : destination.mode;
  const calendar = destination === null ? null : calendarOf(settings, destination.queue);
  const mode = effectiveMode(wanted, isOpen(calendar, at));
  const decision = { destination, rule: null, trace: [] };
  const facts = { language, zone, priority, since };
  return { mode, notice: planOf(world, site, settings, facts, decision, mode, at).notice };
}

function mayPick({ handoff }: RouteFacts, { destination }: Decision): boolean {
  if (destination?.assign.kind === "claim") return false;
  return handoff === null || !isHandoffOpen(handoff.status) || handoff.status === "pending";
}

function planOf(
  world: World,
  site: Site | undefined,
  settings: HandoffSettings,
  asked: Pick<RouteFacts, "language" | "zone" | "priority" | "channel"> & { readonly since?: number },
  { destination, rule }: Decision,
  mode: HandoffMode,
  at: number,
): RoutePlan {
  const { language, zone, priority, channel = "web", since = at } = asked;
  const isStaffed =
    site !== undefined && destination !== null && onlineFor(world, site, destination).length > 0;
  const queue = settings.queues.find(({ id }) => id === destination?.queue);
  const targetMs = (queue?.sla.minutes[priority] ?? 0) * 60_000;
  return {
    place: { queue: destination?.queue ?? null, mode, rule: rule?.name ?? null, channel },
    assignee: null,
    notice: noticeOf(settings, { language, zone, destination, mode, isStaffed, at, since, targetMs }),
    isEnd: destination === null && mode !== "none" && settings.onUnassigned === "close",
  };
}
