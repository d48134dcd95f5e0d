/** What sites know, version by version, and what their visitors asked that they do not know. */
import type { KnowledgeEntry, SiteId } from "@sophie/engine";
import { type Kysely, sql } from "kysely";
import type { Tables } from "./schema.ts";
import type { Storage } from "./storage.ts";

type Known = Pick<
  Storage,
  "knowledge" | "saveKnowledge" | "knowledgeHistory" | "noteUnknown" | "unknownQuestions"
>;

/** Versions that are kept of one site; a list may be a megabyte. */
const VERSIONS_MAX = 20;
/** Questions that are kept of one site: whoever makes them up crowds out nothing that many ask. */
const UNKNOWN_MAX = 500;
/** What nobody asked again for so long is forgotten. */
const UNKNOWN_KEPT_MS = 90 * 24 * 60 * 60_000;

export function knowledgeQueries(db: Kysely<Tables>): Known {
  const newestVersion = async (site: SiteId): Promise<number> => {
    const row = await db
      .selectFrom("knowledge")
      .select((of) => of.fn.max("version").as("version"))
      .where("site", "=", site)
      .executeTakeFirst();
    return row?.version ?? 0;
  };

  return {
    async knowledge(site) {
      const row = await db
        .selectFrom("knowledge")
        .select(["version", "body"])
        .where("site", "=", site)
        .orderBy("version", "desc")
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : { version: row.version, entries: JSON.parse(row.body) };
    },

    async saveKnowledge(site, { version, entries }, { savedAt, savedBy }) {
      if (version !== (await newestVersion(site)) + 1) return false;
      // Of two who save on the same version at the same time, the key lets one through.
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("knowledge")
        .values({ site, version, saved_at: savedAt, saved_by: savedBy, body: JSON.stringify(entries) })
        .onConflict((conflict) => conflict.columns(["site", "version"]).doNothing())
        .executeTakeFirst();
      if (Number(numInsertedOrUpdatedRows ?? 0) !== 1) return false;
      await db
        .deleteFrom("knowledge")
        .where("site", "=", site)
        .where("version", "<=", version - VERSIONS_MAX)
        .execute();
      return true;
    },

    async knowledgeHistory(site, limit) {
      const rows = await db
        .selectFrom("knowledge")
        .select(["version", "saved_at", "saved_by"])
        .where("site", "=", site)
        .orderBy("version", "desc")
        .limit(limit)
        .execute();
      return rows.map((row) => ({ version: row.version, savedAt: row.saved_at, savedBy: row.saved_by }));
    },

    async noteUnknown({ site, language, topic, question, at }) {
      await db
        .insertInto("unknown_questions")
        .values({ site, language, topic, question, asked: 1, last_at: at })
        .onConflict((conflict) =>
          conflict
            .columns(["site", "language", "topic"])
            .doUpdateSet({ asked: sql<number>`unknown_questions.asked + 1`, last_at: at }),
        )
        .execute();
      await db
        .deleteFrom("unknown_questions")
        .where("site", "=", site)
        .where((where) =>
          where.or([
            where("last_at", "<", at - UNKNOWN_KEPT_MS),
            where(
              "topic",
              "not in",
              where
                .selectFrom("unknown_questions")
                .select("topic")
                .where("site", "=", site)
                .orderBy("asked", "desc")
                .orderBy("last_at", "desc")
                .limit(UNKNOWN_MAX),
            ),
          ]),
        )
        .execute();
    },

    async unknownQuestions(site, limit) {
      const rows = await db
        .selectFrom("unknown_questions")
        .select(["language", "question", "asked", "last_at"])
        .where("site", "=", site)
        .orderBy("asked", "desc")
        .orderBy("last_at", "desc")
        .orderBy("topic")
        .limit(limit)
        .execute();
      return rows.map(({ last_at: lastAt, ...row }) => ({ ...row, lastAt }));
    },
  };
}

/**
 * Of every site that has saved any. A list is read again only when there is a newer one: sites are looked at every few
 * seconds, and a list may be long. The same version is the same array.
 */
export function newestKnowledge(db: Kysely<Tables>): () => Promise<ReadonlyMap<SiteId, KnowledgeEntry[]>> {
  const held = new Map<SiteId, { readonly version: number; readonly entries: KnowledgeEntry[] }>();
  return async () => {
    const newest = await db
      .selectFrom("knowledge")
      .select((of) => ["site", of.fn.max<number>("version").as("version")] as const)
      .groupBy("site")
      .execute();
    for (const { site, version } of newest) {
      if (held.get(site)?.version === version) continue;
      const row = await db
        .selectFrom("knowledge")
        .select("body")
        .where("site", "=", site)
        .where("version", "=", version)
        .executeTakeFirst();
      if (row !== undefined) held.set(site, { version: version, entries: JSON.parse(row.body) });
    }
    return new Map([...held].map(([site, { entries }]) => [site, entries]));
  };
}
