/**
 * An urgent handoff waits: says who is to be told of it, in which way and when. Telling them is for whoever carries out
 * the rows (`notify/run-alarms.ts`); here it is only settled, once for all processes (H83, H93).
 */
import {
  type AgentId,
  accept,
  type ConversationId,
  DEFAULT_NOTIFICATION_SETTINGS,
  type Handoff,
  isAlarming,
} from "@sophie/engine";
import { candidatesOf } from "../routing/candidates.ts";
import type { Alarm, ChangeOutcome, ConversationState } from "../storage/storage.ts";
import type { World } from "./world.ts";

/** The way that is no device. */
export const BY_MAIL = "mail";

/** Rung by its timer when a handoff begins to be urgent and unclaimed. */
export async function raiseAlarm(world: World, conversation: ConversationId): Promise<ChangeOutcome> {
  const { storage } = world;
  const seen = alarmingIn(await storage.stateOf(conversation));
  if (seen !== null) await storage.raiseAlarms(await alarmsFor(world, seen));
  return storage.change({
    conversation,
    id: null,
    decide(state) {
      // Another one has begun to wait while this looked: the timer stays, and rings again.
      const next = alarmingIn(state);
      const isNew = next !== null && next.id !== seen?.id;
      return accept({ entries: [], timers: isNew ? [] : [{ kind: "alarm-due", at: null }] });
    },
  });
}

/** Everybody who may take it from its queue, whatever the site's rules would do by themselves. */
export async function alarmedBy(world: World, { site, queue }: Handoff): Promise<readonly AgentId[]> {
  const settings = world.siteOf(site)?.settings;
  if (settings === undefined) return [];
  const workers = await world.workersAt(site);
  const members = queue === null ? workers : candidatesOf(settings, anybodyOf(queue), workers);
  return members.map(({ id }) => id);
}

const anybodyOf = (queue: NonNullable<Handoff["queue"]>) => ({ queue, assign: { kind: "claim" } }) as const;

function alarmingIn(state: ConversationState | null): Handoff | null {
  const handoff = state?.handoff ?? null;
  return handoff !== null && isAlarming(handoff) ? handoff : null;
}

/** Whoever has the desk in sight sees and hears it there; whoever wants no word of it gets none. */
async function alarmsFor(world: World, handoff: Handoff): Promise<readonly Alarm[]> {
  const { storage, mailAfterMs } = world;
  const agents = await alarmedBy(world, handoff);
  const [settings, devices] = await Promise.all([
    storage.notificationSettings(agents),
    storage.devicesOf(agents.filter((agent) => !world.isLooking(agent))),
  ]);
  const wants = (agent: AgentId) => settings.get(agent) ?? DEFAULT_NOTIFICATION_SETTINGS;
  const at = world.now();
  const alarm = (agent: AgentId, way: string, nextAt: number): Alarm => {
    return { handoff: handoff.id, agent, way, at, state: "waiting", tries: 0, nextAt };
  };
  return [
    ...devices.filter(({ agent }) => wants(agent).push).map(({ id, agent }) => alarm(agent, id, at)),
    ...(mailAfterMs === null
      ? []
      : agents.filter((agent) => wants(agent).mail).map((agent) => alarm(agent, BY_MAIL, at + mailAfterMs))),
  ];
}
