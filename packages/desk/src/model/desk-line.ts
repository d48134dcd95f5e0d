/** The desk's line to the server, as the model needs it: requests are answered once, tellings never. */
import type { AgentMessage, Refusal, SendId, ToAgent } from "@sophie/engine";

export type DeskLineState =
  | { readonly state: "connecting" }
  | { readonly state: "online" }
  | { readonly state: "offline"; readonly nextTryAt: number }
  /** Coming back does not help; the close code says why. */
  | { readonly state: "stopped"; readonly code: number };

/** What is sent until it is answered. */
export type DeskRequest = Exclude<Extract<AgentMessage, { id: SendId }>, { type: "agent-hello" }>;

/** What is sent if the line is there, and lost otherwise. */
export type DeskTelling = Extract<
  AgentMessage,
  {
    type:
      | "unwatch-conversation"
      | "fetch-entries"
      | "mark-received"
      | "set-typing"
      | "hold-composer"
      | "leave-composer"
      | "set-presence"
      | "set-visibility";
  }
>;

export type DeskAnswer =
  | { readonly ok: true; readonly seq: number | null }
  | { readonly ok: false; readonly refusal: Refusal };

interface DeskLineListener {
  message(message: ToAgent): void;
  state(state: DeskLineState): void;
  answer(request: DeskRequest, answer: DeskAnswer): void;
}

interface DeskLine {
  start(): void;
  /** Sent now or as soon as there is a line, and again under the same id after every break, until it is answered. */
  request(request: DeskRequest): void;
  /** Forgets a request that was answered by something else than `accepted` or `refused`. */
  settle(id: SendId): void;
  tell(telling: DeskTelling): void;
  /** Tries to connect now. */
  retry(): void;
  stop(): void;
}

export type OpenDeskLine = (listener: DeskLineListener) => DeskLine;
