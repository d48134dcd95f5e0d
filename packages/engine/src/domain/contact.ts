/** A person whom an agent made a contact of (H68–H78). */
import * as z from "zod/mini";
import { ContactId, ConversationId, HandoffId, SiteId, VisitorId } from "./id.ts";
import { LeadScore } from "./lead-score.ts";
import { LeadStage } from "./lead-stage.ts";

const short = () => z.string().check(z.trim(), z.maxLength(200));

/** The fields of the form, each as the agent left it. At least a name, an address or a number must be there. */
export const ContactFields = z
  .object({
    firstName: short(),
    lastName: short(),
    email: short(),
    phone: short(),
    company: short(),
    notes: z.string().check(z.maxLength(10_000)),
  })
  .check(
    z.refine(
      (fields) =>
        [fields.firstName, fields.lastName, fields.email, fields.phone].some((field) => field !== ""),
      {
        error: "Fill in a name, an e-mail address or a phone number.",
      },
    ),
  );
export type ContactFields = z.infer<typeof ContactFields>;

/** A contact as it is kept: one person, however many visitors' browsers and handoffs there were. */
export const Contact = z.object({
  id: ContactId,
  site: SiteId,
  /** Raised with every change of its fields or its stage; an edit names the one that it was made on. */
  version: z.int().check(z.positive()),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  phone: z.string(),
  company: z.string(),
  notes: z.string(),
  stage: LeadStage,
  /** The score when a handoff last made or joined it, with what it was made of; null for one that came from a file (H77). */
  lead: z.nullable(LeadScore),
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type Contact = z.infer<typeof Contact>;

/** One handoff that made a contact or was joined to it: by it the visitor and the conversation are found (H76). */
export const ContactLink = z.object({
  contact: ContactId,
  site: SiteId,
  handoff: HandoffId,
  conversation: ConversationId,
  visitor: VisitorId,
  at: z.int(),
  /** What the agent left in the form's notes; empty if the agent emptied them (H78). */
  notes: z.string(),
});
export type ContactLink = z.infer<typeof ContactLink>;

/** As much of a contact as it takes to tell whether it is the same person (H74). */
export const ContactCard = z.object({
  id: ContactId,
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  company: z.string(),
  createdAt: z.int(),
});
export type ContactCard = z.infer<typeof ContactCard>;

export function contactCard(contact: Contact): ContactCard {
  const { id, email, phone, company, createdAt } = contact;
  return { id, name: contactName(contact), email, phone, company, createdAt };
}

/** What somebody is called in a list; an address or a number where there is no name. */
export function contactName({
  firstName,
  lastName,
  email,
  phone,
}: Pick<ContactFields, "firstName" | "lastName" | "email" | "phone">): string {
  return [firstName, lastName].filter((part) => part !== "").join(" ") || email || phone;
}

/** Addresses that differ in capitals only are one (H74). */
export function emailKey(email: string): string {
  return email.normalize("NFC").trim().toLowerCase();
}
