/** The name of a ticket's conversation: the same whenever it is handed in, and nobody else's to take (F21). */
import { createHash } from "node:crypto";
import { ConversationId, type SiteId } from "@sophie/engine";

const PREFIX = "ticket-";

export function ticketName(site: SiteId, key: string): ConversationId {
  return ConversationId.parse(`${PREFIX}${hashOf(site, key)}`);
}

/** Keys are often guessable ("order-1042"), so a page could else open the conversation before the ticket comes. */
export function isTicketName(conversation: ConversationId): boolean {
  return conversation.startsWith(PREFIX);
}

/** So that neither keys nor addresses stand in ids, and those of two sites never meet. */
export function hashOf(...parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 32);
}
