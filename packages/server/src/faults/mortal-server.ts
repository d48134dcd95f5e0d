/** The server's hub, sockets and commands on lines that a test breaks, over one real storage that outlives every kill. */
import type { SiteConfig } from "@sophie/engine";
import { keywordDetector, type ServerEnd, type VirtualClock } from "@sophie/engine/testing";
import { keepClocks } from "../commands/keep-clocks.ts";
import { Openings } from "../commands/openings.ts";
import { WaitingPlaces } from "../commands/waiting-places.ts";
import { Turns } from "../commands/turns.ts";
import { VisitorTokens } from "../auth/visitor-token.ts";
import type { AgentActor, World } from "../commands/world.ts";
import { Hub } from "../hub/hub.ts";
import { createMetrics } from "../metrics.ts";
import { AgentSocket } from "../sockets/agent-socket.ts";
import { Newcomers } from "../sockets/newcomers.ts";
import type { SocketWorld } from "../sockets/socket-world.ts";
import { VisitorSocket } from "../sockets/visitor-socket.ts";
import { settledSite } from "../storage/settled-site.ts";
import type { Storage } from "../storage/storage.ts";
import { Life } from "./life.ts";
import { LineSocket } from "./line-socket.ts";

export interface MortalServerOptions {
  readonly storage: Storage;
  readonly clock: VirtualClock;
  readonly site: SiteConfig;
  readonly newId: () => string;
  /** Something failed that no schedule may cause. */
  readonly onFault: (what: string, error: unknown) => void;
}

/** Rates that no schedule meets by accident. */
const UNHURRIED = { burst: 1_000_000, perSecond: 1_000_000 };
const TOKENS = new VisitorTokens("a-key-for-the-schedules");
const METRICS = createMetrics();

export class MortalServer {
  life: Life | null = null;
  readonly #options: MortalServerOptions;
  readonly #sockets = new Set<LineSocket>();
  #shared: SocketWorld | null = null;

  constructor(options: MortalServerOptions) {
    this.#options = options;
  }

  start(): void {
    if (this.life !== null) return;
    const { clock, site, newId, storage, onFault } = this.#options;
    const life = new Life();
    const now = () => clock.now();
    const siteOf: World["siteOf"] = (id) =>
      id === site.id ? settledSite({ config: site, origins: [] }) : undefined;
    const world: World = {
      storage: keepClocks(life.through(storage), siteOf),
      detector: keywordDetector({ makelaar: "human_request" }),
      siteOf,
      workerName: async () => null,
      workersAt: async () => [],
      presentAt: () => [],
      isVisitorHere: () => false,
      isLooking: () => false,
      mailAfterMs: null,
      now,
      openings: new Openings(),
      turns: new Turns(),
      newId,
    };
    const fault = (what: string, error: unknown) => {
      if (!life.isOver) onFault(what, error);
    };
    const hub = new Hub({ storage: world.storage, process: newId(), now, onFault: fault });
    this.life = life;
    this.#shared = {
      world,
      hub,
      metrics: METRICS,
      visitorRate: UNHURRIED,
      agentRate: UNHURRIED,
      answering: null,
      newcomers: new Newcomers(UNHURRIED),
      places: new WaitingPlaces(world),
      now,
      onFault: fault,
    };
  }

  /** As kill -9: nothing that it had begun goes on, and it tells nobody. */
  kill(): void {
    if (this.life === null) return;
    this.life.isOver = true;
    this.life = null;
    for (const socket of this.#sockets) socket.abandon();
    this.#sockets.clear();
    this.#shared?.hub.close();
    this.#shared = null;
  }

  takeVisitor(end: ServerEnd): LineSocket {
    const { id } = this.#options.site;
    return this.#take(
      end,
      (socket, shared) => new VisitorSocket(socket.asWebSocket, shared, id, TOKENS, "here"),
    );
  }

  takeAgent(end: ServerEnd, agent: AgentActor): LineSocket {
    return this.#take(end, (socket, shared) => new AgentSocket(socket.asWebSocket, shared, agent));
  }

  #take(end: ServerEnd, open: (socket: LineSocket, shared: SocketWorld) => unknown): LineSocket {
    if (this.#shared === null)
      throw new Error("Nobody listens: refuse connections while the server is dead.");
    const socket = new LineSocket(end);
    this.#sockets.add(socket);
    socket.once("close", () => this.#sockets.delete(socket));
    open(socket, this.#shared);
    return socket;
  }
}
