/** Takes a word apart into numbered pieces (itself, its prefixes, endings and inner runs of letters), so that unseen forms still say something. */
import { isMark, type Token } from "./tokens.ts";

/** Pieces are numbered by hash; a power of two. */
export const PIECE_NUMBERS = 1 << 15;

const RUN_MIN = 3;
const RUN_MAX = 5;

/** The numbers of a token's pieces: the whole word first, then every run of 3–5 letters of `<word>`. Marks have one piece. */
export function piecesOf({ letters }: Pick<Token, "letters">): number[] {
  const pieces = [numberOf(letters, 0, letters.length, 0x9e3779b9)];
  if (letters.length < RUN_MIN || isMark({ letters })) return pieces;
  const framed = `<${letters}>`;
  for (let start = 0; start + RUN_MIN <= framed.length; start += 1) {
    let hash = 0x811c9dc5;
    const stop = Math.min(start + RUN_MAX, framed.length);
    for (let at = start; at < stop; at += 1) {
      hash = Math.imul(hash ^ framed.charCodeAt(at), 0x01000193);
      if (at - start + 1 >= RUN_MIN) pieces.push(mixed(hash));
    }
  }
  return pieces;
}

function numberOf(letters: string, start: number, end: number, seed: number): number {
  let hash = seed;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ letters.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

function mixed(hash: number): number {
  let h = hash ^ (hash >>> 15);
  h = Math.imul(h, 0x2c1b3c6d);
  h ^= h >>> 12;
  h = Math.imul(h, 0x297a2d39);
  return (h ^ (h >>> 15)) & (PIECE_NUMBERS - 1);
}
