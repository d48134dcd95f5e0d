/** Whether a whole message is a plain yes or no, in the words of one language. */
import { fold } from "../signals/fold.ts";
import type { Words } from "../words/words.ts";

export function saidAs(text: string, { yes, no }: Pick<Words, "yes" | "no">): "yes" | "no" | null {
  const said = plainWords(text);
  if (yes.includes(said)) return "yes";
  return no.includes(said) ? "no" : null;
}

/** Folded, without marks, and with one space between words. */
export function plainWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}' ]+/gu, " ")
    .replace(/ +/g, " ")
    .trim();
}
