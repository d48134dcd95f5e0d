/** Whether a list may be what a site knows: every entry can be asked for, can be said, and leads nowhere unsafe. */
import { answerTextOf, KnowledgeEntry, LIMITS, type ProblemCode } from "@sophie/engine";
import * as z from "zod/mini";
import { type Problem, problem } from "./problem.ts";
import { readForm } from "./read-form.ts";

const ENTRIES_MAX = 2_000;
const VARIANTS_MAX = 20;
const LINKS_MAX = 5;
const QUESTION_CHARS_MAX = 300;
const BYTES_MAX = 1_000_000;
/** More would help nobody who reads them. */
const PROBLEMS_MAX = 50;

const Entries = z.array(KnowledgeEntry).check(z.maxLength(ENTRIES_MAX));

export type CheckedKnowledge =
  | { readonly ok: true; readonly entries: readonly KnowledgeEntry[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function checkKnowledge(document: unknown): CheckedKnowledge {
  const form = readForm(z.object({ entries: Entries }), { entries: document });
  if (!form.ok) return { ok: false, problems: form.problems.slice(0, PROBLEMS_MAX) };
  const entries = form.value.entries.map(trimmed);
  const problems = [
    ...entries.flatMap((entry, at) => checkEntry(entry, ["entries", at])),
    ...checkTwice(entries),
    ...checkSize(entries),
  ];
  return problems.length === 0
    ? { ok: true, entries }
    : { ok: false, problems: problems.slice(0, PROBLEMS_MAX) };
}

function trimmed(entry: KnowledgeEntry): KnowledgeEntry {
  const variants = entry.variants.map((variant) => variant.trim()).filter((variant) => variant !== "");
  return { ...entry, question: entry.question.trim(), variants, answer: entry.answer.trim() };
}

function checkEntry(entry: KnowledgeEntry, path: readonly PropertyKey[]): Problem[] {
  const { id, question, variants, answer, links = [] } = entry;
  const problems: Problem[] = [];
  const say = (at: readonly PropertyKey[], code: ProblemCode, sentence: string) =>
    void problems.push(problem([...path, ...at], code, sentence));
  if (!/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,79}$/.test(id))
    say(["id"], "bad_id", "An id holds letters, digits and . _ : -, at most 80.");
  if (question === "") say(["question"], "question_missing", "Without a question nobody finds the answer.");
  if (answer === "") say(["answer"], "answer_missing", "There is no answer to this question yet.");
  [question, ...variants].forEach((asked, at) => {
    if (asked.length > QUESTION_CHARS_MAX)
      say(
        at === 0 ? ["question"] : ["variants", at - 1],
        "question_too_long",
        `A question has at most ${QUESTION_CHARS_MAX} characters.`,
      );
  });
  if (variants.length > VARIANTS_MAX)
    say(["variants"], "too_many_variants", `There are more than ${VARIANTS_MAX} other ways to ask this.`);
  if (links.length > LINKS_MAX) say(["links"], "too_many_links", `There are more than ${LINKS_MAX} links.`);
  links.forEach(({ url }, at) => {
    if (URL.parse(url)?.protocol !== "https:")
      say(["links", at, "url"], "bad_link", "A link begins with https:// and can be opened.");
  });
  if (answerTextOf(entry).length > LIMITS.textChars)
    say(
      ["answer"],
      "answer_too_long",
      `With its links the answer has more than ${LIMITS.textChars} characters.`,
    );
  return problems;
}

/** Of two entries with one question, she would never know which to say. */
function checkTwice(entries: readonly KnowledgeEntry[]): Problem[] {
  const ids = new Set<string>();
  const questions = new Set<string>();
  return entries.flatMap(({ id, language, question }, at) => {
    const asked = `${language} ${question.toLowerCase()}`;
    const problems = [
      ...(ids.has(id)
        ? [problem(["entries", at, "id"], "id_twice", `The id “${id}” stands here twice.`)]
        : []),
      ...(questions.has(asked) && question !== ""
        ? [problem(["entries", at, "question"], "question_twice", `“${question}” stands here twice.`)]
        : []),
    ];
    ids.add(id);
    questions.add(asked);
    return problems;
  });
}

function checkSize(entries: readonly KnowledgeEntry[]): Problem[] {
  const bytes = Buffer.byteLength(JSON.stringify(entries));
  if (bytes <= BYTES_MAX) return [];
  const sentence = `All entries together are ${Math.ceil(bytes / 1_000)} kB; more than 1,000 kB is too much for a page to load.`;
  return [problem(["entries"], "too_large", sentence)];
}
