/**
 * A text of which only the shape is left: "Jan, bel 06-12" becomes "Xxx, xxx 00-00". It is exactly as long as it was, so
 * that spans into it still mean the same places.
 */

/** What tells nobody anything by itself. */
const KEPT = /[\s.,;:!?'"()/@+-]/u;

export function shapeOf(text: string): string {
  return Array.from(text, (character) => shapeOfOne(character).repeat(character.length)).join("");
}

function shapeOfOne(character: string): string {
  if (KEPT.test(character)) return character;
  if (/\p{N}/u.test(character)) return "0";
  if (/\p{Lu}/u.test(character)) return "X";
  return /[\p{L}\p{M}]/u.test(character) ? "x" : "_";
}
