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
  const parts = fold(wanted).split(/\s+/).filter(Boolean);
  if (parts.length === 0) return handoffs;
  return handoffs.filter((handoff) => {
    const haystack = fold(
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
    );
    return parts.every((part) => haystack.includes(part));
  });
}

/** Without case and accents: nobody types those when in a hurry. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
