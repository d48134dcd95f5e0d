/** How this process connects to PostgreSQL: a pool to read, one connection to write, one to listen. */
import { Client, type ClientConfig, type CustomTypesConfig, Pool, types } from "pg";

const READERS_MAX = 8;
const CONNECT_TIMEOUT_MS = 10_000;
/** A database that does not answer for this long is gone; the connection is given up. */
const QUERY_TIMEOUT_MS = 30_000;
/** A process that died in the middle of a batch must not keep the others from the rows that it had locked. */
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 15_000;
/**
 * Every statement of a batch finds its rows by key. PostgreSQL keeps the plans of named statements, and makes them
 * while the tables are new and reading one whole looks cheap: without this, each message was slower than the last.
 */
const BY_KEY_ONLY = "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

export interface Connections {
  readonly readers: Pool;
  /** Holds one connection at most: batches go one after the other, and readers never keep them waiting. */
  readonly writer: Pool;
  /** A new connection for LISTEN, not connected yet. */
  listener(): Client;
  close(): Promise<void>;
}

/** `readerOptions`: what PostgreSQL is told about every connection that reads. */
export function createConnections(url: string, readerOptions?: string): Connections {
  const config: ClientConfig = {
    connectionString: url,
    application_name: "sophie",
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    types: NUMBERS,
  };
  const readers = new Pool({
    ...config,
    max: READERS_MAX,
    ...(readerOptions === undefined ? {} : { options: readerOptions }),
  });
  const writer = new Pool({
    ...config,
    max: 1,
    // Statements of a batch that do not wait for each other's rows travel together.
    pipeline: true,
    options: BY_KEY_ONLY,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
  });
  for (const pool of [readers, writer]) {
    // An idle connection broke. The pool has dropped it already, and whoever needs one next gets a new one or the
    // error; without a listener Node would end the process.
    pool.on("error", () => {});
    // The same for one that is in use when it breaks: whoever uses it gets the error from its query.
    pool.on("connect", (client) => client.on("error", () => {}));
  }
  return {
    readers,
    writer,
    listener: () => new Client({ ...config, application_name: "sophie listener" }),
    async close() {
      await Promise.all([readers.end(), writer.end()]);
    },
  };
}

/** Times and counts are `bigint` there and numbers here; both stay below 2^53. Set for these connections alone. */
const NUMBERS: CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === types.builtins.INT8 && format !== "binary" ? Number : types.getTypeParser(oid, format),
};
