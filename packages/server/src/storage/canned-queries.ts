/** Answers that are written already, on two shelves: the site's and somebody's own. */
import type { CannedReply } from "@sophie/engine";
import type { Kysely } from "kysely";
import type { Tables } from "./schema.ts";
import type { CannedShelf, Storage } from "./storage.ts";

type Canned = Pick<Storage, "cannedReplies" | "saveCannedReply" | "deleteCannedReply">;

export function cannedQueries(db: Kysely<Tables>): Canned {
  return {
    async cannedReplies({ site, agent }) {
      const rows = await db
        .selectFrom("canned_replies")
        .selectAll()
        .where("site", "=", site)
        .where((where) => where.or([where("owner", "is", null), where("owner", "=", agent)]))
        .execute();
      return rows
        .map(({ id, version, name, texts, owner }) => ({
          id,
          version,
          name,
          texts: JSON.parse(texts),
          isOwn: owner !== null,
        }))
        .toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
    },

    async saveCannedReply({ site, agent }, { id, version, name, texts, isOwn }) {
      const owner = isOwn ? agent : null;
      const body = { version, name, texts: JSON.stringify(texts) };
      if (version > 1) {
        const { numUpdatedRows } = await db
          .updateTable("canned_replies")
          .set(body)
          .where("id", "=", id)
          .where("site", "=", site)
          .where("owner", owner === null ? "is" : "=", owner)
          .where("version", "=", version - 1)
          .executeTakeFirst();
        return Number(numUpdatedRows) === 1;
      }
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("canned_replies")
        .values({ id, site, owner, ...body })
        .onConflict((conflict) => conflict.column("id").doNothing())
        .executeTakeFirst();
      return Number(numInsertedOrUpdatedRows ?? 0) === 1;
    },

    async deleteCannedReply(
      { site, agent }: CannedShelf,
      { id, version, isOwn }: Pick<CannedReply, "id" | "version" | "isOwn">,
    ) {
      const { numDeletedRows } = await db
        .deleteFrom("canned_replies")
        .where("id", "=", id)
        .where("site", "=", site)
        .where("owner", isOwn ? "=" : "is", isOwn ? agent : null)
        .where("version", "=", version)
        .executeTakeFirst();
      return Number(numDeletedRows) === 1;
    },
  };
}
