/** What visitors allow, and what they do on the site: rare beside what they say, so it does not go through the log's lane. */
import { type BehaviourEvent, type HotLeadState, NEVER_HOT } from "@sophie/engine";
import type { Kysely } from "kysely";
import type { Tables } from "./schema.ts";
import type { LeadRecord, Storage, TalkEntry, VisitorKey } from "./storage.ts";

type Leads = Pick<
  Storage,
  | "lead"
  | "saveConsent"
  | "saveStanding"
  | "saveBehaviour"
  | "behaviourOf"
  | "forgetBehaviour"
  | "talkOf"
  | "newestConversationOf"
>;

/** Of one visitor; twice what a score looks at. */
const EVENTS_MAX = 1_000;

/** What a visitor begins with, and begins with again after withdrawing. */
const UNKNOWN_LEAD = { hot: JSON.stringify(NEVER_HOT), stage: "top_of_funnel" } as const;

export function leadQueries(db: Kysely<Tables>): Leads {
  async function lead({ site, visitor }: VisitorKey): Promise<LeadRecord | null> {
    const row = await db
      .selectFrom("leads")
      .selectAll()
      .where("visitor", "=", visitor)
      .where("site", "=", site)
      .executeTakeFirst();
    if (row === undefined) return null;
    const hot: HotLeadState = JSON.parse(row.hot);
    const { consent, stage } = row;
    return { consent, consentAt: row.consent_at, withdrawnAt: row.withdrawn_at, hot, stage };
  }

  async function forgetAllOf({ site, visitor }: VisitorKey): Promise<void> {
    await db.deleteFrom("behaviour").where("visitor", "=", visitor).where("site", "=", site).execute();
  }

  /** However long somebody stays, or however hard somebody tries, one visitor takes no more room than this. */
  async function forgetBeyond({ site, visitor }: VisitorKey, count: number): Promise<void> {
    const oldestKept = db
      .selectFrom("behaviour")
      .select("at")
      .where("visitor", "=", visitor)
      .where("site", "=", site)
      .orderBy("at", "desc")
      .limit(1)
      .offset(count - 1);
    await db
      .deleteFrom("behaviour")
      .where("visitor", "=", visitor)
      .where("site", "=", site)
      .where("at", "<", oldestKept)
      .execute();
  }

  return {
    lead,

    async saveConsent(key, consent, at) {
      const given = { consent, consent_at: at };
      const columns = consent === "given" ? given : { ...given, ...UNKNOWN_LEAD, withdrawn_at: at };
      await db
        .insertInto("leads")
        .values({ ...key, withdrawn_at: null, ...UNKNOWN_LEAD, ...columns })
        .onConflict((conflict) => conflict.columns(["visitor", "site"]).doUpdateSet(columns))
        .execute();
      if (consent === "withdrawn") await forgetAllOf(key);
    },

    async saveStanding({ site, visitor }, { hot, stage }) {
      await db
        .updateTable("leads")
        .set({ hot: JSON.stringify(hot), stage })
        .where("visitor", "=", visitor)
        .where("site", "=", site)
        .where("consent", "=", "given")
        .execute();
    },

    async saveBehaviour(key, events) {
      if ((await lead(key))?.consent !== "given") return false;
      if (events.length === 0) return true;
      await db
        .insertInto("behaviour")
        .values(events.map((event) => ({ ...key, id: event.id, at: event.at, body: JSON.stringify(event) })))
        .onConflict((conflict) => conflict.columns(["visitor", "site", "id"]).doNothing())
        .execute();
      await forgetBeyond(key, EVENTS_MAX);
      // Whoever withdrew meanwhile has deleted before this was stored, or will after this look.
      if ((await lead(key))?.consent === "given") return true;
      await forgetAllOf(key);
      return false;
    },

    async behaviourOf({ site, visitor }, limit) {
      const rows = await db
        .selectFrom("behaviour")
        .select("body")
        .where("visitor", "=", visitor)
        .where("site", "=", site)
        .orderBy("at", "desc")
        .orderBy("id", "desc")
        .limit(limit)
        .execute();
      return rows.map(({ body }): BehaviourEvent => JSON.parse(body)).toReversed();
    },

    async forgetBehaviour(at) {
      const { numDeletedRows } = await db.deleteFrom("behaviour").where("at", "<", at).executeTakeFirst();
      return Number(numDeletedRows);
    },

    async talkOf({ site, visitor }, limit) {
      const rows = await db
        .selectFrom("conversations")
        .innerJoin("entries", "entries.conversation", "conversations.id")
        .select(["entries.conversation", "entries.body"])
        .where("conversations.visitor", "=", visitor)
        .where("conversations.site", "=", site)
        .where("entries.kind", "in", ["message", "signal"])
        .orderBy("entries.at", "desc")
        .orderBy("entries.seq", "desc")
        .limit(limit)
        .execute();
      return rows
        .map(({ conversation, body }): TalkEntry => ({ conversation, entry: JSON.parse(body) }))
        .toReversed();
    },

    async newestConversationOf({ site, visitor }) {
      const row = await db
        .selectFrom("conversations")
        .select("id")
        .where("visitor", "=", visitor)
        .where("site", "=", site)
        .orderBy("updated_at", "desc")
        .orderBy("id", "desc")
        .limit(1)
        .executeTakeFirst();
      return row?.id ?? null;
    },
  };
}
