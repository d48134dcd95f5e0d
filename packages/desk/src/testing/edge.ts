/** The edge of the network in tests: HTTP and WebSocket, answered by a canned server behind the real browser APIs. */
import { http, HttpResponse, ws } from "msw";
import { setupServer } from "msw/node";
import type { CannedServer } from "./canned-server.ts";

export interface Edge {
  /** Whether a session cookie would be there. */
  isSignedIn: boolean;
  /** What the accounts' routes answer, by path. */
  readonly answers: Map<string, { readonly status: number; readonly body: unknown }>;
  /** What was posted, by path, with the header that only the desk's own page can send. */
  readonly posted: { readonly path: string; readonly body: unknown; readonly own: string | null }[];
  /** While true, no socket opens. */
  isDown: boolean;
  close(): void;
}

/** Made once: every link holds a channel of its own open. */
const link = ws.link("*/sockets/agent");

export function openEdge(canned: CannedServer): Edge {
  const edge: Edge = {
    isSignedIn: true,
    answers: new Map(),
    posted: [],
    isDown: false,
    close: () => network.close(),
  };
  const network = setupServer(
    http.get("*/api/me", () =>
      edge.isSignedIn
        ? HttpResponse.json({ agent: canned.me, sites: canned.sites })
        : HttpResponse.json({}, { status: 401 }),
    ),
    http.post("*/api/*", async ({ request }) => {
      const path = new URL(request.url).pathname;
      edge.posted.push({ path, body: await request.json(), own: request.headers.get("x-sophie") });
      const answer = edge.answers.get(path) ?? { status: 200, body: {} };
      if (answer.status === 200) edge.isSignedIn = path !== "/api/auth/sign-out";
      return HttpResponse.json(answer.body ?? {}, { status: answer.status });
    }),
    link.addEventListener("connection", ({ client }) => {
      if (edge.isDown) return client.close(3000);
      const line = {
        send: (frame: string) => client.send(frame),
        close: (code: number) => client.close(code),
      };
      const take = canned.connect(line);
      client.addEventListener("message", (event) => typeof event.data === "string" && take(event.data));
      client.addEventListener("close", () => canned.disconnect(line));
    }),
  );
  network.listen({ onUnhandledFrame: "error" });
  return edge;
}
