/** The arithmetic behind a due time and the list of what a day left lying, from a real server. */
import type { Calendar, Handoff, HandoffSettings, SiteId } from "@sophie/engine";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { DueExplanation } from "../commands/explain-due.ts";
import { SITE, startTestServer, type TestPerson, type TestServer } from "../testing/test-server.ts";
import { call } from "../testing/test-calls.ts";
import { newConversationId, newSendId } from "../testing/test-socket.ts";

/** Open every other hour, so that an hour from now on takes two blocks, whenever this test runs. */
const hours = Array.from({ length: 12 }, (_, hour) => ({
  from: `${String(2 * hour).padStart(2, "0")}:00`,
  to: `${String(2 * hour + 1).padStart(2, "0")}:00`,
}));
const EVERY_OTHER_HOUR: Calendar = {
  id: "every-other-hour",
  name: "Om het uur",
  zone: "Europe/Amsterdam",
  week: Array.from({ length: 7 }, () => hours),
  overrides: [],
};

let server: TestServer;
let ana: TestPerson;
let carla: TestPerson;
let admin: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  ana = await server.person("Ana", "agent");
  carla = await server.person("Carla", "supervisor");
  admin = await server.person("Admin", "admin");
});
afterAll(() => server.close());

async function asked(): Promise<Handoff> {
  const visitor = await server.visitor();
  const conversation = newConversationId();
  const request = { trigger: "human_request", source: "button", message: null } as const;
  await visitor.ask({ type: "request-handoff", id: newSendId(), conversation, ...request });
  await visitor.close();
  const handoff = (await server.storage.stateOf(conversation))?.handoff;
  if (handoff == null) throw new Error("No handoff was made.");
  return handoff;
}

async function read(path: string, { cookie }: { readonly cookie: string }) {
  const response = await fetch(`${server.url}${path}`, { headers: { cookie } });
  const body: unknown = await response.json();
  return { status: response.status, body };
}

async function due({ id }: Handoff): Promise<DueExplanation> {
  return (await read(`/api/handoffs/${id}/due`, ana)).body as DueExplanation;
}

async function save(calendar: Calendar | null): Promise<void> {
  const { body } = await read(`/api/sites/${SITE}/handoff-settings`, admin);
  const held = (body as { readonly settings: HandoffSettings }).settings;
  const settings: HandoffSettings = {
    ...held,
    calendars: calendar === null ? [] : [calendar],
    queues: held.queues.map((queue) => ({ ...queue, calendar: calendar?.id ?? null })),
  };
  const saved = await call(
    server.url,
    "PUT",
    `/api/sites/${SITE}/handoff-settings`,
    { settings },
    { cookie: admin.cookie },
  );
  expect(saved.status).toBe(200);
}

it("N7 the blocks of a due time sum to its target to the millisecond, and end where it is due", async () => {
  await save(EVERY_OTHER_HOUR);
  const handoff = await asked();
  const body = await due(handoff);
  expect(body).toMatchObject({
    dueAt: handoff.dueAt,
    targetMs: 60 * 60_000,
    clock: "business",
    stopOn: "first_response",
    calendar: { name: "Om het uur", zone: "Europe/Amsterdam" },
  });
  expect(body.blocks.reduce((sum, { ms }) => sum + ms, 0)).toBe(60 * 60_000);
  expect(body.blocks.at(-1)?.to).toBe(handoff.dueAt);
  await save(null);
});

it("N7 Q10 saving other hours recounts what waits at once, and the list says what had been counted before", async () => {
  await save(EVERY_OTHER_HOUR);
  const handoff = await asked();
  await save(null);
  const recounted = await server.storage.handoff(handoff.id);
  const body = await due(handoff);
  expect(body.dueAt).toBe(recounted?.dueAt);
  expect(body.dueAt).toBeLessThanOrEqual(handoff.dueAt);
  expect(body.blocks[0]?.notes).toEqual([{ kind: "hours_changed" }]);
  expect(body.blocks.reduce((sum, { ms }) => sum + ms, 0)).toBe(60 * 60_000);
});

it("Q16 a handoff of another site, or none, has no due time for anybody here", async () => {
  const elsewhere = await server.person("Elders", "agent", ["elsewhere" as SiteId]);
  const handoff = await asked();
  expect((await read(`/api/handoffs/${handoff.id}/due`, elsewhere)).status).toBe(404);
  expect((await read("/api/handoffs/none/due", ana)).status).toBe(404);
});

it("H82 the digest is for who manages a site", async () => {
  expect((await read(`/api/sites/${SITE}/digest`, carla)).body).toEqual({ queues: [] });
  expect((await read(`/api/sites/${SITE}/digest`, ana)).status).toBe(403);
});
