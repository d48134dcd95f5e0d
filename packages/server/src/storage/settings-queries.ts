/** What sites settled, version by version, who was kept from settling, and the rounds in which agents take turns. */
import { DEFAULT_HANDOFF_SETTINGS, type HandoffSettings, type SiteId } from "@sophie/engine";
import { type Kysely, sql } from "kysely";
import type { Tables } from "./schema.ts";
import type { Storage } from "./storage.ts";

type Settled = Pick<
  Storage,
  | "settings"
  | "settingsAt"
  | "saveSettings"
  | "settingsHistory"
  | "settingsToRecount"
  | "settingsRecounted"
  | "saveNote"
  | "notesOf"
  | "round"
  | "saveRound"
>;

export function settingsQueries(db: Kysely<Tables>): Settled {
  async function newest(site: SiteId): Promise<HandoffSettings | null> {
    const row = await db
      .selectFrom("handoff_settings")
      .select("body")
      .where("site", "=", site)
      .orderBy("version", "desc")
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? null : settingsIn(row.body);
  }

  return {
    settings: newest,

    async settingsAt(site, version) {
      const row = await db
        .selectFrom("handoff_settings")
        .select("body")
        .where("site", "=", site)
        .where("version", "=", version)
        .executeTakeFirst();
      return row === undefined ? null : settingsIn(row.body);
    },

    async saveSettings(site, settings, { savedAt, savedBy }) {
      const before = (await newest(site))?.version ?? DEFAULT_HANDOFF_SETTINGS.version;
      if (settings.version !== before + 1) return false;
      // Of two who save on the same version at the same time, the key lets one through.
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("handoff_settings")
        .values({
          site,
          version: settings.version,
          saved_at: savedAt,
          saved_by: savedBy,
          body: JSON.stringify(settings),
          recounted: 0,
        })
        .onConflict((conflict) => conflict.columns(["site", "version"]).doNothing())
        .executeTakeFirst();
      return Number(numInsertedOrUpdatedRows ?? 0) === 1;
    },

    async settingsToRecount() {
      const rows = await db
        .selectFrom("handoff_settings")
        .select(["site", "version", "saved_at"])
        .where(sql<boolean>`recounted = 0`)
        .orderBy("site")
        .orderBy("version")
        .execute();
      return rows.map((row) => ({ site: row.site, version: row.version, savedAt: row.saved_at }));
    },

    async settingsRecounted({ site, version }) {
      await db
        .updateTable("handoff_settings")
        .set({ recounted: 1 })
        .where("site", "=", site)
        .where("version", "=", version)
        .execute();
    },

    async settingsHistory(site, limit) {
      const rows = await db
        .selectFrom("handoff_settings")
        .select(["version", "saved_at", "saved_by"])
        .where("site", "=", site)
        .orderBy("version", "desc")
        .limit(limit)
        .execute();
      return rows.map((row) => ({ version: row.version, savedAt: row.saved_at, savedBy: row.saved_by }));
    },

    async saveNote(note) {
      await db.insertInto("audit").values(note).execute();
    },

    notesOf: (site, limit) =>
      db
        .selectFrom("audit")
        .select(["site", "at", "actor", "action", "detail"])
        .where("site", "=", site)
        .orderBy("at", "desc")
        .limit(limit)
        .execute(),

    async round({ site, queue, round }) {
      const row = await db
        .selectFrom("rounds")
        .select(["version", "turns"])
        .where("site", "=", site)
        .where("queue", "=", queue)
        .where("round", "=", round)
        .executeTakeFirst();
      return row === undefined
        ? { version: 0, order: [] }
        : { version: row.version, order: JSON.parse(row.turns) };
    },

    async saveRound(key, { version, order }) {
      const turns = JSON.stringify(order);
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("rounds")
        .values({ ...key, version, turns })
        .onConflict((conflict) =>
          conflict
            .columns(["site", "queue", "round"])
            .doUpdateSet({ version, turns })
            .where("rounds.version", "=", version - 1),
        )
        .executeTakeFirst();
      return Number(numInsertedOrUpdatedRows ?? 0) === 1;
    },
  };
}

/** Of every site that has any. */
export async function newestSettings(db: Kysely<Tables>): Promise<ReadonlyMap<SiteId, HandoffSettings>> {
  const rows = await db
    .selectFrom("handoff_settings as settled")
    .select(["settled.site", "settled.body"])
    .where("settled.version", "=", (of) =>
      of
        .selectFrom("handoff_settings as other")
        .select((each) => each.fn.max("other.version").as("version"))
        .whereRef("other.site", "=", "settled.site"),
    )
    .execute();
  return new Map(rows.map(({ site, body }) => [site, settingsIn(body)]));
}

/** It was checked before it was stored; what it could not say then is as by default. */
function settingsIn(body: string): HandoffSettings {
  return { ...DEFAULT_HANDOFF_SETTINGS, ...JSON.parse(body) };
}
