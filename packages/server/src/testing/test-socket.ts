/** A plain protocol client for tests: sends what it is told to, remembers what it hears, and waits for it. */
import { randomUUID } from "node:crypto";
import {
  type AgentMessage,
  type ConversationId,
  encode,
  type LogEntry,
  PROTOCOL_VERSION,
  type SendId,
  type ToAgent,
  type ToVisitor,
  type VisitorMessage,
} from "@sophie/engine";
import { WebSocket } from "ws";

type Heard = ToVisitor | ToAgent;
type HeardOf<T extends Heard["type"]> = Extract<Heard, { type: T }>;

export class TestSocket {
  readonly heard: Heard[] = [];
  /** Called for every message as it comes. */
  onHeard: (message: Heard) => void = () => {};
  readonly socket: WebSocket;
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  #waiting: (() => void)[] = [];

  constructor(url: string, headers: Readonly<Record<string, string>>) {
    this.socket = new WebSocket(url, { headers });
    this.socket.on("message", (data) => {
      const json: unknown = JSON.parse((data as Buffer).toString("utf8"));
      const messages = (Array.isArray(json) ? json : [json]) as Heard[];
      this.heard.push(...messages);
      for (const message of messages) this.onHeard(message);
      this.#wake();
    });
    this.closed = new Promise((resolve) => {
      this.socket.on("close", (code, reason) => {
        resolve({ code, reason: reason.toString() });
        this.#wake();
      });
    });
  }

  /** Resolves when it is open; rejects with the HTTP status if the server refused. */
  opened(): Promise<this> {
    return new Promise((resolve, reject) => {
      this.socket.once("open", () => resolve(this));
      this.socket.once("unexpected-response", (_request, response) => {
        reject(new Error(`refused with ${response.statusCode}`));
        this.socket.terminate();
      });
      this.socket.once("error", reject);
    });
  }

  send(message: VisitorMessage | AgentMessage): void {
    this.sendRaw(encode(message));
  }

  sendRaw(frame: string | Buffer): void {
    this.socket.send(frame);
  }

  /** The first message that `fits`, heard already or still to come. Rejects if the socket closes before. */
  async until<H extends Heard>(fits: (message: Heard) => message is H, what?: string): Promise<H>;
  async until(fits: (message: Heard) => boolean, what?: string): Promise<Heard>;
  async until(fits: (message: Heard) => boolean, what = "a message"): Promise<Heard> {
    for (;;) {
      const found = this.heard.find(fits);
      if (found !== undefined) return found;
      if (this.socket.readyState >= WebSocket.CLOSING)
        throw new Error(`The socket closed before ${what} came.`);
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  next<T extends Heard["type"]>(type: T): Promise<HeardOf<T>> {
    return this.until((message): message is HeardOf<T> => message.type === type, type);
  }

  /** The answer to a command: accepted, or the refusal's code. */
  async answer(id: SendId): Promise<string> {
    const answer = await this.until(
      (message) => (message.type === "accepted" || message.type === "refused") && message.id === id,
      `the answer to ${id}`,
    );
    return answer.type === "refused" ? answer.refusal.code : "accepted";
  }

  /** Sends a command and waits for its answer. */
  async ask(message: Extract<VisitorMessage | AgentMessage, { id: SendId }>): Promise<string> {
    this.send(message);
    return this.answer(message.id);
  }

  /** Everything heard of one conversation's log, in the order in which it came. */
  entriesOf(conversation: ConversationId): readonly LogEntry[] {
    return this.heard.flatMap((message) =>
      message.type === "entries" && message.conversation === conversation ? message.entries : [],
    );
  }

  async close(): Promise<void> {
    this.socket.close();
    await this.closed;
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }
}

export function newSendId(): SendId {
  return randomUUID() as string as SendId;
}

export function newConversationId(): ConversationId {
  return randomUUID() as string as ConversationId;
}

export const VISITOR_HELLO = {
  type: "visitor-hello",
  protocol: PROTOCOL_VERSION,
  token: null,
  language: "nl",
  resume: null,
} as const;

export const AGENT_HELLO = { type: "agent-hello", protocol: PROTOCOL_VERSION } as const;
