/** Contacts as a file of rows: which columns there are, what is wrong with a row, and what importing would do. */
import { type Contact, type ContactFields, ContactFields as Fields, emailKey } from "@sophie/engine";
import { csvLine, readCsv } from "./csv.ts";

/** Columns by the names that people give them; the first one is what an export writes. */
const COLUMNS = {
  firstName: ["first_name", "firstname", "first name", "voornaam", "nombre", "vorname", "prénom", "nome"],
  lastName: ["last_name", "lastname", "last name", "achternaam", "apellidos", "nachname", "nom", "apelido"],
  email: ["email", "e-mail", "mail", "e-mailadres", "email address", "correo"],
  phone: [
    "phone",
    "telefoon",
    "telephone",
    "tel",
    "telefoonnummer",
    "teléfono",
    "telefon",
    "mobile",
    "mobiel",
  ],
  company: ["company", "bedrijf", "organisation", "organization", "empresa", "firma", "société"],
  notes: ["notes", "notities", "notas", "notizen", "opmerkingen"],
} as const satisfies Record<keyof ContactFields, readonly string[]>;

const NAMES = Object.keys(COLUMNS) as (keyof ContactFields)[];
/** After the fields, for whoever reads the file; importing passes them over. */
const EXTRAS = ["stage", "score", "grade", "created_at"];
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/u;

export type RowFault = "empty" | "too_long" | "bad_email" | "columns" | "duplicate" | "quote" | "header";

export type ImportRow =
  | { readonly line: number; readonly fault: RowFault }
  | { readonly line: number; readonly fields: ContactFields };

export function fileHead(): string {
  return csvLine([...NAMES.map((name) => COLUMNS[name][0]), ...EXTRAS]);
}

export function fileRow(contact: Contact): string {
  const { lead, stage, createdAt } = contact;
  const extras = [stage, String(lead?.score ?? ""), lead?.grade ?? "", new Date(createdAt).toISOString()];
  return csvLine([...NAMES.map((name) => contact[name]), ...extras]);
}

/** Row by row; of two with the same e-mail address the second one is a fault. */
export function* readContacts(text: string): Generator<ImportRow> {
  const seen = new Set<string>();
  let columns: readonly (keyof ContactFields | null)[] | null = null;
  for (const { line, cells, isBroken } of readCsv(text)) {
    if (columns === null) {
      columns = cells.map(columnOf);
      if (isBroken || columns.every((column) => column === null)) {
        yield { line, fault: isBroken ? "quote" : "header" };
        return;
      }
      continue;
    }
    if (isBroken) yield { line, fault: "quote" };
    else yield rowOf(line, cells, columns, seen);
  }
}

function rowOf(
  line: number,
  cells: readonly string[],
  columns: readonly (keyof ContactFields | null)[],
  seen: Set<string>,
): ImportRow {
  if (cells.length > columns.length) return { line, fault: "columns" };
  const given: Record<keyof ContactFields, string> = {
    firstName: "",
    lastName: "",
    email: "",
    phone: "",
    company: "",
    notes: "",
  };
  for (const [at, column] of columns.entries()) if (column !== null) given[column] = cells[at] ?? "";
  const checked = Fields.safeParse(given);
  if (!checked.success)
    return { line, fault: NAMES.some((name) => given[name].length > 200) ? "too_long" : "empty" };
  const { email } = checked.data;
  if (email !== "" && !EMAIL.test(email)) return { line, fault: "bad_email" };
  const key = emailKey(email);
  if (key !== "" && seen.has(key)) return { line, fault: "duplicate" };
  if (key !== "") seen.add(key);
  return { line, fields: checked.data };
}

function columnOf(cell: string): keyof ContactFields | null {
  const name = cell.trim().toLowerCase();
  return (
    NAMES.find((field) => field.toLowerCase() === name || COLUMNS[field].some((each) => each === name)) ??
    null
  );
}
