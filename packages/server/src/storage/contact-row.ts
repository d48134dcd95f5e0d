/** A contact’s row: the whole of it as JSON, and beside that what lists are sorted and searched by. */
import { type Contact, emailKey, surnameKey } from "@sophie/engine";
import type { ContactRow } from "./contact-table.ts";

export function contactRow(contact: Contact): ContactRow {
  const { id, site, version, firstName, lastName, email, phone, company, stage, lead } = contact;
  return {
    id,
    site,
    version,
    name_key: searchText(`${surnameKey(lastName)} ${firstName}`.trim() || email || phone).slice(0, 200),
    email_key: emailKey(email).replaceAll("\0", ""),
    stage,
    score: lead?.score ?? -1,
    search: searchText([firstName, lastName, email, company, phone, phone.replaceAll(/\D/g, "")].join(" ")),
    created_at: contact.createdAt,
    updated_at: contact.updatedAt,
    body: JSON.stringify(contact),
  };
}

/** As it is compared: small letters, no accents, one space between words. */
export function searchText(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("\0", " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
}
