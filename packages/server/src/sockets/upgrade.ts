/**
 * The door for sockets: which path, from which page, signed in or not, and whether there is room. What is refused here
 * gets an HTTP answer with a sentence, and no socket.
 */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { CLOSE, LIMITS, type SiteId } from "@sophie/engine";
import { WebSocketServer, type WebSocket } from "ws";
import type { VisitorTokens } from "../auth/visitor-token.ts";
import type { AgentActor } from "../commands/world.ts";
import { AgentSocket } from "./agent-socket.ts";
import type { Conversing } from "./conversing.ts";
import { Heartbeat } from "./heartbeat.ts";
import type { SocketWorld } from "./socket-world.ts";
import { VisitorSocket } from "./visitor-socket.ts";

export interface SocketDoorOptions {
  readonly shared: SocketWorld;
  readonly tokens: VisitorTokens;
  /** Who the cookie of this request belongs to; null if nobody is signed in. */
  readonly identify: (headers: Headers) => Promise<AgentActor | null>;
  /** The origin of the desk; only its pages may open an agent's socket (Q19). */
  readonly deskOrigin: () => string;
  readonly maxConnections: number;
  readonly maxConnectionsPerAddress: number;
  readonly addressOf: (request: IncomingMessage) => string;
  /** How often silent sockets are looked for. */
  readonly heartbeatMs: number;
}

interface Refusal {
  readonly status: number;
  readonly phrase: string;
  readonly sentence: string;
}

const REFUSED = {
  notFound: { status: 404, phrase: "Not Found", sentence: "There is no socket at this address." },
  origin: {
    status: 403,
    phrase: "Forbidden",
    sentence: "Pages of this origin may not connect to this site.",
  },
  signedOut: { status: 401, phrase: "Unauthorized", sentence: "Sign in at the desk first." },
  tooMany: { status: 429, phrase: "Too Many Requests", sentence: "Too many connections from this address." },
  full: {
    status: 503,
    phrase: "Service Unavailable",
    sentence: "The server is full. Try again in a moment.",
  },
  closing: {
    status: 503,
    phrase: "Service Unavailable",
    sentence: "The server is stopping. Try again in a moment.",
  },
} as const satisfies Record<string, Refusal>;

/** How long somebody who is refused may take to read so. */
const GOODBYE_MS = 1_000;

const VISITOR_PATH = /^\/sockets\/visitor\/([^/?#]+)$/;
const AGENT_PATH = "/sockets/agent";

export class SocketDoor {
  readonly #options: SocketDoorOptions;
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.frameBytes,
    // 242 kB a connection instead of 11, for frames of a few hundred bytes (design §6).
    perMessageDeflate: false,
  });
  readonly #sockets = new Map<WebSocket, Conversing<never>>();
  readonly #open = new Set<WebSocket>();
  /** Lines that asked to come in and are no sockets yet, or never will be. */
  readonly #entering = new Set<Duplex>();
  readonly #perAddress = new Map<string, number>();
  readonly #heartbeat: Heartbeat;
  #isClosing = false;

  constructor(options: SocketDoorOptions) {
    this.#options = options;
    const countSilent = () => options.shared.metrics.closed.inc({ code: String(CLOSE.silent.code) });
    this.#heartbeat = new Heartbeat(this.#open, countSilent, options.heartbeatMs);
  }

  /** For the HTTP server's `upgrade` event. */
  readonly upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    // A line that breaks here has nobody to be told.
    stream.on("error", () => stream.destroy());
    this.#entering.add(stream);
    stream.once("close", () => this.#entering.delete(stream));
    this.#enter(request, stream, head).catch((error: unknown) => {
      this.#options.shared.onFault("upgrade", error);
      stream.destroy();
    });
  };

  /** Closes every socket once what came through it is answered, and lets nobody in any more. */
  async close(waitMs: number, reason: { readonly code: number; readonly sentence: string }): Promise<void> {
    this.#isClosing = true;
    this.#heartbeat.stop();
    const giveUpAt = Date.now() + waitMs;
    for (const socket of this.#sockets.values()) socket.stop();
    const isBusy = () => [...this.#sockets.values()].some((socket) => !socket.isIdle);
    while (isBusy() && Date.now() < giveUpAt) await new Promise((resolve) => setImmediate(resolve));
    const gone = [...this.#open].map((socket) => new Promise((resolve) => socket.once("close", resolve)));
    for (const socket of this.#sockets.values()) socket.end(reason);
    const timeout = setTimeout(
      () => {
        for (const socket of this.#open) socket.terminate();
      },
      Math.max(0, Math.min(1_000, giveUpAt - Date.now())),
    );
    await Promise.all(gone);
    clearTimeout(timeout);
    this.#server.close();
  }

  /** Cuts the lines of those who were not let in, however far they have come: the HTTP server knows them no more. */
  cutEntering(): void {
    for (const stream of this.#entering) stream.destroy();
  }

  async #enter(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    const address = this.#options.addressOf(request);
    const admitted = this.#refusalFor(address) ?? (await this.#admit(request));
    // Asked again, since others came in while this one was looked at.
    const opening = "status" in admitted ? admitted : (this.#refusalFor(address) ?? admitted);
    if ("status" in opening) return answer(stream, opening);
    if (stream.destroyed) return;
    this.#server.handleUpgrade(request, stream, head, (socket) => {
      this.#entering.delete(stream);
      this.#count(socket, address);
      const conversing = opening.open(socket) as Conversing<never>;
      this.#sockets.set(socket, conversing);
    });
  }

  /** Whatever the request says: whether there is room at all. */
  #refusalFor(address: string): Refusal | null {
    const { maxConnections, maxConnectionsPerAddress } = this.#options;
    if (this.#isClosing) return REFUSED.closing;
    if (this.#open.size >= maxConnections) return REFUSED.full;
    return (this.#perAddress.get(address) ?? 0) >= maxConnectionsPerAddress ? REFUSED.tooMany : null;
  }

  async #admit(
    request: IncomingMessage,
  ): Promise<Refusal | { readonly open: (socket: WebSocket) => unknown }> {
    const { shared, tokens, identify, deskOrigin, addressOf } = this.#options;
    const path = (request.url ?? "").split("?")[0] ?? "";
    const { origin } = request.headers;
    if (path === AGENT_PATH) {
      // A page elsewhere could ride on the cookie: only the desk's own origin may.
      if (origin !== deskOrigin()) return REFUSED.origin;
      const agent = await identify(headersOf(request));
      if (agent === null) return REFUSED.signedOut;
      return { open: (socket) => this.#openDesk(socket, headersOf(request), agent) };
    }
    const named = VISITOR_PATH.exec(path)?.[1];
    const site = named === undefined ? undefined : shared.world.siteOf(decode(named) as SiteId);
    if (site === undefined) return REFUSED.notFound;
    if (origin === undefined || !site.origins.includes(origin)) return REFUSED.origin;
    return {
      open: (socket) => new VisitorSocket(socket, shared, site.config.id, tokens, addressOf(request)),
    };
  }

  /**
   * A session that ends takes the desk's socket with it. So does a role that was given or taken away: what the socket
   * may do was settled when it opened, and the desk comes back with what its agent may do now.
   */
  #openDesk(socket: WebSocket, headers: Headers, agent: AgentActor): AgentSocket {
    const { shared, identify, heartbeatMs } = this.#options;
    const desk = new AgentSocket(socket, shared, agent);
    const lookAgain = async (): Promise<void> => {
      try {
        const now = await identify(headers);
        if (now === null) desk.end(CLOSE.signedOut);
        else if (!haveSameRoles(now, agent)) desk.end(CLOSE.rolesChanged);
      } catch (error) {
        shared.onFault("session", error);
      }
    };
    const timer = setInterval(() => void lookAgain(), heartbeatMs);
    timer.unref();
    socket.once("close", () => clearInterval(timer));
    return desk;
  }

  #count(socket: WebSocket, address: string): void {
    this.#open.add(socket);
    this.#perAddress.set(address, (this.#perAddress.get(address) ?? 0) + 1);
    this.#heartbeat.heard(socket);
    socket.on("pong", () => this.#heartbeat.heard(socket));
    socket.on("message", () => this.#heartbeat.heard(socket));
    socket.once("close", () => {
      this.#open.delete(socket);
      this.#sockets.delete(socket);
      const left = (this.#perAddress.get(address) ?? 1) - 1;
      if (left === 0) this.#perAddress.delete(address);
      else this.#perAddress.set(address, left);
    });
  }
}

/** After the answer the line is cut: no timeout of the HTTP server holds any more for a peer that keeps its end open. */
function answer(stream: Duplex, { status, phrase, sentence }: Refusal): void {
  const timer = setTimeout(() => stream.destroy(), GOODBYE_MS);
  stream.once("close", () => clearTimeout(timer));
  // Bytes that nobody read would make the cut overtake the answer.
  stream.resume();
  stream.once("finish", () => stream.destroy());
  const body = JSON.stringify({ error: phrase.toLowerCase().replaceAll(" ", "_"), sentence });
  const retry = status === 429 || status === 503 ? "Retry-After: 5\r\n" : "";
  stream.end(
    `HTTP/1.1 ${status} ${phrase}\r\nContent-Type: application/json\r\n${retry}` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function haveSameRoles({ roles: now }: AgentActor, { roles: before }: AgentActor): boolean {
  return now.size === before.size && [...now].every(([site, role]) => before.get(site) === role);
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === "string") headers.set(name, value);
  }
  return headers;
}

/** Null for what is no proper encoding. */
function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
