/**
 * Three sites' knowledge with questions that it answers and questions that it does not, in six languages: what the
 * certainty of answers is measured on. `home` and `shop` were looked at while the search was made; `hotel` was not.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { KnowledgeEntry } from "../src/domain/knowledge-entry.ts";
import type { Language } from "../src/domain/language.ts";

const FOLDER = join(import.meta.dirname, "knowledge");

export interface AskedQuestion {
  readonly text: string;
  /** The entry that answers it; null for a question that none answers. */
  readonly wanted: string | null;
}

export interface KnowledgeSet {
  readonly name: string;
  readonly language: Language;
  readonly entries: readonly KnowledgeEntry[];
  readonly asked: readonly AskedQuestion[];
}

/**
 * A set begins with `## name`. Then `= id | question | variant … => answer` is an entry, `+ id | question` a question that
 * it answers, and `- | question` one that none does.
 */
export function readKnowledgeSets(language: Language): readonly KnowledgeSet[] {
  const text = readFileSync(join(FOLDER, `${language}.txt`), "utf8");
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [name = "", ...lines] = part.split("\n");
      const of = (mark: string) =>
        lines.filter((line) => line.startsWith(`${mark} `)).map((line) => line.slice(2));
      return {
        name: name.trim(),
        language,
        entries: of("=").map((line) => entryOf(line, language)),
        asked: [...of("+"), ...of("-")].map(askedIn),
      };
    });
}

function entryOf(line: string, language: Language): KnowledgeEntry {
  const [asking = "", answer = ""] = line.split(" => ");
  const [id = "", question = "", ...variants] = asking.split(" | ").map((piece) => piece.trim());
  return { id, language, question, variants, answer };
}

function askedIn(line: string): AskedQuestion {
  const [id = "", text = ""] = line.split("| ").map((piece) => piece.trim());
  return { text, wanted: id === "" ? null : id };
}
