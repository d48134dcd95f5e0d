/** What reports read: counted in the database, so that a hundred thousand handoffs are a few hundred rows on their way here. */
import { type FigureGroup, type Handoff, type TriggerType } from "@sophie/engine";
import { type Kysely, sql } from "kysely";
import type { Tables } from "./schema.ts";
import type { Storage } from "./storage.ts";

type Figures = Pick<
  Storage,
  | "figures"
  | "handleTimes"
  | "scoreFigures"
  | "urgencyFigures"
  | "containment"
  | "judgedConfidences"
  | "confidencesSince"
  | "judgedHandoffs"
  | "visitorTexts"
>;

const MINUTE_MS = 60_000;
/** Who is back within this time was not helped (T21). */
const CAME_BACK_MS = 7 * 24 * 60 * 60_000;

export function figureQueries(db: Kysely<Tables>): Figures {
  return {
    async figures(site, from, until) {
      const rows = await db
        .selectFrom("figures")
        .select((of) => [
          "trigger",
          "channel",
          "status",
          "verdict",
          "has_contact",
          "response",
          of.fn.countAll<number | string>().as("count"),
          of.fn.count<number | string>("rating").as("ratings"),
          of.fn.sum<number | string | null>("rating").as("rating_sum"),
        ])
        .where("site", "=", site)
        // With a sign, so that SQLite counts along the index that is in this order, and does not sort what is in another.
        .where(sql<number>`+created_at`, ">=", from)
        .where(sql<number>`+created_at`, "<", until)
        .groupBy(["trigger", "channel", "status", "verdict", "has_contact", "response"])
        .execute();
      return rows.map((row): FigureGroup => ({
        trigger: row.trigger,
        channel: row.channel,
        status: row.status,
        verdict: row.verdict,
        hasContact: row.has_contact === 1,
        response: row.response,
        count: Number(row.count),
        ratings: Number(row.ratings),
        ratingSum: Number(row.rating_sum ?? 0),
      }));
    },

    async handleTimes(site, from, until) {
      const rows = await db
        .selectFrom("figures")
        .select((of) => ["trigger", "handle_minutes", of.fn.countAll<number | string>().as("count")])
        .where("site", "=", site)
        .where("created_at", ">=", from)
        .where("created_at", "<", until)
        .where("handle_minutes", "is not", null)
        .groupBy(["trigger", "handle_minutes"])
        .orderBy("trigger")
        .orderBy("handle_minutes")
        .execute();
      return middles(
        rows.map((row) => ({
          trigger: row.trigger,
          ms: Number(row.handle_minutes) * MINUTE_MS,
          count: Number(row.count),
        })),
      );
    },

    async scoreFigures(site, from, until) {
      const rows = await db
        .selectFrom("figures")
        .select((of) => ["score", "verdict", "has_contact", of.fn.countAll<number | string>().as("count")])
        .where("site", "=", site)
        .where("created_at", ">=", from)
        .where("created_at", "<", until)
        .where("status", "in", ["completed", "cancelled"])
        .groupBy(["score", "verdict", "has_contact"])
        .execute();
      return rows.map((row) => ({
        score: row.score,
        verdict: row.verdict,
        hasContact: row.has_contact === 1,
        count: Number(row.count),
      }));
    },

    urgencyFigures: (site, limit) =>
      db
        .selectFrom("figures")
        .select(["priority", "trigger", "score", "confidence", "activity", "aged"])
        .where("site", "=", site)
        .orderBy("created_at", "desc")
        .limit(limit)
        .execute(),

    async containment(site, from, until) {
      const row = await db
        .selectFrom("conversations as talk")
        .select([
          sql<number | string>`count(*)`.as("conversations"),
          sql<number | string>`coalesce(sum(case when talk.handoff is null then 1 else 0 end), 0)`.as(
            "alone",
          ),
          sql<number | string>`coalesce(sum(case when talk.handoff is null and exists (
            select 1 from conversations as later where later.visitor = talk.visitor and later.site = talk.site
            and later.created_at > talk.updated_at and later.created_at <= talk.updated_at + ${sql.lit(CAME_BACK_MS)}
          ) then 1 else 0 end), 0)`.as("came_back"),
        ])
        .where("talk.site", "=", site)
        .where("talk.created_at", ">=", from)
        .where("talk.created_at", "<", until)
        .executeTakeFirstOrThrow();
      return {
        conversations: Number(row.conversations),
        alone: Number(row.alone),
        cameBack: Number(row.came_back),
      };
    },

    async judgedConfidences(site, trigger, since, limit) {
      const rows = await db
        .selectFrom("figures")
        .select(["confidence", "verdict"])
        .where("site", "=", site)
        .where("created_at", ">=", since)
        .where("trigger", "=", trigger)
        .where("source", "=", "text")
        .where("verdict", "is not", null)
        .orderBy("created_at", "desc")
        .limit(limit)
        .execute();
      return rows.flatMap(({ confidence, verdict }) => (verdict === null ? [] : [{ confidence, verdict }]));
    },

    async confidencesSince(site, trigger, since) {
      const rows = await db
        .selectFrom("figures")
        .select("confidence")
        .where("site", "=", site)
        .where("created_at", ">=", since)
        .where("trigger", "=", trigger)
        .where("source", "=", "text")
        .execute();
      return rows.map(({ confidence }) => confidence);
    },

    async judgedHandoffs(site, verdicts, trigger, limit) {
      const rows = await db
        .selectFrom("figures")
        .innerJoin("handoffs", "handoffs.id", "figures.handoff")
        .select("handoffs.body")
        .where("figures.site", "=", site)
        .where("figures.verdict", "in", verdicts)
        .$if(trigger !== null, (query) => query.where("figures.trigger", "=", trigger))
        .orderBy("figures.created_at", "desc")
        .limit(limit)
        .execute();
      return rows.map(({ body }): Handoff => JSON.parse(body));
    },

    async visitorTexts(site, since, limit) {
      const talks = db
        .selectFrom("conversations")
        .select("id")
        .where("site", "=", site)
        .where("updated_at", ">=", since)
        .orderBy("updated_at", "desc")
        // Each holds a message at least, nearly always.
        .limit(limit);
      const rows = await db
        .selectFrom("entries")
        .select("body")
        .where("conversation", "in", talks)
        .where("kind", "=", "message")
        .where("at", ">=", since)
        // Nothing that a visitor wrote can look like this: within a text, JSON has a backslash before each quote.
        .where("body", "like", '%"author":{"kind":"visitor"}%')
        .orderBy("at", "desc")
        .limit(limit)
        .execute();
      return rows.map(({ body }) => JSON.parse(body));
    },
  };
}

/** `rows`: of each signal the shortest first. Half of a signal's take no longer than its middle. */
function middles(
  rows: readonly { readonly trigger: TriggerType; readonly ms: number; readonly count: number }[],
): ReadonlyMap<TriggerType, number> {
  const found = new Map<TriggerType, number>();
  for (const trigger of new Set(rows.map((row) => row.trigger))) {
    const own = rows.filter((row) => row.trigger === trigger);
    let left = own.reduce((sum, { count }) => sum + count, 0) / 2;
    const middle = own.find(({ count }) => (left -= count) <= 0);
    if (middle !== undefined) found.set(trigger, middle.ms);
  }
  return found;
}
