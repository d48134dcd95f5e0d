/** The heads of the conversations that this desk knows; of two copies the one with the higher `lastSeq` holds. */
import { signal, type ReadonlySignal } from "@preact/signals";
import type { Conversation, ConversationId } from "@sophie/engine";

export interface ConversationBook {
  readonly all: ReadonlySignal<ReadonlyMap<ConversationId, Conversation>>;
  put(conversation: Conversation): void;
  /** What a welcome tells. Conversations with the bot that it leaves out have gone quiet. */
  replaceLive(conversations: readonly Conversation[]): void;
}

export function createConversationBook(): ConversationBook {
  const all = signal<ReadonlyMap<ConversationId, Conversation>>(new Map());

  function put(conversation: Conversation): void {
    const held = all.peek().get(conversation.id);
    if (held !== undefined && held.lastSeq > conversation.lastSeq) return;
    all.value = new Map(all.peek()).set(conversation.id, conversation);
  }

  return {
    all,
    put,
    replaceLive(conversations) {
      const told = new Set(conversations.map((conversation) => conversation.id));
      const kept = [...all.peek()].filter(([id, held]) => told.has(id) || held.control !== "bot");
      all.value = new Map(kept);
      for (const conversation of conversations) put(conversation);
    },
  };
}
