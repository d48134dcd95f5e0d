/**
 * What a line to the server lives through: connecting, greeting, online with a heartbeat, and waiting between tries.
 * It decides when; `create-connection.ts` does what it says.
 */
import { assign, setup } from "xstate";
import { mayReturnAfter } from "../protocol/close-codes.ts";

/** From opening the socket to the welcome. */
const WELCOME_TIMEOUT_MS = 10_000;
/** Silence after which the client asks whether anybody is there… */
const QUIET_MS = 15_000;
/** …and how long it waits for any frame before it takes the line for dead. Together under 30 s (promise Q4). */
const ANSWER_MS = 8_000;
/** A line that held this long starts its backoff afresh. One that breaks at once does not. */
const STEADY_MS = 10_000;

export type ConnectionEvent =
  | { type: "START" }
  | { type: "STOP" }
  /** Try now instead of waiting. */
  | { type: "RETRY" }
  | { type: "OPENED" }
  | { type: "WELCOMED" }
  /** Any frame came. */
  | { type: "HEARD" }
  /** The server asked for patience: let go and come back later. */
  | { type: "DROP" }
  | { type: "CLOSED"; code: number };

interface ConnectionContext {
  /** Tries since the line last held. */
  attempt: number;
  delayMs: number;
  /** The code that ended it for good; 0 while it has not. */
  code: number;
}

export const connectionMachine = setup({
  types: {
    context: {} as ConnectionContext,
    events: {} as ConnectionEvent,
  },
  actions: {
    open: () => {},
    hello: () => {},
    flush: () => {},
    ping: () => {},
    letGo: () => {},
    planNextTry: assign({
      // Replaced by `create-connection.ts`, which knows chance.
      delayMs: 0,
    }),
    countAttempt: assign({ attempt: ({ context }) => context.attempt + 1 }),
    forgetAttempts: assign({ attempt: 0 }),
    keepCode: assign({ code: ({ event }) => (event.type === "CLOSED" ? event.code : 0) }),
  },
  delays: {
    nextTry: ({ context }) => context.delayMs,
  },
  guards: {
    isFinal: ({ event }) => event.type === "CLOSED" && !mayReturnAfter(event.code),
  },
}).createMachine({
  id: "connection",
  context: { attempt: 0, delayMs: 0, code: 0 },
  initial: "idle",
  on: { STOP: { target: ".idle" } },
  states: {
    idle: { on: { START: "live" } },
    live: {
      entry: "open",
      exit: "letGo",
      initial: "connecting",
      on: {
        CLOSED: [{ guard: "isFinal", target: "stopped", actions: "keepCode" }, { target: "waiting" }],
        DROP: "waiting",
      },
      states: {
        connecting: {
          after: { [WELCOME_TIMEOUT_MS]: "#connection.waiting" },
          on: { OPENED: { actions: "hello" }, WELCOMED: "online" },
        },
        online: {
          entry: "flush",
          type: "parallel",
          states: {
            heartbeat: {
              initial: "quiet",
              on: { HEARD: ".quiet" },
              states: {
                quiet: { after: { [QUIET_MS]: "asking" } },
                asking: { entry: "ping", after: { [ANSWER_MS]: "#connection.waiting" } },
              },
            },
            steadiness: {
              initial: "fresh",
              states: {
                fresh: { after: { [STEADY_MS]: { target: "steady", actions: "forgetAttempts" } } },
                steady: {},
              },
            },
          },
        },
      },
    },
    waiting: {
      entry: ["planNextTry", "countAttempt"],
      after: { nextTry: "live" },
      on: { RETRY: "live" },
    },
    stopped: { on: { START: "live" } },
  },
});
