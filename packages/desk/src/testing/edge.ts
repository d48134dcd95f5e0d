/** The edge of the network in tests: HTTP and WebSocket, answered by a canned server behind the real browser APIs. */
import { DEFAULT_NOTIFICATION_SETTINGS, NotificationSettings, type Urgency, urgencyOf } from "@sophie/engine";
import { http, HttpResponse, ws } from "msw";
import { setupServer } from "msw/node";
import type { DueSum } from "../model/due-sum.ts";
import type { CannedServer } from "./canned-server.ts";
import { CannedKnowledge } from "./canned-knowledge.ts";
import { CannedReplies } from "./canned-replies.ts";
import { CannedSettings } from "./canned-settings.ts";

export class Edge {
  readonly canned: CannedServer;
  readonly settings: CannedSettings;
  readonly knowledge = new CannedKnowledge();
  /** Whether a session cookie would be there. */
  isSignedIn = true;
  /** While true, no socket opens. */
  isDown = false;
  /** What the accounts' routes answer, by path. */
  readonly answers = new Map<string, { readonly status: number; readonly body: unknown }>();
  /** How due times were counted, by the handoff's id. */
  readonly dueSums = new Map<string, DueSum>();
  /** The usual times for a plan, as the server knows the hours. */
  planChoices: readonly { readonly name: string; readonly local: string; readonly at: number }[] = [];
  /** How much of late is urgent: nothing. */
  urgency: Urgency = urgencyOf([]);
  /** What the last working day left lying. */
  digest: readonly { readonly closedAt: number; readonly handoffs: readonly { readonly id: string }[] }[] =
    [];
  /** How the agent is told of what is urgent, and where mail to them goes. */
  notifications: {
    settings: NotificationSettings;
    readonly publicKey: string;
    mailTo: string | null;
  } = { settings: DEFAULT_NOTIFICATION_SETTINGS, publicKey: "key", mailTo: null };
  /** The site's written answers and this agent's own. */
  readonly replies = new CannedReplies();
  /** Answers what is asked of contacts and of the webhook. */
  contacts: (request: Request) => Promise<Response> | Response = () => Response.json({}, { status: 404 });
  /** What was posted, with the header that only the desk's own page can send. */
  readonly posted: { readonly path: string; readonly body: unknown; readonly own: string | null }[] = [];

  constructor(canned: CannedServer, now: () => number) {
    this.canned = canned;
    this.settings = new CannedSettings(now);
  }
}

/** Whoever stands behind the network now. One network a file, so that a late call of one test meets no real one. */
let current: Edge | null = null;

export function openEdge(canned: CannedServer, now: () => number): Edge {
  if (current === null) network.listen({ onUnhandledFrame: "error" });
  current = new Edge(canned, now);
  return current;
}

function edge(): Edge {
  if (current === null) throw new Error("edge: call openEdge first.");
  return current;
}

const KNOWLEDGE = "*/api/sites/:site/knowledge";
const REPLIES = "*/api/sites/:site/canned-replies";
const SETTINGS = "*/api/sites/:site/handoff-settings";

function reply({ status, body }: { readonly status: number; readonly body: unknown }): Response {
  return Response.json(body, { status });
}

const network = setupServer(
  http.all("*/api/sites/:site/contacts", ({ request }) => edge().contacts(request)),
  http.all("*/api/sites/:site/contacts/:rest", ({ request }) => edge().contacts(request)),
  http.all("*/api/sites/:site/webhook", ({ request }) => edge().contacts(request)),
  http.all("*/api/sites/:site/webhook/*", ({ request }) => edge().contacts(request)),
  http.get(REPLIES, () => reply(edge().replies.shown(edge().canned.me.role))),
  http.put(REPLIES, async ({ request }) => {
    if (request.headers.get("x-sophie") !== "1") return reply({ status: 403, body: {} });
    return reply(edge().replies.put(await request.json(), edge().canned.me.role));
  }),
  http.post(`${REPLIES}/remove`, async ({ request }) =>
    reply(edge().replies.remove(await request.json(), edge().canned.me.role)),
  ),
  http.get("*/api/sites/:site", () =>
    HttpResponse.json({ language: "nl", roleNouns: ["makelaar"], productNouns: [] }),
  ),
  http.get(KNOWLEDGE, () => HttpResponse.json(edge().knowledge.document(edge().canned.me.role))),
  http.put(KNOWLEDGE, async ({ request }) => {
    if (request.headers.get("x-sophie") !== "1") return reply({ status: 403, body: {} });
    const body = (await request.json()) as Parameters<CannedKnowledge["put"]>[0];
    return reply(edge().knowledge.put(body, edge().canned.me.role));
  }),
  http.get(`${KNOWLEDGE}/unknown`, () => HttpResponse.json({ questions: edge().knowledge.unknown })),
  http.post(`${KNOWLEDGE}/try`, async ({ request }) => {
    const { text } = (await request.json()) as { readonly text: string };
    return HttpResponse.json({ signal: edge().knowledge.signals.get(text) ?? null });
  }),
  http.get(SETTINGS, () => reply(edge().settings.document(edge().canned.me.role))),
  http.put(SETTINGS, async ({ request }) => {
    if (request.headers.get("x-sophie") !== "1") return reply({ status: 403, body: {} });
    return reply(edge().settings.put(await request.json(), edge().canned.me));
  }),
  http.get(`${SETTINGS}/versions/:version`, ({ params }) =>
    reply(edge().settings.version(Number(params["version"]))),
  ),
  http.get(`${SETTINGS}/templates`, () => HttpResponse.json({ templates: edge().settings.templates })),
  http.get(`${SETTINGS}/default-messages`, () => HttpResponse.json(edge().settings.defaults)),
  http.post(`${SETTINGS}/preview`, async ({ request }) => {
    edge().settings.asked.push((await request.json()) as Readonly<Record<string, unknown>>);
    return HttpResponse.json(edge().settings.preview);
  }),
  http.post(`${SETTINGS}/calendars/ical`, async ({ request }) => {
    edge().settings.files.push(((await request.json()) as { text: string }).text);
    return HttpResponse.json({ overrides: edge().settings.overrides, skipped: 0 });
  }),
  http.get("*/api/handoffs/:id/due", ({ params }) => {
    const sum = edge().dueSums.get(String(params["id"]));
    return sum === undefined ? reply({ status: 404, body: {} }) : HttpResponse.json(sum);
  }),
  http.get("*/api/handoffs/:id/plan-choices", () => HttpResponse.json({ choices: edge().planChoices })),
  http.get("*/api/sites/:site/api-keys", () => HttpResponse.json({ keys: [] })),
  http.get("*/api/sites/:site/quality", () => reply({ status: 404, body: {} })),
  http.get("*/api/sites/:site/quality/urgency", () => HttpResponse.json(edge().urgency)),
  http.get("*/api/sites/:site/digest", () => HttpResponse.json({ queues: edge().digest })),
  http.get("*/api/notifications", () => HttpResponse.json(edge().notifications)),
  http.put("*/api/notifications", async ({ request }) => {
    if (request.headers.get("x-sophie") !== "1") return reply({ status: 403, body: {} });
    edge().notifications.settings = NotificationSettings.parse(await request.json());
    return HttpResponse.json({});
  }),
  http.get("*/api/me", () => {
    const { canned, isSignedIn } = edge();
    return isSignedIn
      ? HttpResponse.json({ agent: canned.me, sites: canned.sites })
      : HttpResponse.json({}, { status: 401 });
  }),
  http.get("*/api/team", () => {
    const members = edge().canned.agents.map(({ id, name, role }) => ({ id, name, role }));
    return HttpResponse.json({ members });
  }),
  http.post("*/api/*", async ({ request }) => {
    const here = edge();
    const path = new URL(request.url).pathname;
    here.posted.push({ path, body: await request.json(), own: request.headers.get("x-sophie") });
    const answer = here.answers.get(path) ?? { status: 200, body: {} };
    if (answer.status === 200) here.isSignedIn = path !== "/api/auth/sign-out";
    return HttpResponse.json(answer.body ?? {}, { status: answer.status });
  }),
  ws.link("*/sockets/agent").addEventListener("connection", ({ client }) => {
    const { canned, isDown } = edge();
    if (isDown) return client.close(3000);
    const line = {
      send: (frame: string) => client.send(frame),
      close: (code: number) => client.close(code),
    };
    const take = canned.connect(line);
    client.addEventListener("message", (event) => typeof event.data === "string" && take(event.data));
    client.addEventListener("close", () => canned.disconnect(line));
  }),
);
