/** What one visitor's line follows while the visitor moves from one conversation to the next. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../testing/test-server.ts";
import { newConversationId, newSendId } from "../testing/test-socket.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

it("Q1 a late answer about the conversation before does not end the following of this one", async () => {
  const visitor = await server.visitor();
  const [before, now] = [newConversationId(), newConversationId()];
  const first = { type: "send-message", id: newSendId(), conversation: before, text: "Hallo" } as const;
  await visitor.ask(first);
  await visitor.ask({ type: "send-message", id: newSendId(), conversation: now, text: "Hallo weer" });
  visitor.heard.length = 0;
  await visitor.ask(first);

  const desk = await (await server.person("Ana", "agent")).desk();
  await desk.ask({ type: "take-over", id: newSendId(), conversation: now });
  const taken = await visitor.until(
    (heard) => heard.type === "entries" && heard.entries.some(({ kind }) => kind === "control"),
    "the agent's arrival",
  );
  expect(taken).toMatchObject({ conversation: now });
  await Promise.all([desk.close(), visitor.close()]);
});
