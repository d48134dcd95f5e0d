/** Whether a whole message is a plain yes or no, or only polite, in the words of one language. */
import { COURTESIES, type Courtesy } from "../domain/reply-intent.ts";
import { fold } from "../signals/fold.ts";
import type { Words } from "../words/words.ts";

export function saidAs(text: string, { yes, no }: Pick<Words, "yes" | "no">): "yes" | "no" | null {
  if (holdsFigures(text)) return null;
  const said = plainWords(text);
  if (yes.includes(said)) return "yes";
  return no.includes(said) ? "no" : null;
}

/** Null for whatever asks, or says, more than a greeting does. Sophie's own name may stand in it: "Hoi Sophie". */
export function courtesyFor(text: string, { courtesies }: Pick<Words, "courtesies">): Courtesy | null {
  if (holdsFigures(text)) return null;
  const said = plainWords(text)
    .replace(/(.)\1{2,}/gu, "$1")
    .replace(/ sophie$/, "");
  return COURTESIES.find((courtesy) => courtesies[courtesy].includes(said)) ?? null;
}

/** "Prima, 14:30?" says more than its words do. */
function holdsFigures(text: string): boolean {
  return /[\p{N}\p{Sc}]/u.test(text);
}

/** Folded, without marks, and with one space between words. */
export function plainWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}' ]+/gu, " ")
    .replace(/ +/g, " ")
    .trim();
}
