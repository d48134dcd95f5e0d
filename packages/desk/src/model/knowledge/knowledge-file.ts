/** What Sophie knows as a file, for people who keep such lists elsewhere: CSV for spreadsheets, JSON for programs. */
import { KnowledgeEntry, type Language, LANGUAGES } from "@sophie/engine";
import * as z from "zod/mini";
import { fromCsv, toCsv } from "./csv.ts";

const HEAD = ["id", "language", "question", "variants", "answer", "links"] as const;
const BETWEEN_VARIANTS = "\n";

const Listed = z.union([z.array(z.unknown()), z.object({ entries: z.array(z.unknown()) })]);
/** A list from elsewhere may leave out what can be filled in. */
const Loose = z.object({
  id: z.optional(z.string()),
  language: z.optional(z.string()),
  question: z.string(),
  variants: z.optional(z.array(z.string())),
  answer: z.string(),
  links: z.optional(z.array(z.unknown())),
});

export function writeJson(entries: readonly KnowledgeEntry[]): string {
  return `${JSON.stringify({ entries }, null, 2)}\n`;
}

export function writeCsv(entries: readonly KnowledgeEntry[]): string {
  const rows = entries.map(({ id, language, question, variants, answer, links = [] }) => [
    id,
    language,
    question,
    variants.join(BETWEEN_VARIANTS),
    answer,
    links.map(({ title, url }) => `${title} ${url}`).join("\n"),
  ]);
  return `${toCsv([HEAD, ...rows])}\r\n`;
}

interface FileContext {
  /** For entries that name none. */
  readonly language: Language;
  readonly newId: () => string;
}

/** Null for a file that holds no such list. What is wrong with an entry, the server says when it is saved. */
export function readFile(text: string, context: FileContext): readonly KnowledgeEntry[] | null {
  const list = /^\s*[[{]/.test(text) ? fromJson(text) : fromTable(text);
  if (list === null) return null;
  const entries = list.map((each) => entryOf(each, context));
  return entries.every((entry) => entry !== null) ? entries : null;
}

function fromJson(text: string): readonly unknown[] | null {
  try {
    const listed = Listed.safeParse(JSON.parse(text));
    if (!listed.success) return null;
    return Array.isArray(listed.data) ? listed.data : listed.data.entries;
  } catch {
    return null;
  }
}

function fromTable(text: string): readonly unknown[] | null {
  const [head, ...rows] = fromCsv(text) ?? [];
  const names = head?.map((name) => name.trim().toLowerCase()) ?? [];
  if (!names.includes("question") || !names.includes("answer")) return null;
  return rows.map((row) => {
    const cells = new Map(names.map((name, at) => [name, row[at] ?? ""]));
    const lines = (name: string) =>
      (cells.get(name) ?? "")
        .split(/\r?\n|\|/)
        .map((line) => line.trim())
        .filter((line) => line !== "");
    return {
      id: cells.get("id") ?? "",
      language: cells.get("language") ?? "",
      question: cells.get("question") ?? "",
      variants: lines("variants"),
      answer: cells.get("answer") ?? "",
      links: lines("links").map(linkOf),
    };
  });
}

function entryOf(given: unknown, { language, newId }: FileContext): KnowledgeEntry | null {
  const loose = Loose.safeParse(given);
  if (!loose.success) return null;
  const { id = "", question, variants = [], answer, links = [] } = loose.data;
  const named = loose.data.language?.trim().toLowerCase() ?? "";
  const entry = {
    id: id.trim() === "" ? newId() : id.trim(),
    language: LANGUAGES.find((each) => each === named) ?? language,
    question: question.trim(),
    variants: variants.map((variant) => variant.trim()),
    answer: answer.trim(),
    ...(links.length === 0 ? {} : { links }),
  };
  const read = KnowledgeEntry.safeParse(entry);
  return read.success ? read.data : null;
}

/** "Route https://example.org/route" */
function linkOf(line: string): { title: string; url: string } {
  const at = line.search(/https:\/\//);
  const url = at === -1 ? line : line.slice(at).trim();
  const title = at <= 0 ? url : line.slice(0, at).trim();
  return { title, url };
}
