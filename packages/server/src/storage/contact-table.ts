/** The columns of the contacts’ table and how a newer row replaces an older one: all that the writing thread need know of it. */
import type { ContactId, LeadStage, SiteId } from "@sophie/engine";

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
