/** A new, empty database on the PostgreSQL of this test run; one a test file, so that files can run side by side. */
import { randomUUID } from "node:crypto";
import { Client } from "pg";

export interface TestDatabase {
  readonly url: string;
  /** Ends what is still connected, too. */
  drop(): Promise<void>;
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env["SOPHIE_TEST_DATABASE_URL"];
  if (server === undefined) {
    throw new Error(
      "Run this through vitest, whose set-up starts PostgreSQL, or set SOPHIE_TEST_DATABASE_URL.",
    );
  }
  const name = `sophie_${randomUUID().replaceAll("-", "")}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onServer(server, `drop database if exists ${name} with (force)`),
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  // It may be one of those that a test cuts.
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
