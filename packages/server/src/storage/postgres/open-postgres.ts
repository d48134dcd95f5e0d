/** Storage in PostgreSQL, and the bus between the processes that share it: past one machine. */
import { randomUUID } from "node:crypto";
import { Kysely, PostgresDialect, sql } from "kysely";
import type { Pool } from "pg";
import { accountQueries } from "../account-queries.ts";
import { alarmQueries } from "../alarm-queries.ts";
import { figureQueries } from "../figure-queries.ts";
import { createGroupCommit } from "../group-commit.ts";
import { apiKeyQueries } from "../api-key-queries.ts";
import { cannedQueries } from "../canned-queries.ts";
import { knowledgeQueries } from "../knowledge-queries.ts";
import { contactQueries } from "../contact-queries.ts";
import { leadQueries } from "../lead-queries.ts";
import { webhookQueries } from "../webhook-queries.ts";
import { migrate } from "../migrate.ts";
import type { OpenStorage } from "../open-storage.ts";
import { changedSince, readQueries } from "../read-queries.ts";
import type { Tables } from "../schema.ts";
import { settingsQueries } from "../settings-queries.ts";
import type { Storage } from "../storage.ts";
import { createAnnouncer } from "./announcer.ts";
import { openBus } from "./bus.ts";
import { createConnections } from "./connections.ts";
import { createPostgresWriter } from "./write-batch.ts";

/** Any number that nobody else in the same database takes: "sophie" in ASCII. */
const MIGRATION_LOCK = 0x736f70686965;

export interface PostgresOptions {
  /** `postgres://user:password@host/database`. */
  readonly url: string;
  /** Epoch ms. */
  readonly now: () => number;
}

export async function openPostgres({ url, now }: PostgresOptions): Promise<OpenStorage> {
  const sender = randomUUID();
  const connections = createConnections(url);
  const dialect = new PostgresDialect({ pool: connections.readers });
  const db = new Kysely<Tables>({ dialect });
  const bus = await startBus().catch(async (error: unknown) => {
    await connections.close();
    throw error;
  });

  async function startBus() {
    await reach(db, url);
    await migrate(db, (transaction) =>
      sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(transaction),
    );
    return openBus({
      connection: () => connections.listener(),
      sender,
      now,
      changedSince: (since) => changedSince(db, since),
    });
  }

  const lane = createGroupCommit(createPostgresWriter({ pool: connections.writer, sender, now }));
  const announcer = createAnnouncer(connections.readers, sender);
  let closed: Promise<void> | null = null;

  async function close(): Promise<void> {
    await lane.close();
    await bus.close();
    await connections.close();
  }

  const storage: Storage = {
    ...readQueries(db),
    ...accountQueries(db),
    ...leadQueries(db),
    ...contactQueries(db),
    ...webhookQueries(db),
    ...alarmQueries(db),
    ...knowledgeQueries(db),
    ...apiKeyQueries(db),
    ...cannedQueries(db),
    ...settingsQueries(db),
    ...figureQueries(db),
    change: (request) => lane.change(request),
    saveReceipt: (conversation, side, receipt) => lane.saveReceipt({ conversation, side, receipt }),
    onRemoteChange: (listener) => bus.onRemoteChange(listener),
    onAnnouncement: (listener) => bus.onAnnouncement(listener),
    announce: (text) => announcer.announce(text),
    check: () => answers(connections.readers),
    close() {
      closed ??= close();
      return closed;
    },
  };
  return { storage, authDatabase: { dialect, type: "postgres", transaction: true } };
}

async function answers(pool: Pool): Promise<boolean> {
  try {
    await pool.query("select 1");
    return true;
  } catch {
    return false;
  }
}

/** Says which database did not answer, without its password. */
async function reach(db: Kysely<Tables>, url: string): Promise<void> {
  try {
    await db.introspection.getSchemas();
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new Error(`The database at ${placeOf(url)} cannot be reached: ${reason}`, { cause: error });
  }
}

function placeOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null ? "the given URL" : `${parsed.host}${parsed.pathname}`;
}
