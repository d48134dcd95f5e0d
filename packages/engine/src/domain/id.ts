/** The identifiers that cross the wire. Branded, so that a handoff's id never stands where a visitor's belongs. */
import * as z from "zod/mini";

const ID_CHARS_MAX = 80;

const idText = () =>
  z.string().check(z.minLength(1), z.maxLength(ID_CHARS_MAX), z.regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]*$/));

export const SiteId = idText().brand<"SiteId">();
export type SiteId = z.infer<typeof SiteId>;

export const VisitorId = idText().brand<"VisitorId">();
export type VisitorId = z.infer<typeof VisitorId>;

export const AgentId = idText().brand<"AgentId">();
export type AgentId = z.infer<typeof AgentId>;

export const ConversationId = idText().brand<"ConversationId">();
export type ConversationId = z.infer<typeof ConversationId>;

export const HandoffId = idText().brand<"HandoffId">();
export type HandoffId = z.infer<typeof HandoffId>;

export const ContactId = idText().brand<"ContactId">();
export type ContactId = z.infer<typeof ContactId>;

/** The id that a sender makes for what it sends. Unique within a conversation; sending it twice is safe. */
export const SendId = idText().brand<"SendId">();
export type SendId = z.infer<typeof SendId>;
