/** Sees through words that are written to get past a filter, or for fun: d3mo, d e m o, d.e.m.o. */
import type { Token } from "./tokens.ts";

/** The letter that each digit looks like; 2 and 6 look like none. Capitals, so that they are told from letters that were typed. */
const DIGIT_LETTERS = "OI?EAS?TBG";
/** "m3ns", "pr1js", "dem0", "0pen", and not "mp3", "3pm", "10h30" or "b2b". */
const DISGUISED = /^(?=.{4})O?[a-z]+(?:[A-Z]{1,2}[a-z]+)*[OE]?$/;
/** Fewer single letters in a row are an abbreviation: a.u.b., s.v.p. */
const SPELLED_LETTERS_MIN = 4;
const SPELLED_LETTERS_MAX = 32;

/** The plain letters of a word as it was typed, digits read as the letters that they stand for; null where they stand for none. */
export function unmasked(typed: string): string | null {
  const spelled = typed
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z\d]/g, "")
    .replace(/\d/g, (digit) => DIGIT_LETTERS.charAt(Number(digit)));
  return DISGUISED.test(spelled) ? spelled.toLowerCase() : null;
}

/** The same tokens, with single letters that stand apart by one and the same sign joined to a word. */
export function joinSpelledOut(text: string, tokens: Token[]): Token[] {
  if (tokens.filter(isSingle).length < SPELLED_LETTERS_MIN) return tokens;
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const { start } = tokens[at]!;
    const gap = text.charAt(start + 1);
    let last = at;
    let letters = "";
    let end = start - 1;
    for (let next = at; next < tokens.length; next += 1) {
      const token = tokens[next]!;
      // A mark or a number: what follows it is not next to the last letter, unless the mark is the gap.
      if (token.letters < "a") continue;
      if (letters.length === SPELLED_LETTERS_MAX || !isSingle(token)) break;
      if (token.start !== end + 1 || (end > start && text.charAt(end) !== gap)) break;
      letters += token.letters;
      end = token.end;
      last = next;
    }
    if (letters.length < SPELLED_LETTERS_MIN) {
      joined.push(tokens[at]!);
      continue;
    }
    joined.push({ letters, start, end });
    at = last;
  }
  return joined;
}

function isSingle({ letters }: Token): boolean {
  return letters.length === 1 && letters >= "a";
}
