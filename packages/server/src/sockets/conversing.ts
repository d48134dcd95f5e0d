/**
 * The part that visitors' and agents' sockets have in common: frames in, budgets, the hello that must come first,
 * commands in the order in which they came, answers out.
 */
import {
  CLOSE,
  decodeFrame,
  encode,
  LIMITS,
  OLDEST_PROTOCOL_VERSION,
  PROTOCOL_VERSION,
  type Refusal,
  refusal,
  type SendId,
  type ToAgent,
  type ToVisitor,
} from "@sophie/engine";
import type { RawData, WebSocket } from "ws";
import type * as z from "zod/mini";
import type { ChangeOutcome } from "../storage/storage.ts";
import { Budget, type Rate } from "./budget.ts";
import { Outgoing } from "./outgoing.ts";
import type { SocketWorld } from "./socket-world.ts";

/** Frames that cannot be read, before the socket is closed for it. */
const BAD_FRAMES_MAX = 20;

interface Message {
  readonly type: string;
}

type Down = ToVisitor | ToAgent;

export abstract class Conversing<M extends Message> {
  protected readonly shared: SocketWorld;
  protected readonly outgoing: Outgoing;
  readonly #schema: z.ZodMiniType<M>;
  readonly #budget: Budget;
  readonly #helloTimer: NodeJS.Timeout;
  #badFrames = 0;
  #stage: "waiting" | "greeting" | "open" | "closed" = "waiting";
  /** Come and not begun, in order. */
  #queue: { readonly message: M; readonly id: SendId | null }[] = [];
  /** Begun and not answered. */
  #running = 0;
  /** Something runs that must have the socket's past behind it and its future after it. */
  #isAlone = false;
  #isStopping = false;

  protected constructor(socket: WebSocket, shared: SocketWorld, schema: z.ZodMiniType<M>, rate: Rate) {
    this.shared = shared;
    this.#schema = schema;
    this.outgoing = new Outgoing(socket, () => this.end(CLOSE.tooSlow));
    this.#budget = new Budget(rate, shared.now());
    this.#helloTimer = setTimeout(() => this.end(CLOSE.helloTimeout), LIMITS.helloMs);
    this.#helloTimer.unref();
    socket.on("message", (data, isBinary) => this.#onFrame(data, isBinary));
    socket.on("close", () => this.#onClose());
    // `close` follows every error; what went wrong is the network's business.
    socket.on("error", () => {});
  }

  /** The hello; false if it was refused and the socket is being closed. */
  protected abstract greet(hello: M): Promise<boolean>;
  /** Everything after the hello. Null if it is done at once. */
  protected abstract handle(message: M, id: SendId | null): Promise<unknown> | null;
  protected abstract isHello(message: M): boolean;
  protected abstract onClosed(): void;

  /** Whether nothing that came through this socket is still being worked on. */
  get isIdle(): boolean {
    return this.#running === 0;
  }

  /** Begins nothing more. What was begun is still answered; the rest the client sends again, somewhere else. */
  stop(): void {
    this.#isStopping = true;
  }

  end(reason: { readonly code: number; readonly sentence: string }): void {
    if (this.#stage === "closed") return;
    this.shared.metrics.closed.inc({ code: String(reason.code) });
    this.outgoing.close(reason);
    this.#onClose();
  }

  protected sendWelcome(message: Down): void {
    this.outgoing.sendWelcome(encode(message));
  }

  protected send(message: Down): void {
    this.outgoing.send(encode(message));
  }

  protected refuse(id: SendId | null, reason: Refusal): void {
    this.shared.metrics.refused.inc({ code: reason.code });
    this.send({ type: "refused", id, refusal: reason });
  }

  /** Whether the client's protocol is one that this server speaks; says so and closes otherwise. */
  protected speaks(protocol: number): boolean {
    if (protocol > PROTOCOL_VERSION) this.end(CLOSE.protocolTooNew);
    else if (protocol < OLDEST_PROTOCOL_VERSION) this.end(CLOSE.protocolTooOld);
    else return true;
    return false;
  }

  /** Runs a command, answers its sender, and lets the hub tell the rest. `onDone` comes between the two. */
  protected async run(id: SendId, command: Promise<ChangeOutcome>, onDone?: () => void): Promise<void> {
    try {
      const outcome = await command;
      if (outcome.ok) {
        const seq = outcome.duplicate ? outcome.seq : (outcome.entries[0]?.seq ?? null);
        this.send({ type: "accepted", id, seq });
        onDone?.();
        this.shared.hub.tell(outcome);
      } else {
        this.refuse(id, outcome.refusal);
      }
    } catch (error) {
      this.shared.onFault("command", error);
      this.refuse(id, refusal("storage_failed"));
    }
  }

  #onFrame(data: RawData, isBinary: boolean): void {
    if (this.#stage === "closed") return;
    if (isBinary) return this.end(CLOSE.binaryFrame);
    for (const decoded of decodeFrame(frameText(data), this.#schema)) {
      // An ended socket takes nothing more, not even the rest of this frame.
      if (this.isClosed) return;
      if (decoded.ok) this.#onMessage(decoded.value, decoded.id);
      else this.#onBadMessage(decoded.id, decoded.refusal);
    }
  }

  #onBadMessage(id: SendId | null, reason: Refusal): void {
    if (this.#stage === "waiting") return this.end(CLOSE.helloExpected);
    this.#badFrames += 1;
    if (this.#badFrames > BAD_FRAMES_MAX) return this.end(CLOSE.tooManyBadFrames);
    this.refuse(id, reason);
  }

  #onMessage(message: M, id: SendId | null): void {
    const standing = this.#budget.spend(this.shared.now());
    if (standing === "deaf") return this.end(CLOSE.tooManyFrames);
    if (standing === "over") {
      // What nobody waits for is dropped in silence; a refusal for each would only add to the flood.
      if (id !== null) this.refuse(id, refusal("rate_limited"));
      return;
    }
    if (this.#stage === "waiting") return this.#onHello(message);
    if (this.isHello(message)) return this.refuse(id, refusal("hello_repeated"));
    this.#queue.push({ message, id });
    this.#pump();
  }

  #onHello(hello: M): void {
    if (!this.isHello(hello)) return this.end(CLOSE.helloExpected);
    this.#stage = "greeting";
    clearTimeout(this.#helloTimer);
    void this.#open(hello);
  }

  async #open(hello: M): Promise<void> {
    try {
      const isWelcome = await this.greet(hello);
      if (!isWelcome || this.#stage !== "greeting") return;
      this.#stage = "open";
      this.#pump();
    } catch (error) {
      this.shared.onFault("hello", error);
      this.end(CLOSE.goingAway);
    }
  }

  /**
   * Begins what may begin. Plain sends follow each other without waiting, so that many of them share one commit; storage
   * keeps their order. Anything else may look at what came before it, and so waits until that is stored.
   */
  #pump(): void {
    while (this.#stage === "open" && !this.#isAlone && !this.#isStopping) {
      const next = this.#queue[0];
      if (next === undefined) return;
      const isPlain = isPlainSend(next.message);
      if (!isPlain && this.#running > 0) return;
      this.#queue.shift();
      const work = this.handle(next.message, next.id);
      if (work === null) continue;
      this.#running += 1;
      this.#isAlone = !isPlain;
      void work
        .catch((error: unknown) => this.shared.onFault(next.message.type, error))
        .finally(() => {
          this.#running -= 1;
          this.#isAlone = false;
          this.#pump();
        });
    }
  }

  protected get isClosed(): boolean {
    return this.#stage === "closed";
  }

  #onClose(): void {
    if (this.#stage === "closed") return;
    this.#stage = "closed";
    clearTimeout(this.#helloTimer);
    this.onClosed();
  }
}

function isPlainSend({ type }: Message): boolean {
  return type === "send-message" || type === "send-reply";
}

function frameText(data: RawData): string {
  if (Buffer.isBuffer(data)) return data.toString("utf8");
  return Array.isArray(data) ? Buffer.concat(data).toString("utf8") : Buffer.from(data).toString("utf8");
}
