/** A visitor's words on somebody else's terminal: what would move, colour or turn it round is spelled out. */

export function printable(words: string): string {
  return words.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
