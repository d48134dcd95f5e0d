/** Takes contacts from a file, first only to see what would happen, then for good: in portions, and so that a second run adds nobody twice. */
import { type Contact, type ContactFields, type ContactId, emailKey, type SiteId } from "@sophie/engine";
import type { Storage } from "../storage/storage.ts";
import { type ImportRow, readContacts } from "./contact-file.ts";

/** Rows that are looked up and written in one statement. */
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
  readonly storage: Pick<Storage, "oldestWithEmails" | "addContacts" | "saveContact">;
  readonly newId: () => string;
  readonly now: () => number;
}

export async function importContacts(
  { storage, newId, now }: ImportPorts,
  { site, text, known, isForGood }: ImportOrder,
): Promise<ImportReport> {
  const report = { fresh: 0, known: 0, filled: 0, wrong: 0 };
  const faults: Extract<ImportRow, { fault: string }>[] = [];
  let portion: ContactFields[] = [];

  async function take(): Promise<void> {
    const emails = portion.map(({ email }) => email);
    const before = await storage.oldestWithEmails(site, emails);
    const fresh: Contact[] = [];
    for (const fields of portion) {
      const same = before.get(emailKey(fields.email));
      if (same === undefined) {
        fresh.push(freshContact(newId() as ContactId, site, fields, now()));
        continue;
      }
      report.known += 1;
      const filled = known === "skip" ? null : filledContact(same, fields, now());
      if (filled === null) continue;
      if (!isForGood || (await storage.saveContact(filled))) report.filled += 1;
    }
    report.fresh += fresh.length;
    if (isForGood) await storage.addContacts(fresh);
    portion = [];
  }

  for (const row of readContacts(text)) {
    if ("fault" in row) {
      report.wrong += 1;
      if (faults.length < FAULTS_MAX) faults.push(row);
      continue;
    }
    portion.push(row.fields);
    if (portion.length === PORTION) await take();
  }
  await take();
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
