/** Finds handoffs by what an agent remembers of them: a word of the quote, the signal, a name, the site, an id. */
import type { Handoff } from "@sophie/engine";
import type { Words } from "../words/words.ts";
import { reasonName } from "./reason-name.ts";

export function searchHandoffs(
  handoffs: readonly Handoff[],
  wanted: string,
  words: Words,
  siteName: (handoff: Handoff) => string,
): readonly Handoff[] {
  const parts = searchWords(wanted);
  if (parts.length === 0) return handoffs;
  return handoffs.filter((handoff) =>
    fits(
      [
        reasonName(handoff, words),
        words.status[handoff.status],
        words.priority[handoff.priority],
        handoff.evidence?.text,
        ...handoff.summary.lines.map((line) => line.text),
        handoff.assignee?.name,
        siteName(handoff),
        handoff.visitor,
        handoff.id,
      ].join(" "),
      parts,
    ),
  );
}

/** What is looked for, word by word. */
export function searchWords(wanted: string): readonly string[] {
  return fold(wanted).split(/\s+/).filter(Boolean);
}

/** Whether every one of the words stands somewhere in the text. */
export function fits(text: string, searched: readonly string[]): boolean {
  const haystack = fold(text);
  return searched.every((word) => haystack.includes(word));
}

/** Without case and accents: nobody types those when in a hurry. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
