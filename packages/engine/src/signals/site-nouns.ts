/** Lets a site's own words count: each is read as "a role" or "a viewing", which the network knows from training. */
import type { SiteNouns } from "./detector.ts";
import { tokensOf, type Token } from "./tokens.ts";

/** Stand-ins that no typed text can produce. */
export const ROLE = "\u0001";
export const PRODUCT = "\u0002";

/** What may follow a noun without making it another: makelaar-s, Makler-in, rondleiding-en. */
const ENDING_LETTERS_MAX = 2;

/** The same tokens, with each of the site's nouns (one word or several) replaced by its stand-in, in the same place. */
export function standInFor(nouns: SiteNouns, tokens: readonly Token[]): readonly Token[] {
  const wanted = [
    ...nouns.roleNouns.map((noun) => ({ standIn: ROLE, words: lettersOf(noun) })),
    ...nouns.productNouns.map((noun) => ({ standIn: PRODUCT, words: lettersOf(noun) })),
  ]
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
  if (wanted.length === 0) return tokens;
  const read: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const found = wanted.find(({ words }) =>
      words.every((word, offset) => isFormOf(word, tokens[at + offset])),
    );
    if (found === undefined) {
      read.push(tokens[at]!);
      continue;
    }
    const last = at + found.words.length - 1;
    read.push({ letters: found.standIn, start: tokens[at]!.start, end: tokens[last]!.end });
    at = last;
  }
  return read;
}

function lettersOf(noun: string): string[] {
  return tokensOf(noun).map(({ letters }) => letters);
}

function isFormOf(word: string, token: Token | undefined): boolean {
  if (token === undefined || !token.letters.startsWith(word)) return false;
  return token.letters.length - word.length <= (word.length < 4 ? 0 : ENDING_LETTERS_MAX);
}
