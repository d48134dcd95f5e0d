/** Customers: made by a person on the contact, and served by Service from then on (T32), through a real server. */
import { type ContactFields, DEFAULT_HANDOFF_SETTINGS, QueueId, type RoutingRule } from "@sophie/engine";
import { afterAll, beforeAll, expect, it } from "vitest";
import { call } from "./testing/test-calls.ts";
import { SITE, startTestServer, type TestPerson, type TestServer } from "./testing/test-server.ts";
import { newConversationId, newSendId, type TestSocket } from "./testing/test-socket.ts";

const SERVICE = QueueId.parse("service");
const [GENERAL] = DEFAULT_HANDOFF_SETTINGS.queues;
const ANNA: ContactFields = {
  firstName: "Anna",
  lastName: "de Vries",
  email: "anna@example.org",
  phone: "",
  company: "",
  notes: "",
};
/** The rule's name is the label that the handoff carries. */
const KLANT: RoutingRule = {
  id: "klant",
  name: "klant",
  enabled: true,
  when: [
    { kind: "customer", is: true },
    { kind: "trigger", is: ["demo_request", "price_question", "hot_lead"] },
  ],
  to: { queue: SERVICE, mode: "live", assign: { kind: "claim" } },
};

let server: TestServer;
let ana: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  ana = await server.person("Ana", "agent");
  if (GENERAL === undefined) throw new Error("The default settings hold a queue.");
  const service = { ...GENERAL, id: SERVICE, name: "Service", type: "service" } as const;
  await server.settle({ queues: [GENERAL, service], rules: [KLANT] });
});
afterAll(() => server.close());

async function asking(visitor: TestSocket) {
  const conversation = newConversationId();
  const asked = { trigger: "demo_request", source: "button", message: null } as const;
  await visitor.ask({ type: "request-handoff", id: newSendId(), conversation, ...asked });
  const handoff = (await server.storage.stateOf(conversation))?.handoff;
  if (handoff == null) throw new Error("It was asked for.");
  return handoff;
}

it("T32 a contact that is marked won is a customer: the next sales signal goes to Service with the label klant, and back when it is not", async () => {
  const [visitor, desk] = [await server.visitor(), await ana.desk()];
  const first = await asking(visitor);
  expect([first.queue, first.rule]).toEqual([GENERAL?.id, null]);
  const on = { id: newSendId(), handoff: first.id, version: first.version };
  expect(await desk.ask({ type: "create-contact", ...on, fields: ANNA })).toBe("accepted");

  const contact = await server.storage.contact(first.id);
  const mark = async (version: number, stage: string) => {
    const path = `/api/sites/${SITE}/contacts/${contact?.id}`;
    const edit = { version, fields: ANNA, stage };
    return (await call(server.url, "PUT", path, edit, { cookie: ana.cookie })).status;
  };
  expect(await mark(1, "customer")).toBe(200);
  const next = await asking(visitor);
  expect([next.queue, next.rule]).toEqual([SERVICE, "klant"]);
  expect(await mark(2, "opportunity")).toBe(200);
  expect((await asking(visitor)).queue).toBe(GENERAL?.id);
  await Promise.all([visitor.close(), desk.close()]);
});
