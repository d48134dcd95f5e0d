/** A contact's row: the whole of it as JSON, and beside that what lists are sorted and searched by. */
import {
  type Contact,
  type ContactId,
  emailKey,
  type LeadStage,
  type SiteId,
  surnameKey,
} from "@sophie/engine";

export interface ContactRow {
  id: ContactId;
  site: SiteId;
  version: number;
  /** Last name without its particles, then the first one: without accents and in small letters. */
  name_key: string;
  /** Empty for none. Not unique: two people may share an address, if an agent says so (H74). */
  email_key: string;
  stage: LeadStage;
  /** -1 for one without. */
  score: number;
  /** All that is searched, as `searchText` leaves it. */
  search: string;
  created_at: number;
  updated_at: number;
  /** The whole contact as JSON. */
  body: string;
}

export const CONTACT_COLUMNS = [
  "id",
  "site",
  "version",
  "name_key",
  "email_key",
  "stage",
  "score",
  "search",
  "created_at",
  "updated_at",
  "body",
] as const satisfies readonly (keyof ContactRow)[];

const MOVING = CONTACT_COLUMNS.filter((column) => !["id", "site", "created_at"].includes(column));

/** Only the version after the one that is there replaces it: an edit that came in between stays. */
export const ON_CONTACT_CONFLICT = `on conflict (id) do update set ${MOVING.map(
  (column) => `${column} = excluded.${column}`,
).join(", ")} where contacts.version = excluded.version - 1`;

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
