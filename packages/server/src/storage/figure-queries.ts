/** What reports read: counted in the database, so that a hundred thousand handoffs are a few hundred rows on their way here. */
import {
  type FigureGroup,
  type Handoff,
  RESPONSE_BOUNDS_MS,
  type ResponseBucket,
  type TriggerType,
} from "@sophie/engine";
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
          responseBucket().as("response"),
          of.fn.countAll<number | string>().as("count"),
          of.fn.count<number | string>("rating").as("ratings"),
          of.fn.sum<number | string | null>("rating").as("rating_sum"),
        ])
        .where("site", "=", site)
        .where("created_at", ">=", from)
        .where("created_at", "<", until)
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
      const ranked = db
        .selectFrom("figures")
        .select((of) => [
          "trigger",
          "handle_ms",
          of.fn
            .countAll<number | string>()
            .over((over) => over.partitionBy("trigger"))
            .as("all"),
          sql<number | string>`row_number() over (partition by "trigger" order by handle_ms)`.as("place"),
        ])
        .where("site", "=", site)
        .where("created_at", ">=", from)
        .where("created_at", "<", until)
        .where("handle_ms", "is not", null);
      const rows = await db
        .selectFrom(ranked.as("ranked"))
        .select(["trigger", "handle_ms"])
        .where(sql<boolean>`ranked.place = (ranked."all" + 1) / 2`)
        .execute();
      return new Map(rows.map((row): [TriggerType, number] => [row.trigger, Number(row.handle_ms)]));
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
        .orderBy("handoffs.updated_at", "desc")
        .orderBy("handoffs.id")
        .limit(limit)
        .execute();
      return rows.map(({ body }): Handoff => JSON.parse(body));
    },

    async visitorTexts(site, since, limit) {
      const rows = await db
        .selectFrom("entries")
        .innerJoin("conversations", "conversations.id", "entries.conversation")
        .select("entries.body")
        .where("conversations.site", "=", site)
        .where("conversations.updated_at", ">=", since)
        .where("entries.kind", "=", "message")
        .where("entries.at", ">=", since)
        // Nothing that a visitor wrote can look like this: within a text, JSON has a backslash before each quote.
        .where("entries.body", "like", '%"author":{"kind":"visitor"}%')
        .orderBy("entries.at", "desc")
        .limit(limit)
        .execute();
      return rows.map(({ body }) => JSON.parse(body));
    },
  };
}

/** By the bounds that the reports name. */
function responseBucket() {
  const cases = RESPONSE_BOUNDS_MS.map(
    ({ bucket, belowMs }) => sql`when response_ms < ${sql.lit(belowMs)} then ${sql.lit(bucket)}`,
  );
  return sql<ResponseBucket>`case when response_ms is null then 'none' ${sql.join(cases, sql` `)} else 'later' end`;
}
