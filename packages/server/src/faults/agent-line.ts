/** An agent's line with what a desk keeps: the engine's own connection, every transcript, every handoff. */
import {
  type AgentMessage,
  type Connection,
  type ConversationId,
  createConnection,
  type Handoff,
  type HandoffId,
  isOpen,
  type OpenSocketPort,
  PROTOCOL_VERSION,
  type RefusalCode,
  SendId,
  ToAgent,
  volatileStore,
} from "@sophie/engine";
import {
  EMPTY_TRANSCRIPT,
  extendTranscript,
  type Transcript,
  type VirtualClock,
} from "@sophie/engine/testing";

type AgentRequest = Extract<AgentMessage, { id: SendId }>;

export interface AgentLinePorts {
  readonly openSocket: OpenSocketPort;
  readonly clock: VirtualClock;
  readonly random: () => number;
  readonly newId: () => string;
  /** Who this agent is. */
  readonly agent: { readonly id: string };
}

export class AgentLine {
  readonly transcripts = new Map<ConversationId, Transcript>();
  readonly handoffs = new Map<HandoffId, Handoff>();
  /** What was refused, by id. */
  readonly refused = new Map<SendId, RefusalCode>();
  readonly said: { readonly id: SendId; readonly text: string }[] = [];
  readonly #ports: AgentLinePorts;
  readonly #connection: Connection<AgentRequest>;
  readonly #watched = new Set<ConversationId>();

  constructor(ports: AgentLinePorts) {
    this.#ports = ports;
    this.#connection = createConnection<ToAgent, AgentRequest>({
      ...ports,
      schema: ToAgent,
      hello: () => ({ type: "agent-hello", protocol: PROTOCOL_VERSION }),
      welcome: "agent-welcome",
      store: volatileStore(),
      onMessage: (message) => this.#receive(message),
      onState: () => {},
      onAnswer: (item, answer) => {
        if (!answer.ok) this.refused.set(item.id, answer.refusal.code);
      },
    });
    this.#connection.start();
  }

  get isAtRest(): boolean {
    return this.#connection.state.state === "online" && this.#connection.outbox.pending.length === 0;
  }

  /** Begins the oldest handoff that waits. */
  start(): void {
    const handoff = [...this.handoffs.values()].find(({ status }) => status === "pending");
    if (handoff !== undefined) this.#move("start-handoff", handoff);
  }

  complete(): void {
    const handoff = [...this.handoffs.values()].find(({ status }) => status === "in_progress");
    if (handoff !== undefined) this.#move("complete-handoff", handoff);
  }

  /** Speaks where this agent has control, as far as it knows. */
  say(text: string): void {
    for (const [conversation, { controller }] of this.transcripts) {
      if (controller?.kind !== "agent" || controller.id !== this.#ports.agent.id) continue;
      const id = this.#newId();
      this.said.push({ id, text });
      return this.#connection.request({ type: "send-message", id, conversation, text });
    }
  }

  takeOver(): void {
    const found = [...this.transcripts].find(([, { control, lastSeq }]) => control === "bot" && lastSeq > 0);
    if (found === undefined) return;
    this.#connection.request({ type: "take-over", id: this.#newId(), conversation: found[0] });
  }

  close(): void {
    this.#connection.stop();
  }

  #move(type: "start-handoff" | "complete-handoff", { id: handoff, version }: Handoff): void {
    this.#connection.request({ type, id: this.#newId(), handoff, version });
  }

  #receive(message: ToAgent): void {
    switch (message.type) {
      case "agent-welcome": {
        this.#watched.clear();
        for (const handoff of message.handoffs) this.#keep(handoff);
        for (const { id } of message.conversations) this.#watch(id);
        for (const id of this.transcripts.keys()) this.#watch(id);
        return;
      }
      case "handoff-changed":
        return this.#keep(message.handoff);
      case "conversation-changed":
        return this.#watch(message.conversation.id);
      case "entries": {
        const { conversation, entries } = message;
        const extended = extendTranscript(this.transcripts.get(conversation) ?? EMPTY_TRANSCRIPT, entries);
        this.transcripts.set(conversation, extended.transcript);
        const since = extended.transcript.lastSeq;
        if (extended.isGapped) this.#connection.tell({ type: "fetch-entries", conversation, since });
        return;
      }
      default:
    }
  }

  #keep(handoff: Handoff): void {
    const known = this.handoffs.get(handoff.id);
    if (known === undefined || known.version <= handoff.version) this.handoffs.set(handoff.id, handoff);
    if (isOpen(handoff.status)) this.#watch(handoff.conversation);
  }

  #watch(conversation: ConversationId): void {
    if (this.#watched.has(conversation)) return;
    this.#watched.add(conversation);
    const since = this.transcripts.get(conversation)?.lastSeq ?? 0;
    this.#connection.request({ type: "watch-conversation", id: this.#newId(), conversation, since });
  }

  #newId(): SendId {
    return SendId.parse(this.#ports.newId());
  }
}
