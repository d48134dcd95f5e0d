/** A queue that nobody emptied for long: a desk still opens on it, says what it leaves out, and finds everything that is over. */
import type { Handoff, HandoffId } from "@sophie/engine";
import { afterAll, beforeAll, expect, it } from "vitest";
import { OPEN_HANDOFFS_MAX } from "./storage/storage.ts";
import { changing, handoffOf, newConversation } from "./storage/testing/builders.ts";
import { SITE, startTestServer, type TestPerson, type TestServer } from "./testing/test-server.ts";
import { AGENT_HELLO, newConversationId, newSendId, TestSocket } from "./testing/test-socket.ts";

const BEYOND = 3;
const AT_ONCE = 120;
/** As large as a visitor can make it, so that the welcome is larger than what may wait for a slow reader. */
const TEXT = "Kan ik het huis bezichtigen? ".repeat(130);

let server: TestServer;
let ana: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  ana = await server.person("Ana", "agent");
  const evidence = { message: newSendId(), text: TEXT, spans: [] };
  const put = (changes: Partial<Handoff>) => {
    const conversation = newConversation();
    const handoff = handoffOf(conversation, { site: SITE, evidence, ...changes });
    return server.storage.change(changing(conversation, { handoff }, null, SITE));
  };
  await Promise.all([
    ...Array.from({ length: OPEN_HANDOFFS_MAX + BEYOND }, (_, at) => put({ updatedAt: at + 1 })),
    ...Array.from({ length: AT_ONCE }, () => put({ status: "completed", updatedAt: 7 })),
  ]);
});
afterAll(() => server.close());

it("a desk that reads slowly gets the whole welcome, hears how many handoffs it leaves out, and what came meanwhile", async () => {
  const url = `${server.url.replace("http", "ws")}/sockets/agent`;
  const desk = await new TestSocket(url, { origin: server.url, cookie: ana.cookie }).opened();
  const visitor = await server.visitor();
  const request = { trigger: "human_request", source: "button", message: null } as const;
  desk.send(AGENT_HELLO);
  desk.socket.pause();
  for (let asked = 0; asked < 2; asked += 1) {
    const id = newSendId();
    expect(
      await visitor.ask({ type: "request-handoff", id, conversation: newConversationId(), ...request }),
    ).toBe("accepted");
  }
  desk.socket.resume();
  const welcome = await desk.next("agent-welcome");
  expect(welcome.handoffs).toHaveLength(OPEN_HANDOFFS_MAX);
  expect(welcome.handoffsBeyond).toBeGreaterThanOrEqual(BEYOND);
  await desk.next("handoff-changed");
  await desk.close();
  await visitor.close();
});

it("a desk pages through handoffs that ended at one instant without missing one", async () => {
  const desk = await ana.desk();
  const found = new Set<HandoffId>();
  let last: Handoff | undefined;
  let hasMore = true;
  while (hasMore) {
    const id = newSendId();
    const behind = last === undefined ? { before: null } : { before: last.updatedAt, beforeId: last.id };
    await desk.ask({ type: "list-handoffs", id, status: "completed", ...behind });
    const list = await desk.until((heard) => heard.type === "handoff-list" && heard.id === id);
    if (list.type !== "handoff-list") throw new Error("Another message fitted.");
    for (const handoff of list.handoffs) found.add(handoff.id);
    last = list.handoffs.at(-1);
    hasMore = list.more;
  }
  expect(found.size).toBe(AT_ONCE);
  await desk.close();
});
