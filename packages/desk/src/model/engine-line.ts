/** The desk's line over the engine's connection: backoff, heartbeat and outbox are the same as the visitor's. */
import {
  type Clock,
  createConnection,
  type LineState,
  type OpenSocketPort,
  PROTOCOL_VERSION,
  ToAgent,
  type OutboxStore,
} from "@sophie/engine";
import type { DeskLineState, DeskRequest, OpenDeskLine } from "./desk-line.ts";

export interface EngineLinePorts {
  readonly openSocket: OpenSocketPort;
  readonly clock: Clock;
  readonly random: () => number;
  readonly store: OutboxStore<DeskRequest>;
}

export function engineLine(ports: EngineLinePorts): OpenDeskLine {
  return (listener) => {
    const connection = createConnection<ToAgent, DeskRequest>({
      ...ports,
      schema: ToAgent,
      hello: () => ({ type: "agent-hello", protocol: PROTOCOL_VERSION }),
      welcome: "agent-welcome",
      onMessage: (message) => listener.message(message),
      onState: (state) => listener.state(deskState(state)),
      onAnswer: (request, answer) => listener.answer(request, answer),
    });
    return {
      start: () => connection.start(),
      request: (request) => connection.request(request),
      settle: (id) => connection.outbox.settle(id),
      tell: (telling) => connection.tell(telling),
      retry: () => connection.retry(),
      stop: () => connection.stop(),
    };
  };
}

function deskState(state: LineState): DeskLineState {
  switch (state.state) {
    case "idle":
    case "connecting":
      return { state: "connecting" };
    case "waiting":
      return { state: "offline", nextTryAt: state.nextTryAt };
    default:
      return state;
  }
}
