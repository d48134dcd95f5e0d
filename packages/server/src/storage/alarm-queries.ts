/** How agents want to be told of what is urgent, on which devices, and whom of them is still to be told: each once (H93). */
import type { AgentId, NotificationSettings } from "@sophie/engine";
import type { ExpressionBuilder, Kysely } from "kysely";
import type { AlarmRow, DeviceRow, Tables } from "./schema.ts";
import type { Alarm, Device, Storage } from "./storage.ts";

type Alarms = Pick<
  Storage,
  | "notificationSettings"
  | "saveNotificationSettings"
  | "devicesOf"
  | "saveDevice"
  | "forgetDevice"
  | "raiseAlarms"
  | "endAlarms"
  | "dueAlarms"
  | "claimAlarm"
  | "settleAlarm"
  | "forgetAlarms"
>;

/** Of one agent; the oldest give way. */
const DEVICES_MAX = 10;
const ENDED_AT_ONCE = 100;

type AlarmKey = Pick<Alarm, "handoff" | "agent" | "way" | "state">;

/** That one, if nobody has brought it further in the meantime. */
function isSame({ handoff, agent, way, state }: AlarmKey) {
  return ({ eb, and }: ExpressionBuilder<Tables, "alarms">) =>
    and([eb("handoff", "=", handoff), eb("agent", "=", agent), eb("way", "=", way), eb("state", "=", state)]);
}

export function alarmQueries(db: Kysely<Tables>): Alarms {
  async function settle(alarm: AlarmKey, { state, tries, nextAt }: Parameters<Storage["settleAlarm"]>[1]) {
    const { numUpdatedRows } = await db
      .updateTable("alarms")
      .set({ state, tries, next_at: nextAt })
      .where(isSame(alarm))
      .executeTakeFirst();
    return Number(numUpdatedRows) === 1;
  }

  return {
    async notificationSettings(agents) {
      if (agents.length === 0) return new Map();
      const rows = await db
        .selectFrom("notification_settings")
        .selectAll()
        .where("agent", "in", agents)
        .execute();
      return new Map(
        rows.map(({ agent, body }): [AgentId, NotificationSettings] => [agent, JSON.parse(body)]),
      );
    },

    async saveNotificationSettings(agent, settings) {
      const body = JSON.stringify(settings);
      await db
        .insertInto("notification_settings")
        .values({ agent, body })
        .onConflict((conflict) => conflict.column("agent").doUpdateSet({ body }))
        .execute();
    },

    async devicesOf(agents) {
      if (agents.length === 0) return [];
      const rows = await db
        .selectFrom("devices")
        .selectAll()
        .where("agent", "in", agents)
        .orderBy("created_at")
        .execute();
      return rows.map(deviceOf);
    },

    async saveDevice({ id, agent, endpoint, keys, language, createdAt }) {
      const moving = { agent, endpoint, ...keys, language, created_at: createdAt };
      await db
        .insertInto("devices")
        .values({ id, ...moving })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(moving))
        .execute();
      const kept = db
        .selectFrom("devices")
        .select("id")
        .where("agent", "=", agent)
        .orderBy("created_at", "desc")
        .orderBy("id")
        .limit(DEVICES_MAX);
      await db.deleteFrom("devices").where("agent", "=", agent).where("id", "not in", kept).execute();
    },

    async forgetDevice({ id, agent }) {
      await db.deleteFrom("devices").where("id", "=", id).where("agent", "=", agent).execute();
    },

    async raiseAlarms(alarms) {
      if (alarms.length === 0) return;
      await db
        .insertInto("alarms")
        .values(alarms.map(rowOf))
        .onConflict((conflict) => conflict.columns(["handoff", "agent", "way"]).doNothing())
        .execute();
    },

    async endAlarms(at) {
      const ended = await db
        .selectFrom("alarms")
        .innerJoin("handoffs", "handoffs.id", "alarms.handoff")
        .selectAll("alarms")
        .where("alarms.state", "in", ["waiting", "told", "done"])
        .where("handoffs.status", "!=", "pending")
        .limit(ENDED_AT_ONCE)
        .execute();
      for (const alarm of ended) {
        if (alarm.state === "told") await settle(alarm, { state: "over", tries: 0, nextAt: at });
        else await db.deleteFrom("alarms").where(isSame(alarm)).execute();
      }
    },

    async dueAlarms(now, limit) {
      const rows = await db
        .selectFrom("alarms")
        .selectAll()
        .where("next_at", "<=", now)
        .orderBy("next_at")
        .orderBy("handoff")
        .limit(limit)
        .execute();
      return rows.map(alarmOf);
    },

    async claimAlarm(alarm, until) {
      const { numUpdatedRows } = await db
        .updateTable("alarms")
        .set({ next_at: until })
        .where(isSame(alarm))
        .where("next_at", "=", alarm.nextAt)
        .executeTakeFirst();
      return Number(numUpdatedRows) === 1;
    },

    settleAlarm: settle,

    async forgetAlarms(before) {
      await db.deleteFrom("alarms").where("at", "<", before).execute();
    },
  };
}

function deviceOf({ id, agent, endpoint, p256dh, auth, language, created_at: createdAt }: DeviceRow): Device {
  return { id, agent, endpoint, keys: { p256dh, auth }, language, createdAt };
}

function alarmOf({ next_at: nextAt, ...row }: AlarmRow): Alarm {
  return { ...row, nextAt };
}

function rowOf({ nextAt, ...alarm }: Alarm): AlarmRow {
  return { ...alarm, next_at: nextAt };
}
