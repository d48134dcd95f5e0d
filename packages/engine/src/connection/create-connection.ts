/** A line to the server that comes back by itself, and an outbox that is sent until it is answered. */
import { assign, createActor } from "xstate";
import type * as z from "zod/mini";
import type { SendId } from "../domain/id.ts";
import { decodeFrame, encode, packFrames } from "../protocol/codec.ts";
import { REFUSALS, type Refusal } from "../protocol/refusal.ts";
import { backoffMs } from "./backoff.ts";
import type { Clock } from "../domain/clock.ts";
import { connectionMachine } from "./machine.ts";
import { type Answerable, Outbox, type OutboxStore } from "./outbox.ts";
import type { OpenSocket, OpenSocketPort } from "./socket.ts";

/** Where the line stands. */
export type LineState =
  | { readonly state: "idle" }
  | { readonly state: "connecting" }
  | { readonly state: "online" }
  /** `nextTryAt` is in epoch ms. */
  | { readonly state: "waiting"; readonly nextTryAt: number }
  /** The server closed with a code after which coming back does not help. */
  | { readonly state: "stopped"; readonly code: number };

/** What every server message is to a connection; the rest it passes on. */
type Incoming = { readonly type: string };

/** What a connection is given, and what it calls. */
export interface ConnectionOptions<In extends Incoming, Out extends Answerable> {
  readonly openSocket: OpenSocketPort;
  readonly clock: Clock;
  /** In [0, 1), for the backoff. */
  readonly random: () => number;
  /** What the server may say. Anything else is dropped: an older client must survive a newer server. */
  readonly schema: z.ZodMiniType<In>;
  /** Made anew for every try, since it names how far the client is. */
  readonly hello: () => { readonly type: string };
  /** The type of the message that answers the hello. */
  readonly welcome: In["type"];
  readonly store: OutboxStore<Out>;
  readonly onMessage: (message: In) => void;
  readonly onState: (state: LineState) => void;
  /** Something from the outbox was answered, for good: a refusal that asks to try again is not passed on. */
  readonly onAnswer: (
    item: Out,
    answer:
      | { readonly ok: true; readonly seq: number | null }
      | { readonly ok: false; readonly refusal: Refusal },
  ) => void;
}

/** A line and its outbox. */
export interface Connection<Out extends Answerable> {
  readonly state: LineState;
  readonly outbox: Outbox<Out>;
  start(): void;
  /** Sends now if online, and in any case again until it is answered. */
  request(message: Out): void;
  /** Sends if online; lost otherwise. For what nobody answers: typing, receipts. */
  tell(message: { readonly type: string } & Readonly<Record<string, unknown>>): void;
  /** Tries now instead of at the next turn of the backoff. */
  retry(): void;
  stop(): void;
}

/**
 * Connects on `start`, says hello at every try, comes back by itself with full jitter up to 30 s, and sends
 * what was requested
 * until it is answered. Never throws for what the network or the server does; `onState` and `onAnswer` tell.
 */
export function createConnection<In extends Incoming, Out extends Answerable>(
  options: ConnectionOptions<In, Out>,
): Connection<Out> {
  const { clock } = options;
  const outbox = new Outbox(options.store);
  let socket: OpenSocket | null = null;
  let state: LineState = { state: "idle" };
  let nextTryAt = 0;
  let openings = 0;

  const actor = createActor(
    connectionMachine.provide({
      actions: {
        open: () => openSocket(),
        hello: () => sendFrame(encode(options.hello())),
        flush: () => {
          for (const frame of packFrames(outbox.pending.map(encode))) sendFrame(frame);
        },
        ping: () => sendFrame(encode({ type: "ping" })),
        letGo: () => {
          const old = socket;
          socket = null;
          openings += 1;
          old?.close();
        },
        planNextTry: assign(({ context }) => {
          const delayMs = backoffMs(context.attempt, options.random());
          nextTryAt = clock.now() + delayMs;
          return { delayMs };
        }),
      },
    }),
    { clock: actorClock(clock) },
  );

  actor.subscribe((snapshot) => {
    const next: LineState = snapshot.matches("idle")
      ? { state: "idle" }
      : snapshot.matches("stopped")
        ? { state: "stopped", code: snapshot.context.code }
        : snapshot.matches("waiting")
          ? { state: "waiting", nextTryAt }
          : snapshot.matches({ live: "online" })
            ? { state: "online" }
            : { state: "connecting" };
    if (next.state === state.state && next.state !== "waiting") return;
    state = next;
    options.onState(next);
  });
  actor.start();

  function openSocket(): void {
    // A socket that was let go may still speak; nobody listens to it any more. Counted rather than compared, because
    // one that cannot even be tried reports its end before it is returned.
    openings += 1;
    const opening = openings;
    const isCurrent = () => opening === openings;
    socket = options.openSocket({
      opened: () => isCurrent() && actor.send({ type: "OPENED" }),
      frame: (text) => isCurrent() && receive(text),
      closed: (code) => isCurrent() && actor.send({ type: "CLOSED", code }),
    });
  }

  function sendFrame(frame: string): void {
    socket?.send(frame);
  }

  function receive(text: string): void {
    actor.send({ type: "HEARD" });
    for (const decoded of decodeFrame(text, options.schema, Number.POSITIVE_INFINITY)) {
      if (!decoded.ok) continue;
      const message = decoded.value;
      if (message.type === options.welcome) {
        options.onMessage(message);
        actor.send({ type: "WELCOMED" });
        continue;
      }
      if (isAnswer(message)) answer(message);
      options.onMessage(message);
    }
  }

  function answer(message: Answer): void {
    if (message.id === null) return;
    if (message.type === "refused" && REFUSALS[message.refusal.code].retry) {
      if (outbox.has(message.id)) actor.send({ type: "DROP" });
      return;
    }
    const item = outbox.settle(message.id);
    if (item === undefined) return;
    options.onAnswer(
      item,
      message.type === "accepted" ? { ok: true, seq: message.seq } : { ok: false, refusal: message.refusal },
    );
  }

  return {
    get state() {
      return state;
    },
    outbox,
    start: () => actor.send({ type: "START" }),
    request(message) {
      outbox.add(message);
      if (state.state === "online") sendFrame(encode(message));
    },
    tell(message) {
      if (state.state === "online") sendFrame(encode(message));
    },
    retry: () => actor.send({ type: "RETRY" }),
    stop: () => actor.send({ type: "STOP" }),
  };
}

type Answer =
  | { readonly type: "accepted"; readonly id: SendId; readonly seq: number | null }
  | { readonly type: "refused"; readonly id: SendId | null; readonly refusal: Refusal };

function isAnswer(message: Incoming): message is Incoming & Answer {
  return message.type === "accepted" || message.type === "refused";
}

/** XState's idea of a clock, made of ours. */
function actorClock(clock: Clock): {
  setTimeout: (callback: (...args: unknown[]) => void, delayMs: number) => unknown;
  clearTimeout: (cancel: unknown) => void;
} {
  return {
    setTimeout: (callback, delayMs) => clock.after(delayMs, () => callback()),
    clearTimeout: (cancel) => {
      if (typeof cancel === "function") cancel();
    },
  };
}
