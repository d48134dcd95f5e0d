/** The keys with which programs hand in tickets: looked up by their hash, and kept after they were revoked, for the record. */
import type { Kysely } from "kysely";
import type { ApiKeyRow, Tables } from "./schema.ts";
import type { ApiKey, Storage } from "./storage.ts";

type ApiKeys = Pick<Storage, "apiKeys" | "apiKeyByHash" | "saveApiKey" | "revokeApiKey">;

export function apiKeyQueries(db: Kysely<Tables>): ApiKeys {
  return {
    async apiKeys(site) {
      const rows = await db
        .selectFrom("api_keys")
        .selectAll()
        .where("site", "=", site)
        .orderBy("made_at", "desc")
        .orderBy("id", "desc")
        .execute();
      return rows.map(keyOf);
    },

    async apiKeyByHash(hash) {
      const row = await db
        .selectFrom("api_keys")
        .selectAll()
        .where("hash", "=", hash)
        .where("revoked_at", "is", null)
        .executeTakeFirst();
      return row === undefined ? null : keyOf(row);
    },

    async saveApiKey({ id, site, name, hash, tail, madeAt, madeBy, revokedAt }) {
      const times = { made_at: madeAt, made_by: madeBy, revoked_at: revokedAt };
      await db
        .insertInto("api_keys")
        .values({ id, site, name, hash, tail, ...times })
        .execute();
    },

    async revokeApiKey(site, id, at) {
      const { numUpdatedRows } = await db
        .updateTable("api_keys")
        .set({ revoked_at: at })
        .where("site", "=", site)
        .where("id", "=", id)
        .where("revoked_at", "is", null)
        .executeTakeFirst();
      return Number(numUpdatedRows) === 1;
    },
  };
}

function keyOf({ made_at: madeAt, made_by: madeBy, revoked_at: revokedAt, ...key }: ApiKeyRow): ApiKey {
  return { ...key, madeAt, madeBy, revokedAt };
}
