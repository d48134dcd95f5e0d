/** The edge of the network in tests: HTTP and WebSocket, answered by a canned server behind the real browser APIs. */
import { http, HttpResponse, ws } from "msw";
import { setupServer } from "msw/node";
import type { CannedServer } from "./canned-server.ts";

export class Edge {
  readonly canned: CannedServer;
  /** Whether a session cookie would be there. */
  isSignedIn = true;
  /** While true, no socket opens. */
  isDown = false;
  /** What the accounts' routes answer, by path. */
  readonly answers = new Map<string, { readonly status: number; readonly body: unknown }>();
  /** What was posted, with the header that only the desk's own page can send. */
  readonly posted: { readonly path: string; readonly body: unknown; readonly own: string | null }[] = [];

  constructor(canned: CannedServer) {
    this.canned = canned;
  }
}

/** Whoever stands behind the network now. One network a file, so that a late call of one test meets no real one. */
let current: Edge | null = null;

export function openEdge(canned: CannedServer): Edge {
  if (current === null) network.listen({ onUnhandledFrame: "error" });
  current = new Edge(canned);
  return current;
}

function edge(): Edge {
  if (current === null) throw new Error("edge: call openEdge first.");
  return current;
}

const network = setupServer(
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
