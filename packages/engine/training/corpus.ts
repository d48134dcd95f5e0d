/** Reads the corpus in its own format (`corpus/README.md`) and refuses what does not follow it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "../src/domain/span.ts";
import { HEADS, type Head } from "../src/signals/heads.ts";
import type { Example } from "./example.ts";

/** The file whose messages are close to those that Sophie's description promises to understand, down to the underlined words. */
const PROMISES = "catalogue";
const PROMISE_WEIGHT = 5;
/** Words of these have more senses than those of the others, so their messages count for more. */
const LANGUAGE_WEIGHTS: Readonly<Record<string, number>> = { en: 1.4, es: 1.15 };

/** Every message of every language folder, in a fixed order. */
export function readCorpus(folder: string): Example[] {
  const languages = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return languages.flatMap((language) =>
    readdirSync(join(folder, language))
      .filter((file) => file.endsWith(".txt"))
      .sort()
      .flatMap((file) =>
        parseCorpusFile(readFileSync(join(folder, language, file), "utf8"), language, file.slice(0, -4)),
      ),
  );
}

/** A test set: one file a language, in the same format. */
export function readTestSet(folder: string): Example[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .flatMap((file) => parseCorpusFile(readFileSync(join(folder, file), "utf8"), file.slice(0, -4), "test"));
}

/** One file: ideas that open with `@ labels | description`, then a message a line. */
export function parseCorpusFile(content: string, language: string, domain: string): Example[] {
  const examples: Example[] = [];
  let idea: { name: string; labels: readonly Head[] } | null = null;
  for (const [index, line] of content.split(/\r?\n/).entries()) {
    const place = `${language}/${domain}.txt:${index + 1}`;
    if (line.startsWith("@")) {
      idea = { name: `${language}/${domain}: ${line}`, labels: labelsOf(line, place) };
    } else if (line.trim() !== "") {
      if (idea === null) throw new Error(`${place}: a message before the first "@ labels | idea" line`);
      const { text, marked } = unbracket(line.trim());
      const weight = (domain === PROMISES ? PROMISE_WEIGHT : 1) * (LANGUAGE_WEIGHTS[language] ?? 1);
      examples.push({ text, language, domain, idea: idea.name, labels: idea.labels, marked, weight });
    }
  }
  return examples;
}

function labelsOf(line: string, place: string): readonly Head[] {
  const names = line
    .slice(1)
    .split("|")[0]!
    .trim()
    .split("+")
    .map((name) => name.trim());
  if (names.length === 1 && names[0] === "none") return [];
  return names.map((name) => {
    const head = HEADS.find((known) => known === name);
    if (head === undefined)
      throw new Error(`${place}: unknown label "${name}"; known are none, ${HEADS.join(", ")}`);
    return head;
  });
}

/** Takes the brackets out and says where they stood. A bracket without its partner is a character like any other. */
function unbracket(line: string): { text: string; marked: Span[] } {
  const marked: Span[] = [];
  let text = "";
  let rest = line;
  for (;;) {
    const match = /\[([^[\]]+)\]/.exec(rest);
    if (match === null) return { text: text + rest, marked };
    text += rest.slice(0, match.index);
    marked.push({ start: text.length, end: text.length + match[1]!.length });
    text += match[1]!;
    rest = rest.slice(match.index + match[0].length);
  }
}
