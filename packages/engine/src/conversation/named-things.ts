/** Which words of a way of asking name a thing, such as a house by its number: they tell which one, not what is asked of it. */
import type { Language } from "../domain/language.ts";
import { fold } from "../signals/fold.ts";

const LINKING = new Set("van de den der het of the du des la le les da do das dos del el los las".split(" "));
/** "Der Preis der Lindenstraße 15": in German what stands before the link may be any noun. */
const NO_LINKING: ReadonlySet<string> = new Set();
const NEIGHBOURS_MAX = 5;

/** Folded words, numbers among them. Without a number nothing is named: German writes every noun with a capital. */
export function namingWords(text: string, language: Language): ReadonlySet<string> {
  const linking = language === "de" ? NO_LINKING : LINKING;
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const naming = new Set<string>();
  words.forEach((word, at) => {
    if (!/^\p{N}/u.test(word)) return;
    naming.add(fold(word));
    // "Dorpstraat 15" and "Rua das Flores 15"; where no name stands before the number, "15 Mill Lane", "15 rue des Lilas".
    const before = nameIn(words.slice(Math.max(1, at - NEIGHBOURS_MAX), at).toReversed(), linking);
    const name = before.length > 0 ? before : nameIn(words.slice(at + 1, at + 1 + NEIGHBOURS_MAX), linking);
    for (const part of name) naming.add(fold(part));
  });
  return naming;
}

/** From the number outwards, up to the last word with a capital before a word that is no part of a name. */
function nameIn(words: readonly string[], linking: ReadonlySet<string>): readonly string[] {
  const isPart = (word: string) => /^\p{Lu}/u.test(word) || linking.has(word);
  const end = words.findIndex((word, at) => !isPart(word) && !(at === 0 && /^\p{Ll}{3,}$/u.test(word)));
  const part = end === -1 ? words : words.slice(0, end);
  const last = part.findLastIndex((word) => /^\p{Lu}/u.test(word));
  return part.slice(0, last + 1);
}
