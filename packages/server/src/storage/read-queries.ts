/**
 * What is read of conversations, handoffs, receipts and timers: written once, for both engines. JSON in the tables was
 * checked before it was written, by this version of Sophie or an older one, so it is only parsed.
 */
import {
  type ConversationId,
  HANDOFF_STATUSES,
  type Handoff,
  type HandoffId,
  type LogEntry,
  type Side,
  type SiteId,
} from "@sophie/engine";
import { type ExpressionBuilder, type Kysely, sql } from "kysely";
import { conversationOf, stateOf } from "./conversation-row.ts";
import type { Tables } from "./schema.ts";
import { type ClosedPlace, OPEN_HANDOFFS_MAX, type RemoteChange, type Storage } from "./storage.ts";

type Reads = Pick<
  Storage,
  | "entriesSince"
  | "entryById"
  | "stateOf"
  | "handoff"
  | "openHandoffs"
  | "waitingHandoffs"
  | "countOpenHandoffs"
  | "conversationsWaitingOf"
  | "closedHandoffs"
  | "botConversations"
  | "promisesOf"
  | "receipts"
  | "dueTimers"
  | "nextTimerAt"
>;

const OPEN = ["pending", "assigned", "in_progress"] as const;
const NOTHING_RECEIVED = { delivered: 0, read: 0 } as const;

export function readQueries(db: Kysely<Tables>): Reads {
  return {
    async entriesSince(conversation, since, limit) {
      const rows = await db
        .selectFrom("entries")
        .select("body")
        .where("conversation", "=", conversation)
        .where("seq", ">", since)
        .orderBy("seq")
        .limit(limit)
        .execute();
      return rows.map(({ body }): LogEntry => JSON.parse(body));
    },

    async entryById(conversation, id) {
      const row = await db
        .selectFrom("entries")
        .select("body")
        .where("conversation", "=", conversation)
        .where("id", "=", id)
        .executeTakeFirst();
      return row === undefined ? null : (JSON.parse(row.body) satisfies LogEntry);
    },

    async stateOf(conversation: ConversationId) {
      const row = await db
        .selectFrom("conversations")
        .leftJoin("handoffs", "handoffs.id", "conversations.handoff")
        .selectAll("conversations")
        .select("handoffs.body as handoff_body")
        .where("conversations.id", "=", conversation)
        .executeTakeFirst();
      return row === undefined ? null : stateOf(row, row.handoff_body);
    },

    async handoff(id: HandoffId) {
      const row = await db.selectFrom("handoffs").select("body").where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : (JSON.parse(row.body) satisfies Handoff);
    },

    async openHandoffs(sites: readonly SiteId[]) {
      if (sites.length === 0) return [];
      const rows = await db
        .selectFrom("handoffs")
        .select("body")
        .where("site", "in", sites)
        .where("status", "in", OPEN)
        .orderBy("updated_at", "desc")
        .limit(OPEN_HANDOFFS_MAX)
        .execute();
      return rows.map(({ body }): Handoff => JSON.parse(body));
    },

    async waitingHandoffs(site: SiteId) {
      const rows = await db
        .selectFrom("handoffs")
        .select("body")
        .where("site", "=", site)
        .where("status", "=", "pending")
        .orderBy("updated_at", "desc")
        .limit(OPEN_HANDOFFS_MAX)
        .execute();
      return rows.map(({ body }): Handoff => JSON.parse(body));
    },

    async countOpenHandoffs(sites) {
      if (sites.length === 0) return 0;
      const row = await db
        .selectFrom("handoffs")
        .select((of) => of.fn.countAll<number | string>().as("open"))
        .where("site", "in", sites)
        .where("status", "in", OPEN)
        .executeTakeFirstOrThrow();
      return Number(row.open);
    },

    async conversationsWaitingOf({ site, visitor }) {
      const rows = await db
        .selectFrom("handoffs")
        .innerJoin("conversations", "conversations.id", "handoffs.conversation")
        .select("conversations.id")
        .where("conversations.visitor", "=", visitor)
        .where("conversations.site", "=", site)
        .where("handoffs.status", "in", OPEN)
        .orderBy("handoffs.updated_at", "desc")
        .execute();
      return rows.map(({ id }) => id);
    },

    async closedHandoffs(sites, status, before, limit) {
      if (sites.length === 0) return [];
      const rows = await db
        .selectFrom("handoffs")
        .select("body")
        .where("site", "in", sites)
        .where("status", "=", status)
        .$call((query) => (before === null ? query : query.where(isBehind(before))))
        .orderBy("updated_at", "desc")
        .orderBy("id", "desc")
        .limit(limit)
        .execute();
      return rows.map(({ body }): Handoff => JSON.parse(body));
    },

    async botConversations(sites, since, limit) {
      if (sites.length === 0) return [];
      const rows = await db
        .selectFrom("conversations")
        .selectAll()
        // As a literal, not a parameter: only then a planner knows that the partial index serves.
        .where(sql<boolean>`control = 'bot'`)
        .where("updated_at", ">=", since)
        .where("site", "in", sites)
        .orderBy("updated_at", "desc")
        .orderBy("id", "desc")
        .limit(limit)
        .execute();
      return rows.map(conversationOf);
    },

    async promisesOf(site, since) {
      const rows = await db
        .selectFrom("handoffs")
        .select("body")
        .where("site", "=", site)
        .where("status", "in", HANDOFF_STATUSES)
        .where("updated_at", ">=", since)
        // Nothing that a visitor wrote can look like this: within a text, JSON has a backslash before each quote.
        .where("body", "like", '%"promise":{%')
        .execute();
      const promises = rows.flatMap(({ body }) => {
        const { promise, earlierPromises = [] }: Handoff = JSON.parse(body);
        return promise === null ? earlierPromises : [...earlierPromises, promise];
      });
      const kept = promises.filter(({ keptAt }) => keptAt !== null).length;
      const broken = promises.filter(({ brokenAt }) => brokenAt !== null).length;
      return { kept, broken, open: promises.length - kept - broken };
    },

    async receipts(conversation: ConversationId) {
      const rows = await db
        .selectFrom("receipts")
        .select(["side", "delivered", "read"])
        .where("conversation", "=", conversation)
        .execute();
      const of = (side: Side) => {
        const row = rows.find((candidate) => candidate.side === side);
        return row === undefined ? NOTHING_RECEIVED : { delivered: row.delivered, read: row.read };
      };
      return { visitor: of("visitor"), agent: of("agent") };
    },

    dueTimers(now, limit) {
      return db
        .selectFrom("timers")
        .select(["kind", "conversation", "at"])
        .where("at", "<=", now)
        .orderBy("at")
        .orderBy("conversation")
        .limit(limit)
        .execute();
    },

    async nextTimerAt() {
      const row = await db.selectFrom("timers").select("at").orderBy("at").limit(1).executeTakeFirst();
      return row?.at ?? null;
    },
  };
}

/** Whether a row comes after a place in the order of `closedHandoffs`. */
function isBehind({ updatedAt, id }: ClosedPlace) {
  return ({ eb, and, or }: ExpressionBuilder<Tables, "handoffs">) =>
    id === null
      ? eb("updated_at", "<", updatedAt)
      : or([eb("updated_at", "<", updatedAt), and([eb("updated_at", "=", updatedAt), eb("id", "<", id)])]);
}

/** Every conversation that changed at or after `since`, and every handoff of it, as notices would have told of them. */
export async function changedSince(db: Kysely<Tables>, since: number): Promise<readonly RemoteChange[]> {
  const changed = db
    .selectFrom("conversations")
    .select(["conversations.id as conversation", "conversations.site", "last_seq as lastSeq"])
    // Reads the whole table: that is rare, and an index for it would cost something with every message.
    .where("conversations.updated_at", ">=", since);
  const handoffs = changed
    .innerJoin("handoffs", "handoffs.conversation", "conversations.id")
    .select("handoffs.id as handoff");
  return [...(await changed.select(sql<null>`null`.as("handoff")).execute()), ...(await handoffs.execute())];
}
