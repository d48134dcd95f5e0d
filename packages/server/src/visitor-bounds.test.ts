/** What one visitor or address may bring into a site's queue, so that nobody floods it alone. */
import { CLOSE } from "@sophie/engine";
import { afterAll, beforeAll, expect, it } from "vitest";
import { PAGE_ORIGIN, SITE, startTestServer, type TestServer } from "./testing/test-server.ts";
import { newConversationId, newSendId, TestSocket, VISITOR_HELLO } from "./testing/test-socket.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const calling = () =>
  ({
    type: "request-handoff",
    id: newSendId(),
    conversation: newConversationId(),
    trigger: "unknown",
    source: "button",
    message: null,
  }) as const;
const saying = (conversation = newConversationId()) =>
  ({ type: "send-message", id: newSendId(), conversation, text: "Hallo" }) as const;

it("P23 P53 a visitor waits in three conversations at most, and repeating a call is no fourth", async () => {
  const visitor = await server.visitor();
  const calls = [calling(), calling(), calling()];
  for (const call of calls) expect(await visitor.ask(call)).toBe("accepted");
  const fourth = calling();
  expect(await visitor.ask(fourth)).toBe("already_waiting");
  const told = await visitor.next("refused");
  expect(told).toMatchObject({ id: fourth.id, refusal: { detail: calls[2]?.conversation } });
  expect(await visitor.ask({ ...calling(), type: "begin-handoff", request: newSendId() })).toBe(
    "already_waiting",
  );
  for (const call of calls) expect(await visitor.ask(call)).toBe("accepted");
  const other = await server.visitor();
  expect(await other.ask(calling())).toBe("accepted");
  await Promise.all([visitor.close(), other.close()]);
});

it("P23 a visitor opens twenty conversations an hour, on however many lines, and goes on in those", async () => {
  const first = await server.visitor();
  const { token } = await first.next("visitor-welcome");
  const second = await server.visitor(SITE, { token });
  const said = Array.from({ length: 20 }, () => saying());
  const answers = said.map((message, index) => (index % 2 === 0 ? first : second).ask(message));
  expect(new Set(await Promise.all(answers))).toEqual(new Set(["accepted"]));
  expect(await first.ask(saying())).toBe("rate_limited");
  expect(await second.ask(calling())).toBe("rate_limited");
  expect(await second.ask(saying(said[0]?.conversation))).toBe("accepted");
  await Promise.all([first.close(), second.close()]);
});

it("P23 an address brings so many new visitors at once, and known ones still come", async () => {
  const strict = await startTestServer({ newcomerRate: { burst: 2, perSecond: 0.001 } });
  const known = await strict.visitor();
  const { token } = await known.next("visitor-welcome");
  const other = await strict.visitor();
  const url = `${strict.url.replace("http", "ws")}/sockets/visitor/${SITE}`;
  const third = await new TestSocket(url, { origin: PAGE_ORIGIN }).opened();
  third.send(VISITOR_HELLO);
  expect((await third.closed).code).toBe(CLOSE.tooManyFrames.code);
  const back = await strict.visitor(SITE, { token });
  await Promise.all([known.close(), other.close(), back.close()]);
  await strict.close();
});
