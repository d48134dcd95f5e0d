/** Cuts a message into words and the few marks that matter, each with its place in the message as it was typed. */
import { INVISIBLE, isWordLetter, plainLetter, plainPair } from "./letters.ts";
import { joinSpelledOut, unmasked } from "./spelling.ts";

/** Longer words are read up to here, so that a wall of letters costs no more than a word. */
const WORD_LETTERS_MAX = 32;
/** A tag longer than this is not one. */
const TAG_CHARS_MAX = 300;
const MARKS = '.?,"';
/** What every digit reads as. */
const DIGIT = 48;

export interface Token {
  /** Plain letters of the word, or one mark: `.` `?` `,` `"`. */
  readonly letters: string;
  /** UTF-16 offsets in the message, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Words and marks in order; marks that follow each other count once. Emoji, tags and whatever else is not read leave no token. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let letters = "";
  let digits = 0;
  let start = 0;
  let end = 0;
  const close = () => {
    const isMixed = digits > 0 && digits < letters.length && end - start <= WORD_LETTERS_MAX;
    const word = isMixed ? unmasked(text.slice(start, end)) : null;
    if (letters !== "") tokens.push({ letters: word ?? letters, start, end });
    letters = "";
    digits = 0;
  };
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const isHalf = (unit & 0xfc00) === 0xd800;
    const plain = isHalf ? plainPair(text.slice(at, at + 2)) : plainLetter(unit);
    if (plain === INVISIBLE) continue;
    if (isWordLetter(plain)) {
      if (letters === "") start = at;
      if (isHalf) at += 1;
      end = at + 1;
      if (plain === DIGIT) digits += 1;
      if (letters.length < WORD_LETTERS_MAX && !isDrawnOut(letters, plain)) letters += written(plain);
      continue;
    }
    close();
    if (plain === 60) at = endOfTag(text, at);
    const mark = markOf(plain, text, at);
    if (mark !== "" && tokens.length > 0 && !isMark(tokens.at(-1)!)) {
      tokens.push({ letters: mark, start: at, end: at + 1 });
    }
  }
  close();
  return joinSpelledOut(text, tokens);
}

export function isMark({ letters }: Pick<Token, "letters">): boolean {
  return letters.length === 1 && MARKS.includes(letters);
}

function written(plain: number): string {
  return plain === 0xdf ? "ss" : plain === 0xe6 ? "ae" : String.fromCharCode(plain);
}

/** "heeeelp" reads as "heelp", and 1,000,000 as a short number. */
function isDrawnOut(letters: string, plain: number): boolean {
  const last = letters.length - 1;
  return last > 0 && letters.charCodeAt(last) === plain && letters.charCodeAt(last - 1) === plain;
}

/** The place of the `>` that closes a tag, or the same place where no tag opens. */
function endOfTag(text: string, at: number): number {
  if (!/[a-z/!]/i.test(text.charAt(at + 1))) return at;
  const end = text.indexOf(">", at);
  return end < 0 || end - at > TAG_CHARS_MAX ? at : end;
}

function markOf(plain: number, text: string, at: number): string {
  switch (plain) {
    case 46:
    case 33:
      return ".";
    case 63:
      return "?";
    case 44:
    case 58:
    case 59:
    case 40:
    case 41:
      return ",";
    case 34:
      return '"';
    default:
      return text.charCodeAt(at) === 10 ? "." : "";
  }
}
