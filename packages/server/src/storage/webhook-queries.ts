/** Where sites want to be told, and the outbox of what is to be told: tried in order, at least once, until it arrives or is given up. */
import type { WebhookDelivery, SiteId } from "@sophie/engine";
import { type Kysely, sql } from "kysely";
import type { OutboxRow, Tables } from "./schema.ts";
import type { Storage } from "./storage.ts";

type Webhooks = Pick<
  Storage,
  | "webhook"
  | "saveWebhook"
  | "dueDeliveries"
  | "claimDelivery"
  | "settleDelivery"
  | "deliveriesOf"
  | "replayDelivery"
  | "forgetDeliveries"
>;

export function webhookQueries(db: Kysely<Tables>): Webhooks {
  return {
    async webhook(site) {
      const row = await db.selectFrom("webhooks").selectAll().where("site", "=", site).executeTakeFirst();
      if (row === undefined) return null;
      const { version, url, events, is_on: isOn, secret } = row;
      return { version, url, events: JSON.parse(events), isOn: isOn === 1, secret };
    },

    async saveWebhook(site: SiteId, { version, url, events, isOn, secret }) {
      const moving = { version, url, events: JSON.stringify(events), is_on: isOn ? 1 : 0, secret };
      if (version === 1) {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto("webhooks")
          .values({ site, ...moving })
          .onConflict((conflict) => conflict.column("site").doNothing())
          .executeTakeFirst();
        return Number(numInsertedOrUpdatedRows ?? 0) === 1;
      }
      const { numUpdatedRows } = await db
        .updateTable("webhooks")
        .set(moving)
        .where("site", "=", site)
        .where("version", "=", version - 1)
        .executeTakeFirst();
      return Number(numUpdatedRows) === 1;
    },

    async dueDeliveries(now, limit) {
      const rows = await db
        .selectFrom("webhook_outbox")
        .selectAll()
        .where("status", "=", "pending")
        .where("next_at", "<=", now)
        // What one conversation has to tell arrives in its order: the next waits until the one before is settled.
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom("webhook_outbox as earlier")
                .select("earlier.id")
                .whereRef("earlier.subject", "=", "webhook_outbox.subject")
                .whereRef("earlier.place", "<", "webhook_outbox.place")
                .where("earlier.status", "=", "pending"),
            ),
          ),
        )
        .orderBy("next_at")
        .orderBy("place")
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ...deliveryOf(row), site: row.site, body: row.body }));
    },

    async claimDelivery({ id, nextAt }, until) {
      const { numUpdatedRows } = await db
        .updateTable("webhook_outbox")
        .set({ tries: sql<number>`tries + 1`, next_at: until })
        .where("id", "=", id)
        .where("status", "=", "pending")
        .where("next_at", "=", nextAt)
        .executeTakeFirst();
      return Number(numUpdatedRows) === 1;
    },

    async settleDelivery(id, { status, nextAt, response, fault }) {
      await db
        .updateTable("webhook_outbox")
        .set({ status, next_at: nextAt, response, fault })
        .where("id", "=", id)
        .execute();
    },

    async deliveriesOf(site, limit) {
      const rows = await db
        .selectFrom("webhook_outbox")
        .selectAll()
        .where("site", "=", site)
        .orderBy("at", "desc")
        .orderBy("place", "desc")
        .limit(limit)
        .execute();
      return rows.map(deliveryOf);
    },

    async replayDelivery(site, id, at) {
      const { numUpdatedRows } = await db
        .updateTable("webhook_outbox")
        .set({ status: "pending", tries: 0, next_at: at })
        .where("site", "=", site)
        .where("id", "=", id)
        // One that is on its way is sent anyway.
        .where("status", "!=", "pending")
        .executeTakeFirst();
      return Number(numUpdatedRows) === 1;
    },

    async forgetDeliveries(before) {
      const { numDeletedRows } = await db
        .deleteFrom("webhook_outbox")
        .where("status", "!=", "pending")
        .where("at", "<", before)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

function deliveryOf({
  id,
  event,
  at,
  status,
  tries,
  next_at: nextAt,
  response,
  fault,
}: OutboxRow): WebhookDelivery {
  return { id, event, at, status, tries, nextAt, response, fault };
}
