/** Takes contacts from a file, first only to see what would happen, then for good: in portions, and so that a second run adds nobody twice. */
import { type Contact, type ContactFields, type ContactId, emailKey, type SiteId } from "@sophie/engine";
import type { Storage } from "../storage/storage.ts";
import { type ImportRow, readContacts } from "./contact-file.ts";

/** Rows that are written in one statement. */
const PORTION = 100;
/** Faults that are told one by one. */
const FAULTS_MAX = 50;

export interface ImportOrder {
  readonly site: SiteId;
  readonly text: string;
  /** What becomes of those whose e-mail address is known. */
  readonly known: "skip" | "fill";
  /** Whether anything is stored. */
  readonly isForGood: boolean;
}

export interface ImportReport {
  readonly fresh: number;
  readonly known: number;
  readonly filled: number;
  readonly wrong: number;
  readonly faults: readonly Extract<ImportRow, { fault: string }>[];
}

interface ImportPorts {
  readonly storage: Pick<Storage, "contactsWithEmail" | "addContacts" | "saveContact">;
  readonly newId: () => string;
  readonly now: () => number;
}

export async function importContacts(
  { storage, newId, now }: ImportPorts,
  { site, text, known, isForGood }: ImportOrder,
): Promise<ImportReport> {
  const report = { fresh: 0, known: 0, filled: 0, wrong: 0 };
  const faults: Extract<ImportRow, { fault: string }>[] = [];
  let portion: Contact[] = [];

  async function flush(): Promise<void> {
    if (isForGood) await storage.addContacts(portion);
    portion = [];
  }

  for (const row of readContacts(text)) {
    if ("fault" in row) {
      report.wrong += 1;
      if (faults.length < FAULTS_MAX) faults.push(row);
      continue;
    }
    const [same] = await storage.contactsWithEmail(site, row.fields.email);
    if (same === undefined) {
      report.fresh += 1;
      portion.push(freshContact(newId() as ContactId, site, row.fields, now()));
      if (portion.length === PORTION) await flush();
      continue;
    }
    report.known += 1;
    if (known === "skip") continue;
    const filled = filledContact(same, row.fields, now());
    if (filled === null) continue;
    if (!isForGood || (await storage.saveContact(filled))) report.filled += 1;
  }
  await flush();
  return { ...report, faults };
}

function freshContact(id: ContactId, site: SiteId, fields: ContactFields, at: number): Contact {
  return {
    id,
    site,
    version: 1,
    ...fields,
    stage: "top_of_funnel",
    lead: null,
    createdAt: at,
    updatedAt: at,
  };
}

/** What is known stays. Null if there was nothing to fill in. */
function filledContact(contact: Contact, fields: ContactFields, at: number): Contact | null {
  const filled = {
    firstName: contact.firstName || fields.firstName,
    lastName: contact.lastName || fields.lastName,
    phone: contact.phone || fields.phone,
    company: contact.company || fields.company,
    notes: contact.notes || fields.notes,
  };
  const isSame = Object.entries(filled).every(
    ([name, value]) => contact[name as keyof typeof filled] === value,
  );
  return isSame || emailKey(contact.email) === ""
    ? null
    : { ...contact, ...filled, version: contact.version + 1, updatedAt: at };
}
