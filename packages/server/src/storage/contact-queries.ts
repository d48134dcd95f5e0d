/** Contacts as people look for them: in pages, by what is searched, with the handoffs that made them. */
import { type Contact, type ContactLink, emailKey } from "@sophie/engine";
import { type Kysely, sql } from "kysely";
import { contactRow, searchText } from "./contact-row.ts";
import type { Tables } from "./schema.ts";
import type { ContactSearch, Storage } from "./storage.ts";

type Contacts = Pick<
  Storage,
  | "contact"
  | "contactOf"
  | "contactById"
  | "contactsWithEmail"
  | "oldestWithEmails"
  | "contactPage"
  | "linksOf"
  | "saveContact"
  | "addContacts"
>;

/** More than this share one address only by mistake, and nobody chooses among so many. */
const SAME_EMAIL_MAX = 5;
const LINKS_MAX = 200;
/** Words of a search that are looked at. */
const WORDS_MAX = 6;

const COLUMN = {
  name: "name_key",
  score: "score",
  created: "created_at",
  updated: "updated_at",
} as const satisfies Record<ContactSearch["sort"], string>;

export function contactQueries(db: Kysely<Tables>): Contacts {
  const linked = () =>
    db.selectFrom("contact_links").innerJoin("contacts", "contacts.id", "contact_links.contact");

  function found({ site, text }: Pick<ContactSearch, "site" | "text">) {
    const words = searchText(text)
      .split(" ")
      .filter((word) => word !== "")
      .slice(0, WORDS_MAX);
    let query = db.selectFrom("contacts").where("site", "=", site);
    for (const word of words) {
      const pattern = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
      query = query.where(sql<boolean>`search like ${pattern} escape '\\'`);
    }
    return query;
  }

  return {
    async contact(handoff) {
      const row = await linked()
        .select("contacts.body")
        .where("contact_links.handoff", "=", handoff)
        .executeTakeFirst();
      return row === undefined ? null : (JSON.parse(row.body) satisfies Contact);
    },

    async contactOf({ site, visitor }) {
      const row = await linked()
        .select("contacts.body")
        .where("contact_links.visitor", "=", visitor)
        .where("contact_links.site", "=", site)
        .orderBy("contact_links.at", "desc")
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : (JSON.parse(row.body) satisfies Contact);
    },

    async contactById(site, id) {
      const row = await db
        .selectFrom("contacts")
        .select("body")
        .where("id", "=", id)
        .where("site", "=", site)
        .executeTakeFirst();
      return row === undefined ? null : (JSON.parse(row.body) satisfies Contact);
    },

    async contactsWithEmail(site, email) {
      const key = storedKey(email);
      if (key === "") return [];
      const rows = await db
        .selectFrom("contacts")
        .select("body")
        .where("site", "=", site)
        .where("email_key", "=", key)
        .orderBy("created_at")
        .orderBy("id")
        .limit(SAME_EMAIL_MAX)
        .execute();
      return rows.map(({ body }): Contact => JSON.parse(body));
    },

    async oldestWithEmails(site, emails) {
      const keys = [...new Set(emails.map(storedKey))].filter((key) => key !== "");
      if (keys.length === 0) return new Map();
      const rows = await db
        .selectFrom("contacts")
        .select(["email_key", "body"])
        .where("site", "=", site)
        .where("email_key", "in", keys)
        .orderBy("created_at", "desc")
        .orderBy("id", "desc")
        .execute();
      // Of those who share an address the last one stays, which is the oldest.
      return new Map(rows.map(({ email_key, body }): [string, Contact] => [email_key, JSON.parse(body)]));
    },

    async contactPage({ site, text, sort, descending, from, limit }) {
      const direction = descending ? "desc" : "asc";
      const rows = await found({ site, text })
        .select("body")
        .orderBy(COLUMN[sort], direction)
        .orderBy("id", direction)
        .limit(limit)
        .offset(from)
        .execute();
      const { total } = await found({ site, text })
        .select((of) => of.fn.countAll<number | string>().as("total"))
        .executeTakeFirstOrThrow();
      return { total: Number(total), contacts: rows.map(({ body }): Contact => JSON.parse(body)) };
    },

    async linksOf(contact) {
      const rows = await db
        .selectFrom("contact_links")
        .select("body")
        .where("contact", "=", contact)
        .orderBy("at", "desc")
        .limit(LINKS_MAX)
        .execute();
      return rows.map(({ body }): ContactLink => JSON.parse(body));
    },

    async saveContact(contact) {
      const { id, site: _site, created_at: _at, ...moving } = contactRow(contact);
      const { numUpdatedRows } = await db
        .updateTable("contacts")
        .set(moving)
        .where("id", "=", id)
        .where("version", "=", contact.version - 1)
        .executeTakeFirst();
      return Number(numUpdatedRows) === 1;
    },

    async addContacts(contacts) {
      if (contacts.length === 0) return;
      await db.insertInto("contacts").values(contacts.map(contactRow)).execute();
    },
  };
}

/** As the column has it: PostgreSQL keeps no NUL. */
function storedKey(email: string): string {
  return emailKey(email).replaceAll("\0", "");
}
