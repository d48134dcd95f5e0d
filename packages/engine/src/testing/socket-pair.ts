/** A line between a client and a server in one process. Nothing arrives until the test says so, and it can break. */
import type { OpenSocket, OpenSocketPort, SocketEvents } from "../connection/socket.ts";

/** The server's end of one connection. */
export interface ServerEnd {
  /** Called for every frame that arrives from the client. */
  onFrame: (frame: string) => void;
  /** Called once when the client has gone, if the line carried the news. */
  onClosed: () => void;
  send(frame: string): void;
  close(code: number): void;
}

type Parcel = { readonly to: "client" | "server"; readonly deliver: () => void };

/** For `SessionPorts.openSocket`: `pair.openSocket`. */
export class SocketPair {
  /** Set by the test's server: called for every connection that opens. */
  onConnection: (server: ServerEnd) => void = () => {};
  /** While true, new connections fail. */
  isRefusing = false;
  readonly #parcels: Parcel[] = [];
  readonly #lines = new Set<Line>();

  readonly openSocket: OpenSocketPort = (events: SocketEvents): OpenSocket => {
    const line = new Line(events, (parcel) => this.#parcels.push(parcel));
    this.#parcels.push({
      to: "client",
      deliver: () => {
        if (this.isRefusing) return line.breakAt("client");
        this.#lines.add(line);
        this.onConnection(line.server);
        events.opened();
      },
    });
    return line.client;
  };

  /** How many frames and events are on the way. */
  get inFlight(): number {
    return this.#parcels.length;
  }

  /** Delivers the oldest thing on the way; false if there is none. */
  step(): boolean {
    const parcel = this.#parcels.shift();
    parcel?.deliver();
    return parcel !== undefined;
  }

  /** Delivers everything, and everything that follows from it. */
  flush(): void {
    while (this.step());
  }

  /** Breaks every line: what is on the way is lost, and both ends hear of it. */
  drop(): void {
    this.#parcels.length = 0;
    for (const line of this.#lines) {
      line.breakAt("server");
      line.breakAt("client");
    }
    this.#lines.clear();
  }

  /** Half-open: from now on nothing arrives on the lines that exist, and nobody is told. */
  freeze(): void {
    this.#parcels.length = 0;
    for (const line of this.#lines) line.isFrozen = true;
  }

  /** Ends the frozen lines at the server, as its own heartbeat would. */
  reap(): void {
    for (const line of this.#lines) {
      if (!line.isFrozen) continue;
      line.breakAt("server");
      this.#lines.delete(line);
    }
  }
}

class Line {
  readonly client: OpenSocket;
  readonly server: ServerEnd;
  isFrozen = false;
  #isClientOpen = true;
  #isServerOpen = true;
  readonly #events: SocketEvents;

  constructor(events: SocketEvents, post: (parcel: Parcel) => void) {
    this.#events = events;
    this.server = {
      onFrame: () => {},
      onClosed: () => {},
      send: (frame) => this.#post(post, "client", () => this.#isClientOpen && events.frame(frame)),
      close: (code) =>
        this.#post(post, "client", () => {
          this.breakAt("client", code);
          this.#post(post, "server", () => this.breakAt("server"));
        }),
    };
    this.client = {
      send: (frame) => this.#post(post, "server", () => this.#isServerOpen && this.server.onFrame(frame)),
      close: () => {
        this.#isClientOpen = false;
        this.#post(post, "server", () => this.breakAt("server"));
      },
    };
  }

  breakAt(end: "client" | "server", code = 1006): void {
    if (end === "client" && this.#isClientOpen) {
      this.#isClientOpen = false;
      this.#events.closed(code);
    }
    if (end === "server" && this.#isServerOpen) {
      this.#isServerOpen = false;
      this.server.onClosed();
    }
  }

  #post(post: (parcel: Parcel) => void, to: Parcel["to"], deliver: () => void): void {
    if (!this.isFrozen) post({ to, deliver: () => !this.isFrozen && deliver() });
  }
}
