/** A stretch of a log, encoded at most once for each kind of reader, however many of them there are. */
import { type ConversationId, encode, forVisitor, type LogEntry } from "@sophie/engine";

export type Audience = "visitor" | "agent";

export class EntriesFrame {
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly #conversation: ConversationId;
  readonly #entries: readonly LogEntry[];
  #forAgent: string | null = null;
  #forVisitor: string | null = null;

  /** `entries` is not empty, in order and without a hole. */
  constructor(conversation: ConversationId, entries: readonly LogEntry[]) {
    this.#conversation = conversation;
    this.#entries = entries;
    this.firstSeq = entries[0]?.seq ?? 0;
    this.lastSeq = entries.at(-1)?.seq ?? 0;
  }

  encodedFor(audience: Audience): string {
    if (audience === "agent") return (this.#forAgent ??= this.#encode(this.#entries));
    // What visitors may see whole is by far the most, and then both encodings are one.
    const isOpenToAll = this.#entries.every((entry) => forVisitor(entry) === entry);
    if (isOpenToAll) return this.encodedFor("agent");
    return (this.#forVisitor ??= this.#encode(this.#entries.map(forVisitor)));
  }

  #encode(entries: readonly LogEntry[]): string {
    return encode({ type: "entries", conversation: this.#conversation, entries } as { type: string });
  }
}
