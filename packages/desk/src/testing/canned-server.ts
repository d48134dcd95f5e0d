/**
 * A server for one desk at a time, in memory, behind the real wire: for component tests and the preview. It reads with
 * the protocol's schemas and checks what it writes with them, so that it cannot drift from what the real one says.
 */
import {
  type Agent,
  AgentMessage,
  type Clock,
  compareHandoffs,
  type ContactCard,
  type Conversation,
  type ConversationId,
  decodeFrame,
  type Handoff,
  type HandoffId,
  isOpen,
  type Lead,
  type ListHandoffs,
  LogEntry,
  outcomeOf,
  priorityRank,
  PROTOCOL_VERSION,
  refusal,
  type Refusal,
  type RefusalCode,
  SendId,
  ToAgent,
  NO_SUMMARY,
} from "@sophie/engine";
import { aHandoff, aLead, ANA, authorOf, BRAM, SITE, SUPERVISOR, VISITOR } from "./builders.ts";
import { planned } from "./canned-plan.ts";
import { ACTION_OF, entriesOfMove, isMove, type Move, moved } from "./canned-move.ts";

/** An entry before it has its place in the log. */
export type Unplaced = LogEntry extends infer Entry
  ? Entry extends LogEntry
    ? Omit<Entry, "seq">
    : never
  : never;

export interface CannedLine {
  send(frame: string): void;
  close(code: number): void;
}

export class CannedServer {
  me: Agent = ANA;
  agents: Agent[] = [ANA, BRAM, SUPERVISOR];
  sites = [SITE];
  readonly handoffs = new Map<HandoffId, Handoff>();
  readonly conversations = new Map<ConversationId, Conversation>();
  /** Of visitors that are not named here nothing is known. */
  readonly leads = new Map<HandoffId, Lead>();
  readonly logs = new Map<ConversationId, LogEntry[]>();
  /** Open handoffs that a welcome leaves out. */
  beyond = 0;
  /** Everything that the desk said, in order. */
  readonly heard: AgentMessage[] = [];
  /** While true, what comes is heard and not answered. */
  isSilent = false;
  /** What the next sends and moves are answered with instead of being done. */
  readonly refusals: RefusalCode[] = [];
  /** Who has the e-mail address that a contact is made with. */
  readonly contacts: ContactCard[] = [];
  readonly #clock: Clock;
  readonly #lines = new Set<CannedLine>();
  /** What each move found, by its id. */
  readonly #before = new Map<string, Handoff>();
  readonly #answered = new Map<string, ToAgent>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes a line; returns what to call with every frame of the desk. */
  connect(line: CannedLine): (frame: string) => void {
    this.#lines.add(line);
    return (frame) => {
      for (const decoded of decodeFrame(frame, AgentMessage)) {
        if (!decoded.ok) throw new Error(`CannedServer: the desk sent ${frame}: ${decoded.refusal.sentence}`);
        this.heard.push(decoded.value);
        if (!this.isSilent) this.#take(decoded.value, line);
      }
    };
  }

  disconnect(line: CannedLine): void {
    this.#lines.delete(line);
  }

  /** Ends every line, as a restart or a broken network would. */
  drop(code: number): void {
    for (const line of this.#lines) line.close(code);
    this.#lines.clear();
  }

  tell(message: ToAgent): void {
    for (const line of this.#lines) this.#send(line, message);
  }

  put(...handoffs: readonly Handoff[]): void {
    for (const handoff of handoffs) {
      this.handoffs.set(handoff.id, handoff);
      this.tell({ type: "handoff-changed", handoff });
    }
  }

  putConversation(conversation: Conversation): void {
    this.conversations.set(conversation.id, conversation);
    this.tell({ type: "conversation-changed", conversation });
  }

  /** Puts entries at the end of a log, and tells whoever listens. */
  log(conversation: ConversationId, ...entries: readonly Unplaced[]): readonly LogEntry[] {
    const held = this.logs.get(conversation) ?? [];
    const placed = entries.map((entry, index) => LogEntry.parse(placedAt(entry, held.length + index + 1)));
    this.logs.set(conversation, [...held, ...placed]);
    this.tell({ type: "entries", conversation, entries: placed });
    return placed;
  }

  say(conversation: ConversationId, text: string, at = this.#clock.now()): void {
    const id = SendId.parse(`said-${conversation}-${this.logs.get(conversation)?.length ?? 0}`);
    this.log(conversation, { kind: "message", id, author: VISITOR, text, at });
  }

  /** Makes a move as a colleague would, elsewhere. */
  moveAs(agent: Agent, id: HandoffId, changes: Partial<Handoff>): void {
    const handoff = this.handoffs.get(id);
    if (handoff === undefined) throw new Error(`CannedServer: there is no handoff ${id}.`);
    const assignee = "assignee" in changes ? changes.assignee : { id: agent.id, name: agent.name };
    this.put({ ...handoff, assignee: assignee ?? null, ...changes, version: handoff.version + 1 });
  }

  #take(message: AgentMessage, line: CannedLine): void {
    if ("id" in message) {
      const given = this.#answered.get(message.id);
      if (given !== undefined) return this.#send(line, given);
    }
    switch (message.type) {
      case "agent-hello":
        return this.#send(line, this.#welcome());
      case "ping":
        return this.#send(line, { type: "pong" });
      case "watch-conversation": {
        this.#sendEntries(line, message.conversation, message.since);
        return this.#accept(line, message, this.logs.get(message.conversation)?.length ?? 0);
      }
      case "fetch-entries":
        return this.#sendEntries(line, message.conversation, message.since);
      case "list-handoffs": {
        const handoffs = [...this.handoffs.values()]
          .filter((handoff) => handoff.status === message.status)
          .filter((handoff) => isBehind(handoff, message))
          .toSorted((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1));
        return this.#send(line, {
          type: "handoff-list",
          id: message.id,
          handoffs: handoffs.slice(0, 50),
          more: handoffs.length > 50,
        });
      }
      case "show-lead": {
        const { id, handoff } = message;
        if (!this.handoffs.has(handoff)) return this.#refuse(line, message, refusal("not_found"));
        const lead = this.leads.get(handoff) ?? aLead(this.#clock.now());
        this.#send(line, { type: "lead-shown", id, handoff, lead });
        return this.#send(line, { type: "accepted", id, seq: null });
      }
      case "set-priority": {
        const handoff = this.handoffs.get(message.handoff);
        if (handoff === undefined) return this.#refuse(line, message, refusal("not_found"));
        this.put({ ...handoff, priority: message.priority, version: handoff.version + 1 });
        return this.#accept(line, message, null);
      }
      case "open-handoff":
        return this.#accept(line, message, null);
      case "plan-handoff": {
        const handoff = this.handoffs.get(message.handoff);
        const code = this.refusals.shift();
        if (handoff === undefined || code !== undefined) {
          return this.#refuse(line, message, refusal(code ?? "not_found"));
        }
        this.put(planned(handoff, message, this.me, this.#clock.now()));
        return this.#accept(line, message, null);
      }
      case "set-verdict": {
        const handoff = this.handoffs.get(message.handoff);
        const code = this.refusals.shift();
        if (handoff === undefined || code !== undefined) {
          const more = handoff === undefined ? {} : { handoff };
          return this.#refuse(line, message, refusal(code ?? "not_found", more));
        }
        const { verdict: kind, note } = message;
        const by = { id: this.me.id, name: this.me.name };
        const verdict = { kind, note, by, at: this.#clock.now() };
        this.put({ ...handoff, verdict, version: handoff.version + 1 });
        return this.#accept(line, message, null);
      }
      case "set-presence": {
        this.me = { ...this.me, presence: message.presence };
        this.agents = this.agents.map((agent) => (agent.id === this.me.id ? this.me : agent));
        return this.tell({ type: "agent-changed", agent: this.me });
      }
      case "send-message": {
        const code = this.refusals.shift();
        if (code !== undefined) return this.#refuse(line, message, refusal(code));
        const at = this.#clock.now();
        const author = authorOf(this.me);
        const [entry] = this.log(message.conversation, {
          kind: "message",
          id: message.id,
          author,
          text: message.text,
          at,
        });
        for (const handoff of this.handoffs.values()) {
          if (handoff.conversation === message.conversation && handoff.firstResponseAt === null) {
            this.put({ ...handoff, firstResponseAt: at, version: handoff.version + 1 });
          }
        }
        return this.#accept(line, message, entry?.seq ?? null);
      }
      case "add-note": {
        const { id, text, conversation } = message;
        const at = this.#clock.now();
        const [entry] = this.log(conversation, { kind: "note", id, author: authorOf(this.me), text, at });
        return this.#accept(line, message, entry?.seq ?? null);
      }
      case "undo-move":
        return this.#undo(line, message);
      case "take-composer":
        return this.#accept(line, message, null);
      case "hold-composer":
      case "leave-composer":
        return;
      case "log-attempt":
        return this.#attempt(line, message);
      case "take-over":
        return this.#takeOver(line, message);
      case "mark-received":
      case "set-typing":
      case "set-visibility":
      case "unwatch-conversation":
        return;
      default:
        // What the desk has no page for yet is heard, and not answered.
        return isMove(message) ? this.#move(line, message) : undefined;
    }
  }

  #move(line: CannedLine, message: Move): void {
    const handoff = this.handoffs.get(message.handoff);
    if (handoff === undefined) return this.#refuse(line, message, refusal("not_found"));
    const code = this.refusals.shift();
    if (code !== undefined) return this.#refuse(line, message, refusal(code));
    const isAsked = message.type === "create-contact" && message.same === undefined;
    if (isAsked && this.contacts.length > 0)
      return this.#refuse(line, message, refusal("contact_exists", { contacts: this.contacts }));
    if (handoff.version !== message.version)
      return this.#refuse(line, message, refusal("stale_version", { handoff }));
    const isTaken = message.type === "start-handoff" || message.type === "claim-handoff";
    const before = isTaken && message.inOrder === true ? this.#morePressing(handoff) : undefined;
    if (before !== undefined)
      return this.#refuse(line, message, refusal("more_pressing_waits", { handoff: before }));
    const action = ACTION_OF[message.type];
    const outcome = outcomeOf(handoff.status, action);
    if (outcome === "refused") return this.#refuse(line, message, refusal("invalid_transition", { handoff }));
    if (message.type === "cancel-handoff" && message.reason.trim() === "") {
      return this.#refuse(line, message, refusal("reason_required"));
    }
    const status = outcome === "same" ? handoff.status : outcome;
    const wanted = message.type === "assign-handoff" ? message.to : this.me.id;
    const to = this.agents.find((agent) => agent.id === wanted) ?? this.me;
    const after = moved(handoff, message, status, to, this.#clock.now());
    this.#before.set(message.id, handoff);
    this.put(after);
    this.log(handoff.conversation, ...entriesOfMove(handoff, after, message, this.me));
    this.#accept(line, message, null);
  }

  /** Only where it was, as the move before the last left it. */
  #undo(line: CannedLine, message: Extract<AgentMessage, { type: "undo-move" }>): void {
    const [handoff, before] = [this.handoffs.get(message.handoff), this.#before.get(message.move)];
    if (handoff === undefined || before === undefined)
      return this.#refuse(line, message, refusal("not_found"));
    if (handoff.version !== message.version)
      return this.#refuse(line, message, refusal("stale_version", { handoff }));
    this.put({ ...before, version: handoff.version + 1 });
    this.#accept(line, message, null);
  }

  /** Of the same queue, and waiting. */
  #morePressing({ status, queue, priority }: Handoff): Handoff | undefined {
    if (status !== "pending") return undefined;
    return [...this.handoffs.values()]
      .filter((other) => other.status === "pending" && other.queue === queue)
      .filter((other) => priorityRank(other.priority) < priorityRank(priority))
      .toSorted(compareHandoffs)[0];
  }

  #attempt(line: CannedLine, message: Extract<AgentMessage, { type: "log-attempt" }>): void {
    const handoff = this.handoffs.get(message.handoff);
    if (handoff === undefined) return this.#refuse(line, message, refusal("not_found"));
    const at = this.#clock.now();
    const version = handoff.version + 1;
    this.put({ ...handoff, version, firstResponseAt: handoff.firstResponseAt ?? at, updatedAt: at });
    this.log(handoff.conversation, {
      kind: "handoff",
      handoff: handoff.id,
      action: "attempt",
      from: handoff.status,
      to: handoff.status,
      by: authorOf(this.me),
      assignee: handoff.assignee?.name ?? null,
      reason: null,
      how: message.how,
      version,
      at,
    });
    this.#accept(line, message, null);
  }

  #takeOver(line: CannedLine, message: Extract<AgentMessage, { type: "take-over" }>): void {
    const held = this.conversations.get(message.conversation);
    if (held === undefined || held.control !== "bot") {
      return this.#refuse(line, message, refusal("not_in_control"));
    }
    const at = this.#clock.now();
    this.putConversation({ ...held, control: "human" });
    this.put(
      aHandoff(`${held.id}-taken`, at, {
        conversation: held.id,
        visitor: held.visitor,
        status: "in_progress",
        trigger: "takeover",
        source: "agent",
        priority: "normal",
        evidence: null,
        summary: NO_SUMMARY,
        assignee: { id: this.me.id, name: this.me.name },
      }),
    );
    this.log(held.id, {
      kind: "control",
      from: "bot",
      to: "human",
      by: authorOf(this.me),
      handoff: null,
      at,
    });
    this.#accept(line, message, null);
  }

  #welcome(): ToAgent {
    return {
      type: "agent-welcome",
      protocol: PROTOCOL_VERSION,
      agent: this.me,
      sites: this.sites,
      handoffs: [...this.handoffs.values()].filter((handoff) => isOpen(handoff.status)),
      ...(this.beyond === 0 ? {} : { handoffsBeyond: this.beyond }),
      conversations: [...this.conversations.values()].filter(({ control }) => control === "bot"),
      agents: this.agents.filter(({ presence }) => presence !== "offline"),
      now: this.#clock.now(),
    };
  }

  #sendEntries(line: CannedLine, conversation: ConversationId, since: number): void {
    const entries = (this.logs.get(conversation) ?? []).filter((entry) => entry.seq > since);
    this.#send(line, { type: "entries", conversation, entries });
  }

  #accept(line: CannedLine, message: Extract<AgentMessage, { id: unknown }>, seq: number | null): void {
    this.#answer(line, message.id, { type: "accepted", id: message.id, seq });
  }

  #refuse(line: CannedLine, message: Extract<AgentMessage, { id: unknown }>, given: Refusal): void {
    this.#answer(line, message.id, { type: "refused", id: message.id, refusal: given });
  }

  #answer(line: CannedLine, id: string, answer: ToAgent): void {
    this.#answered.set(id, answer);
    this.#send(line, answer);
  }

  #send(line: CannedLine, message: ToAgent): void {
    line.send(JSON.stringify(ToAgent.parse(message)));
  }
}

function placedAt(entry: Unplaced, seq: number): Unplaced & { seq: number } {
  return { ...entry, seq };
}

/** Whether a handoff comes after the place from which a page is asked for. */
function isBehind({ updatedAt, id }: Handoff, { before, beforeId }: ListHandoffs): boolean {
  if (before === null || updatedAt < before) return true;
  return updatedAt === before && beforeId !== undefined && id < beforeId;
}
