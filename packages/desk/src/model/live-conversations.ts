/** The conversations that go on now, told apart by who has them: Sophie, or a person. */
import type { AgentName, Control, Conversation, ConversationId, Handoff, Language } from "@sophie/engine";

export interface LiveConversation {
  readonly id: ConversationId;
  readonly control: Control;
  readonly language: Language;
  readonly preview: string;
  /** When something last happened in it. */
  readonly at: number;
  /** The agent who leads it; null while it is Sophie or nobody. */
  readonly speaker: AgentName | null;
}

export interface LiveConversations {
  readonly withBot: readonly LiveConversation[];
  readonly withPeople: readonly LiveConversation[];
}

/** Newest first. Sophie goes on with a hot lead until somebody begins it. A handoff in progress makes a conversation one with a person, even before its head is known. */
export function liveConversations(
  heads: Iterable<Conversation>,
  open: readonly Handoff[],
): LiveConversations {
  const byId = new Map<ConversationId, LiveConversation>();
  for (const { id, control, language, preview, updatedAt } of heads) {
    if (control !== "closed") byId.set(id, { id, control, language, preview, at: updatedAt, speaker: null });
  }
  for (const handoff of open) {
    const held = byId.get(handoff.conversation);
    const isLed = handoff.status === "in_progress";
    byId.set(handoff.conversation, {
      id: handoff.conversation,
      control: isLed ? "human" : handoff.trigger === "hot_lead" ? "bot" : "human_pending",
      language: handoff.language,
      preview: held?.preview || (handoff.summary.lines.at(-1)?.text ?? handoff.evidence?.text ?? ""),
      at: held?.at ?? handoff.updatedAt,
      speaker: isLed ? handoff.assignee : null,
    });
  }
  const all = [...byId.values()].toSorted((a, b) => b.at - a.at);
  return {
    withBot: all.filter((live) => live.control === "bot" || live.control === "survey"),
    withPeople: all.filter((live) => live.control === "human" || live.control === "human_pending"),
  };
}
