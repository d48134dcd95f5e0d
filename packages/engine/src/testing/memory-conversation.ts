/** What a conversation of the server in memory is, and what comes of each request once it was taken. */
import type { Author } from "../domain/author.ts";
import type { Clock } from "../domain/clock.ts";
import type { Control } from "../domain/control.ts";
import type { ConversationId, HandoffId, SendId, VisitorId } from "../domain/id.ts";
import type { LogEntry, ProcedureEntry } from "../domain/log-entry.ts";
import type { QueuePlace } from "../protocol/queue-position.ts";
import type { Receipt } from "../domain/receipt.ts";
import type { RequiredField } from "../domain/required-field.ts";
import type { BeginHandoff } from "../protocol/begin-handoff.ts";
import type { VisitorMessage } from "../protocol/client-message.ts";
import type { RequestHandoff } from "../protocol/request-handoff.ts";

/** One conversation as the server keeps it. */
export interface MemoryConversation {
  readonly id: ConversationId;
  readonly visitor: VisitorId;
  readonly log: LogEntry[];
  /** Where each accepted id stands; null for what changed nothing. */
  readonly seqOf: Map<SendId, number | null>;
  control: Control;
  receipts: { visitor: Receipt; agent: Receipt };
  /** Where its visitor stands in the queue, if a test says so. */
  place?: QueuePlace;
}

/** What changes a conversation, if the server takes it. */
export type MemoryRequest = Extract<VisitorMessage, { conversation: ConversationId; id: SendId }>;

/** An entry that has no place in the log yet. */
export type Draft = LogEntry extends infer E ? (E extends LogEntry ? Omit<E, "seq" | "at"> : never) : never;

interface Setting {
  readonly clock: Clock;
  readonly required?: readonly RequiredField[];
  readonly callsNobody?: boolean;
}

const VISITOR: Author = { kind: "visitor" };

/** Writes what follows from a request into its conversation's log. */
export class MemoryRules {
  readonly handoffs: RequestHandoff[] = [];
  readonly #options: Setting;

  constructor(options: Setting) {
    this.#options = options;
  }

  carryOut(conversation: MemoryConversation, request: MemoryRequest): void {
    const seq = conversation.log.length + 1;
    switch (request.type) {
      case "send-message":
        this.store(conversation, { kind: "message", id: request.id, author: VISITOR, text: request.text });
        if (conversation.control === "closed" || conversation.control === "survey")
          this.#callForPerson(conversation);
        break;
      case "send-reply": {
        const { id, text, intent } = request;
        const meant = intent === undefined ? {} : { intent };
        this.store(conversation, { kind: "message", id, author: { kind: "bot" }, text, ...meant });
        break;
      }
      case "begin-handoff":
        if (conversation.control === "bot") this.#begin(conversation, request);
        break;
      case "request-handoff":
        if (conversation.control === "bot") this.hand(conversation, request);
        break;
      case "give-feedback": {
        const { message, helpful } = request;
        this.store(conversation, { kind: "feedback", message, helpful });
        break;
      }
      case "answer-survey": {
        const { rating, comment } = request;
        this.store(conversation, { kind: "survey", rating, comment });
        this.#control(conversation, "closed", VISITOR);
        break;
      }
    }
    conversation.seqOf.set(request.id, conversation.log.length >= seq ? seq : null);
  }

  #begin(conversation: MemoryConversation, begin: BeginHandoff): void {
    const { request, trigger, source, message } = begin;
    const fields = [...(this.#options.required ?? [])];
    const asked = { type: "request-handoff", id: request, conversation: begin.conversation } as const;
    if (fields.length === 0) return this.hand(conversation, { ...asked, trigger, source, message });
    const place = { kind: "procedure", request, trigger, source, message } as const;
    this.store(conversation, { ...place, state: "collecting", fields });
  }

  hand(conversation: MemoryConversation, request: RequestHandoff): void {
    const isNew = !this.handoffs.some(({ trigger }) => trigger === request.trigger);
    const asked = procedureOf(conversation);
    if (asked?.state === "collecting") {
      const { seq: _seq, at: _at, ...place } = asked;
      const fields = asked.fields.filter(({ key }) => !request.info?.[key]);
      this.store(conversation, { ...place, state: "transferring", fields });
    }
    if (!this.#options.callsNobody) {
      this.handoffs.push(request);
      return this.#callForPerson(conversation);
    }
    if (!isNew) return;
    this.handoffs.push(request);
    const notice = "nobody" as const;
    this.store(conversation, { kind: "notice", notice, text: "Er is niemand.", channels: [], until: null });
  }

  #control(conversation: MemoryConversation, to: Control, by: Author): void {
    const { control: from } = conversation;
    conversation.control = to;
    this.store(conversation, { kind: "control", from, to, by, handoff: "handoff-1" as HandoffId });
  }

  #callForPerson(conversation: MemoryConversation): void {
    const { control: from } = conversation;
    const handoff = `handoff-${this.handoffs.length}` as HandoffId;
    conversation.control = "human_pending";
    this.store(conversation, { kind: "control", from, to: "human_pending", by: VISITOR, handoff });
  }

  store({ log }: MemoryConversation, entry: Draft): void {
    log.push({ ...entry, seq: log.length + 1, at: this.#options.clock.now() });
  }
}

/** The newest step of the procedure; undefined if there was none. */
export function procedureOf({ log }: MemoryConversation): ProcedureEntry | undefined {
  return log.findLast((entry) => entry.kind === "procedure");
}
