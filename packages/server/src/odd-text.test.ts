/** Text that programs stumble over comes back as it was written, from both engines and to both sides. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "./storage/testing/test-database.ts";
import { startTestServer } from "./testing/test-server.ts";
import { newConversationId, newSendId } from "./testing/test-socket.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const ODD: Readonly<Record<string, string>> = {
  "names of built-in properties": '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}} __proto__',
  "a lone surrogate": "voor \ud83d na",
  "the other lone surrogate": "voor \udc4d na",
  "a NUL": "voor \u0000 na",
  "control characters": "\u0001\u0002\u001b[31m\u007f\u0085\u2028\u2029",
  "2,000 emoji, as long as a text may be": "👍".repeat(2_000),
  "direction marks and joiners": "\u202eabc\u202c 👩‍👩‍👧‍👦 \u200b\ufeff",
  markup: "<script>alert(1)</script> & \" ' ; drop table entries; -- %s ${x}",
};

describe.each(["SQLite", "PostgreSQL"])("on %s", (engine) => {
  it("Q1 odd text is stored, told and told again unchanged", async () => {
    const environment: Record<string, string> =
      engine === "SQLite" ? {} : { SOPHIE_DATABASE_URL: database.url };
    const server = await startTestServer({ environment });
    const visitor = await server.visitor();
    const desk = await (await server.person("Ana", "agent")).desk();
    const conversation = newConversationId();
    for (const text of Object.values(ODD)) {
      expect(await visitor.ask({ type: "send-message", id: newSendId(), conversation, text })).toBe(
        "accepted",
      );
    }
    await desk.ask({ type: "watch-conversation", id: newSendId(), conversation, since: 0 });
    const { token } = await visitor.next("visitor-welcome");
    const back = await server.visitor(undefined, { token, resume: { conversation, since: 0 } });
    for (const socket of [visitor, desk, back]) {
      const texts = () =>
        socket.entriesOf(conversation).flatMap((entry) => (entry.kind === "message" ? [entry.text] : []));
      await expect.poll(texts, { timeout: 10_000 }).toEqual(Object.values(ODD));
    }
    expect(Object.hasOwn(Object.prototype, "isAdmin")).toBe(false);
    await server.close();
  });
});
