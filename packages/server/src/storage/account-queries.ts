/** Sites, the people who work for them, invitations and secrets: each one statement, so that no lock is ever held. */
import type { ScoringConfig, SiteConfig, SiteId } from "@sophie/engine";
import type { Kysely } from "kysely";
import { newestKnowledge } from "./knowledge-queries.ts";
import type { Tables } from "./schema.ts";
import { newestSettings } from "./settings-queries.ts";
import { settledSite } from "./settled-site.ts";
import type { Storage } from "./storage.ts";

type Accounts = Pick<
  Storage,
  | "sites"
  | "saveSite"
  | "memberships"
  | "membersOf"
  | "saveMembership"
  | "saveInvitation"
  | "takeInvitation"
  | "hasMembers"
  | "secret"
>;

export function accountQueries(db: Kysely<Tables>): Accounts {
  const knowledgeOfSites = newestKnowledge(db);
  return {
    async sites() {
      const rows = await db.selectFrom("sites").selectAll().orderBy("id").execute();
      const settings = await newestSettings(db);
      const knowledge = await knowledgeOfSites();
      return rows.map((row) => {
        // A site that was saved before it could have triggers has none.
        const setUp: SiteConfig = { triggers: [], ...JSON.parse(row.config) };
        const config = { ...setUp, knowledge: knowledge.get(row.id) ?? setUp.knowledge };
        const origins: string[] = JSON.parse(row.origins);
        const settled = settings.get(row.id) ?? null;
        if (row.scoring === null) return settledSite({ config, origins }, settled);
        const scoring: ScoringConfig = JSON.parse(row.scoring);
        return settledSite({ config, origins, scoring }, settled);
      });
    },

    async saveSite({ config, origins, scoring }) {
      const columns = {
        config: JSON.stringify(config),
        origins: JSON.stringify(origins),
        scoring: scoring === undefined ? null : JSON.stringify(scoring),
      };
      await db
        .insertInto("sites")
        .values({ id: config.id, ...columns })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(columns))
        .execute();
    },

    memberships: (agent) =>
      db.selectFrom("memberships").selectAll().where("agent", "=", agent).orderBy("site").execute(),

    async membersOf(sites) {
      if (sites.length === 0) return [];
      return db
        .selectFrom("memberships")
        .selectAll()
        .where("site", "in", sites)
        .orderBy("site")
        .orderBy("agent")
        .execute();
    },

    async saveMembership({ agent, site, role }) {
      await db
        .insertInto("memberships")
        .values({ agent, site, role })
        .onConflict((conflict) => conflict.columns(["agent", "site"]).doUpdateSet({ role }))
        .execute();
    },

    async saveInvitation({ secretHash, role, sites, expiresAt }) {
      await db
        .insertInto("invitations")
        .values({ secret_hash: secretHash, role, sites: JSON.stringify(sites), expires_at: expiresAt })
        .execute();
    },

    async takeInvitation(secretHash, now) {
      const row = await db
        .deleteFrom("invitations")
        .where("secret_hash", "=", secretHash)
        .where("expires_at", ">", now)
        .returningAll()
        .executeTakeFirst();
      if (row === undefined) return null;
      const sites: SiteId[] = JSON.parse(row.sites);
      return { secretHash: row.secret_hash, role: row.role, sites, expiresAt: row.expires_at };
    },

    async hasMembers() {
      const row = await db.selectFrom("memberships").select("agent").limit(1).executeTakeFirst();
      return row !== undefined;
    },

    async secret(name, initial) {
      await db
        .insertInto("secrets")
        .values({ name, value: initial })
        .onConflict((conflict) => conflict.column("name").doNothing())
        .execute();
      const row = await db
        .selectFrom("secrets")
        .select("value")
        .where("name", "=", name)
        .executeTakeFirstOrThrow();
      return row.value;
    },
  };
}
