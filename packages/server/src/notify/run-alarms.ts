/**
 * Tells agents of what is urgent while it is: wakes up their devices, writes to them when nobody came, and takes away what
 * was told once somebody has it. What is to be done lies in rows, so that a process that dies loses nothing, and of two
 * processes one tells (H83, H93).
 */
import {
  type AgentId,
  DEFAULT_NOTIFICATION_SETTINGS,
  type Handoff,
  isQuietAt,
  type NotificationSettings,
} from "@sophie/engine";
import { alarmedBy, BY_MAIL } from "../commands/raise-alarm.ts";
import type { World } from "../commands/world.ts";
import { type Repetition, repeat } from "../repeat.ts";
import type { Alarm, Device } from "../storage/storage.ts";
import type { Mailer } from "./mailer.ts";
import type { Pusher } from "./pusher.ts";
import { urgentMail } from "./urgent-mail.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const LOOK_EVERY_MS = 500;
const AT_ONCE = 16;
/** Longer than a try can take: what somebody took who died is done by somebody else after this. */
const LEASE_MS = MINUTE_MS;
/** How long a quiet time, or somebody who is at a desk, holds something back before it is looked at again. */
const HELD_MS = 30 * SECOND_MS;
const KEPT_MS = 7 * 24 * HOUR_MS;
/** Waits between tries. Push is worth something while the answer is due, so its end is mostly that. */
const PUSH_AGAIN_MS: readonly number[] = [5 * SECOND_MS, 30 * SECOND_MS, 2 * MINUTE_MS, 5 * MINUTE_MS];
const MAIL_AGAIN_MS: readonly number[] = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS];
/** What is taken away may come to a device that was off. */
const OVER_TTL_MS = HOUR_MS;

export interface AlarmPorts {
  readonly world: World;
  readonly pusher: Pusher;
  /** Null where none is set up. */
  readonly mailer: Mailer | null;
  /** With their names. Unknown agents are left out. */
  readonly addressesOf: (
    agents: readonly AgentId[],
  ) => Promise<ReadonlyMap<AgentId, { readonly name: string; readonly email: string }>>;
  /** The desk's page for a handoff. */
  readonly linkTo: (handoff: Handoff) => string;
  readonly onFault: (what: string, error: unknown) => void;
}

type Settled = Pick<Alarm, "state" | "tries" | "nextAt">;

const DONE: Settled = { state: "done", tries: 0, nextAt: null };

/** One look. Answers with how many were due. */
export async function tellAlarms(ports: AlarmPorts): Promise<number> {
  const { world, onFault } = ports;
  await world.storage.endAlarms(world.now());
  const due = await world.storage.dueAlarms(world.now(), AT_ONCE);
  const told = await Promise.allSettled(due.map((alarm) => carryOut(alarm, ports)));
  for (const each of told) if (each.status === "rejected") onFault("alarm", each.reason);
  return due.length;
}

async function carryOut(alarm: Alarm, ports: AlarmPorts): Promise<void> {
  const { storage, now } = ports.world;
  if (!(await storage.claimAlarm(alarm, now() + LEASE_MS))) return;
  if (alarm.way === BY_MAIL) {
    await storage.settleAlarm(alarm, await write(alarm, ports));
    return;
  }
  const devices = await storage.devicesOf([alarm.agent]);
  const device = devices.find(({ id }) => id === alarm.way);
  if (device === undefined) await storage.settleAlarm(alarm, DONE);
  else if (alarm.state === "over") await storage.settleAlarm(alarm, await takeAway(alarm, device, ports));
  else {
    const settled = await wakeUp(alarm, device, ports);
    const isStill = await storage.settleAlarm(alarm, settled);
    // Claimed while it was on its way: nobody else will take it away.
    if (!isStill && settled.state === "told") await takeAway(alarm, device, ports);
  }
}

/** What there is to tell, if this agent is to be told it at all. */
async function newsFor(
  { handoff: id, agent }: Alarm,
  { world }: AlarmPorts,
): Promise<{
  readonly handoff: Handoff;
  readonly settings: NotificationSettings;
  readonly agents: readonly AgentId[];
} | null> {
  const handoff = await world.storage.handoff(id);
  // It was urgent when this was raised; that its visitor fell silent since is no reason to leave it lying.
  if (handoff?.status !== "pending") return null;
  const agents = await alarmedBy(world, handoff);
  const settings = (await world.storage.notificationSettings([agent])).get(agent);
  return agents.includes(agent)
    ? { handoff, settings: settings ?? DEFAULT_NOTIFICATION_SETTINGS, agents }
    : null;
}

async function wakeUp(alarm: Alarm, device: Device, ports: AlarmPorts): Promise<Settled> {
  const { world, pusher } = ports;
  const at = world.now();
  const news = await newsFor(alarm, ports);
  if (news === null || !news.settings.push || world.isLooking(alarm.agent)) return DONE;
  const { handoff, settings } = news;
  const leftMs = handoff.dueAt - at;
  // Then it is late, and the desk says so.
  if (leftMs <= 0) return DONE;
  if (isQuietAt(settings.quiet, at)) return { ...alarm, nextAt: at + HELD_MS };
  const { id, trigger, triggerName, priority, site, dueAt } = handoff;
  const told = await pusher.push(
    device,
    {
      kind: "urgent",
      language: device.language,
      handoff: id,
      trigger,
      triggerName,
      priority,
      site: world.siteOf(site)?.config.name ?? site,
      dueAt,
    },
    leftMs,
  );
  if (told.ok) return { state: "told", tries: 0, nextAt: null };
  if (told.why === "gone") await world.storage.forgetDevice(device);
  return told.why === "gone" ? DONE : again(alarm, PUSH_AGAIN_MS, at);
}

async function takeAway(alarm: Alarm, device: Device, { world, pusher }: AlarmPorts): Promise<Settled> {
  const { handoff } = alarm;
  const told = await pusher.push(device, { kind: "over", language: device.language, handoff }, OVER_TTL_MS);
  if (told.ok || told.why === "gone") return DONE;
  return again(alarm, PUSH_AGAIN_MS, world.now());
}

/** Only while nobody of the queue has it before them. */
async function write(alarm: Alarm, ports: AlarmPorts): Promise<Settled> {
  const { world, mailer, addressesOf, linkTo } = ports;
  const at = world.now();
  const news = mailer === null ? null : await newsFor(alarm, ports);
  if (mailer === null || news === null || !news.settings.mail) return DONE;
  const { handoff, settings, agents } = news;
  const isHeld = isQuietAt(settings.quiet, at) || agents.some((agent) => world.isLooking(agent));
  if (isHeld) return { ...alarm, nextAt: at + HELD_MS };
  const to = (await addressesOf([alarm.agent])).get(alarm.agent);
  if (to === undefined) return DONE;
  const site = world.siteOf(handoff.site);
  const zone = settings.quiet?.zone ?? site?.settings.calendars[0]?.zone ?? "UTC";
  const mail = urgentMail(
    { ...to, id: alarm.agent, language: settings.language, zone },
    {
      handoff,
      site: site?.config.name ?? handoff.site,
      since: alarm.at,
      now: at,
      link: linkTo(handoff),
    },
  );
  const sent = await mailer.send(mail);
  return sent.ok || sent.isPermanent ? DONE : again(alarm, MAIL_AGAIN_MS, at);
}

function again({ state, tries }: Alarm, waitsMs: readonly number[], at: number): Settled {
  const waitMs = waitsMs[tries];
  return waitMs === undefined ? DONE : { state, tries: tries + 1, nextAt: at + waitMs };
}

export function runAlarms(ports: AlarmPorts): Repetition {
  let forgottenAt = Number.NEGATIVE_INFINITY;

  async function look(isStopped: () => boolean): Promise<void> {
    const { storage, now } = ports.world;
    try {
      for (let due = AT_ONCE; due === AT_ONCE;) due = isStopped() ? 0 : await tellAlarms(ports);
      if (now() - forgottenAt < HOUR_MS) return;
      forgottenAt = now();
      await storage.forgetAlarms(forgottenAt - KEPT_MS);
    } catch (error) {
      ports.onFault("alarms", error);
    }
  }

  return repeat({ everyMs: LOOK_EVERY_MS, task: look });
}
