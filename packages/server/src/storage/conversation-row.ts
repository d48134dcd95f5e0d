/** A conversation's row and the state that rules see: the one place where the two meet. */
import type { ComposerLease, Conversation, Handoff } from "@sophie/engine";
import type { ConversationRow } from "./schema.ts";
import type { ConversationState } from "./storage.ts";

export function conversationOf(row: ConversationRow): Conversation {
  return {
    id: row.id,
    site: row.site,
    visitor: row.visitor,
    language: row.language,
    control: row.control,
    lastSeq: row.last_seq,
    preview: row.preview,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** `handoffBody` is the JSON of the row's newest handoff. It was checked before it was stored, so it is only parsed. */
export function stateOf(row: ConversationRow, handoffBody: string | null): ConversationState {
  const handoff: Handoff | null = handoffBody === null ? null : JSON.parse(handoffBody);
  const composer: ComposerLease | null = row.composer === null ? null : JSON.parse(row.composer);
  return { conversation: conversationOf(row), controller: row.controller, composer, handoff };
}

export function rowOf({ conversation, controller, composer, handoff }: ConversationState): ConversationRow {
  return {
    id: conversation.id,
    site: conversation.site,
    visitor: conversation.visitor,
    language: conversation.language,
    control: conversation.control,
    controller,
    handoff: handoff?.id ?? null,
    last_seq: conversation.lastSeq,
    preview: conversation.preview,
    composer: composer === null ? null : JSON.stringify(composer),
    created_at: conversation.createdAt,
    updated_at: conversation.updatedAt,
  };
}
