/** Answers from the site's list of knowledge, and knows when it does not know. */
import MiniSearch from "minisearch";
import { answerTextOf, type KnowledgeEntry } from "../domain/knowledge-entry.ts";
import type { Language } from "../domain/language.ts";
import { fold } from "../signals/fold.ts";
import type { AnswerPort } from "./ports.ts";

/** The share of the question's telling words that an entry must hold before it counts as an answer. */
const COVERAGE_MIN = 0.6;

/** Words too common to tell anything, over folded text. */
const STOP_WORDS = new Set(
  (
    "de het een en of is er zijn wat hoe waar wanneer kan ik u je jullie mijn van voor op in met te aan dat die dit " +
    "the a an and or is are there what how where when can i you your my of for on in with to at that this do does it " +
    "der die das ein eine und oder ist gibt es was wie wo wann kann ich sie ihr mein von fur auf mit zu " +
    "le la les un une et ou est il y a que quel quelle comment quand puis je vous mon ma de du des pour sur avec " +
    "o os as um uma e ou tem que qual como onde quando posso eu voce meu do da para em com " +
    "el los las y hay cual donde cuando puedo yo usted mi del para con por"
  ).split(" "),
);

/** Builds the index once; `answer` is then a look-up. */
export function createKnowledge(entries: readonly KnowledgeEntry[]): AnswerPort {
  const byLanguage = new Map<
    Language,
    { search: MiniSearch<KnowledgeEntry>; entries: Map<string, KnowledgeEntry> }
  >();
  for (const entry of entries) {
    let index = byLanguage.get(entry.language);
    if (index === undefined) {
      index = { search: newIndex(), entries: new Map() };
      byLanguage.set(entry.language, index);
    }
    index.search.add(entry);
    index.entries.set(entry.id, entry);
  }
  return ({ text, language }) => {
    const index = byLanguage.get(language);
    const words = tokenise(text);
    if (index === undefined || words.length === 0) return Promise.resolve(null);
    const best = index.search.search(text)[0];
    if (best === undefined) return Promise.resolve(null);
    const covered = new Set(best.queryTerms);
    const coverage = words.filter((word) => covered.has(word)).length / words.length;
    const entry = coverage >= COVERAGE_MIN ? index.entries.get(String(best.id)) : undefined;
    return Promise.resolve(
      entry === undefined
        ? null
        : { text: answerTextOf(entry), source: { by: "knowledge", entries: [entry.id] } },
    );
  };
}

function newIndex(): MiniSearch<KnowledgeEntry> {
  return new MiniSearch<KnowledgeEntry>({
    fields: ["question", "variants"],
    extractField: (entry, field) =>
      field === "id" ? entry.id : field === "variants" ? entry.variants.join("\n") : entry.question,
    tokenize: tokenise,
    processTerm: (term) => term,
    searchOptions: { fuzzy: (term) => (term.length > 5 ? 0.2 : false), prefix: (term) => term.length > 4 },
  });
}

function tokenise(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !STOP_WORDS.has(word));
}
