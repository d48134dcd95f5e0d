/** Visitors and agents of Sophie, speaking her protocol: every visitor has a handoff that an agent has started. */
import { randomUUID } from "node:crypto";
import { PROTOCOL_VERSION, type ToAgent, type ToVisitor } from "@sophie/engine";
import { WebSocket } from "ws";
import { leave } from "./crowd-bare.ts";
import { AGENTS, type Crowd, TEXT, VISITORS } from "./scenario.ts";

type Heard = ToAgent | ToVisitor;

export async function sophieCrowd(port: number, cookies: readonly string[]): Promise<Crowd> {
  let roundTrips = 0;
  let isRunning = false;
  const base = `ws://127.0.0.1:${port}/sockets`;
  const agents = await Promise.all(
    cookies
      .slice(0, AGENTS)
      .map((cookie) => join(`${base}/agent`, { origin: `http://127.0.0.1:${port}`, cookie })),
  );
  for (const agent of agents) {
    agent.send({ type: "agent-hello", protocol: PROTOCOL_VERSION });
    await agent.until((message) => message.type === "agent-welcome");
  }
  const visitors = await Promise.all(
    Array.from({ length: VISITORS }, () => join(`${base}/visitor/main`, { origin: "http://bench.example" })),
  );
  const conversations = visitors.map(() => randomUUID());
  for (const [index, visitor] of visitors.entries()) {
    const agent = agents[index % AGENTS] as Peer;
    const conversation = conversations[index];
    visitor.send({
      type: "visitor-hello",
      protocol: PROTOCOL_VERSION,
      token: null,
      language: "nl",
      resume: null,
    });
    await visitor.until((message) => message.type === "visitor-welcome");
    const request = { trigger: "human_request", source: "button", message: null };
    visitor.send({ type: "request-handoff", id: randomUUID(), conversation, ...request });
    const arrived = await agent.until(
      (message) => message.type === "handoff-changed" && message.handoff.conversation === conversation,
    );
    if (arrived.type !== "handoff-changed") throw new Error("No handoff arrived.");
    const { id: handoff, version } = arrived.handoff;
    agent.send({ type: "start-handoff", id: randomUUID(), handoff, version });
    agent.send({ type: "watch-conversation", id: randomUUID(), conversation, since: 0 });
    await agent.until((message) => message.type === "received" && message.conversation === conversation);
  }
  let counter = 0;
  const say = (peer: Peer, conversation: string) =>
    peer.sendText(
      `{"type":"send-message","id":"m${(counter += 1)}","conversation":"${conversation}","text":"${TEXT}"}`,
    );
  for (const agent of agents) {
    agent.onMessage = (message) => {
      if (message.type !== "entries") return;
      for (const entry of message.entries) {
        if (entry.kind === "message" && entry.author.kind === "visitor") say(agent, message.conversation);
      }
    };
  }
  for (const [index, visitor] of visitors.entries()) {
    visitor.onMessage = (message) => {
      if (message.type !== "entries") return;
      for (const entry of message.entries) {
        if (entry.kind !== "message" || entry.author.kind !== "agent") continue;
        roundTrips += 1;
        if (isRunning) say(visitor, conversations[index] ?? "");
      }
    };
  }
  return {
    get roundTrips() {
      return roundTrips;
    },
    start() {
      isRunning = true;
      visitors.forEach((visitor, index) => say(visitor, conversations[index] ?? ""));
    },
    async stop() {
      isRunning = false;
      await Promise.all([...agents, ...visitors].map(({ socket }) => leave(socket)));
    },
  };
}

class Peer {
  readonly socket: WebSocket;
  onMessage: (message: Heard) => void = () => {};
  #heard: Heard[] | null = [];

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on("message", (data) => {
      const json = JSON.parse((data as Buffer).toString()) as Heard | Heard[];
      for (const message of Array.isArray(json) ? json : [json]) {
        this.#heard?.push(message);
        this.onMessage(message);
      }
    });
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  /** For the measured part: nothing is remembered any more. */
  sendText(frame: string): void {
    this.#heard = null;
    this.socket.send(frame);
  }

  async until(fits: (message: Heard) => boolean): Promise<Heard> {
    for (;;) {
      const found = this.#heard?.find(fits);
      if (found !== undefined) return found;
      await new Promise((resolve) => this.socket.once("message", resolve));
    }
  }
}

async function join(address: string, headers: Record<string, string>): Promise<Peer> {
  const socket = new WebSocket(address, { headers, perMessageDeflate: false });
  const peer = new Peer(socket);
  await new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.once("open", resolve);
  });
  return peer;
}
