/** When the database cannot write, the sender is told so, nothing is lost, and the same message goes through afterwards. */
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "./storage/testing/test-database.ts";
import { startTestServer, type TestServer } from "./testing/test-server.ts";
import { newConversationId, newSendId } from "./testing/test-socket.ts";

let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await startTestServer({ environment: { SOPHIE_DATABASE_URL: database.url } });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

async function onDatabase(statement: string): Promise<void> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

it("Q1 Q2 what could not be saved is refused as storage_failed, told to nobody, and accepted when it is sent again", async () => {
  const visitor = await server.visitor();
  const desk = await (await server.person("Ana", "agent")).desk();
  const conversation = newConversationId();
  const say = (id = newSendId()) => ({ type: "send-message", id, conversation, text: "Hallo" }) as const;
  expect(await visitor.ask(say())).toBe("accepted");
  await desk.ask({ type: "watch-conversation", id: newSendId(), conversation, since: 0 });

  const unsaved = say();
  await onDatabase("alter table entries rename to entries_away");
  expect(await visitor.ask(unsaved)).toBe("storage_failed");
  await onDatabase("alter table entries_away rename to entries");
  visitor.heard.length = 0;
  expect(await visitor.ask(unsaved)).toBe("accepted");
  expect(await visitor.ask(say())).toBe("accepted");
  const seqs = () => desk.entriesOf(conversation).map(({ seq }) => seq);
  await expect.poll(seqs, { timeout: 10_000 }).toEqual([1, 2, 3]);
});
