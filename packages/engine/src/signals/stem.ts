/**
 * Takes the inflection off a word, lightly: plurals, cases and the common verb endings, by rules of our own. It need not
 * give a word, only the same thing for the forms of one word. Over plain words: lower case and without accents.
 */
import type { Language } from "../domain/language.ts";

/** Shorter stems say too little. */
const STEM_CHARS_MIN = 4;

const GERMAN_ENDINGS = words("ern est en em er es et e n t");
const FRENCH_ENDINGS = words("aient ions ent ees ons ant ee es er ez ai e");
const PORTUGUESE_ENDINGS = words(
  "ando endo indo aram eram iram amos emos imos ada ado ida ido ava ar er ir am em ei ou eu iu a e o",
);
const SPANISH_ENDINGS = words(
  "iendo ieron ando aron amos emos imos aban ada ado ida ido aba ar er ir an en a e o",
);

type Rule = (word: string) => string;

const STEMS: Readonly<Record<Language, Rule>> = {
  nl: dutch,
  en: english,
  de: german,
  fr: french,
  pt: portuguese,
  es: spanish,
};

export function stemOf(word: string, language: Language): string {
  return word.length < STEM_CHARS_MIN ? word : STEMS[language](word);
}

/** Takes off the first ending that fits and leaves at least `charsMin`. Longer endings come first. */
function without(word: string, endings: readonly string[], charsMin = STEM_CHARS_MIN): string {
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= charsMin);
  return ending === undefined ? word : word.slice(0, word.length - ending.length);
}

/** "opzegg" → "opzeg", "cancell" → "cancel". */
function single(word: string): string {
  return word.replace(/([bcdfgklmnprt])\1$/, "$1");
}

/** annuleren, annuleer, annuleert, geannuleerd; huis, huizen; restitutie, restituties. */
function dutch(word: string): string {
  const participle = /^ge(.{4,})[dt]$/.exec(word)?.[1] ?? word;
  const bare = single(without(participle, ["en", "e"], 3))
    .replace(/v$/, "f")
    .replace(/z$/, "s");
  // Taken off in a second step, so that "restituties" and "restitutie" meet.
  const plain = without(without(without(bare, ["s"]), ["e"]), ["t"]);
  // A long vowel is written twice only in a closed syllable: huur, huren.
  return plain.replace(/([aeou])\1([^aeiou]+)$/, "$1$2");
}

/** cancel, cancels, cancelled, cancelling; charge, charged; party, parties. */
function english(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  const base = word
    .replace(/ies$/, "y")
    .replace(/(s|x|z|ch|sh)es$/, "$1")
    .replace(/([^s])s$/, "$1");
  const verb = without(base, ["ing", "ed"], 3);
  const root = verb === base || !/[aeiouy]/.test(verb) ? base : verb;
  return without(single(root), ["e"], 3).replace(/y$/, "i");
}

/** kündigen, kündige, gekündigt; Haus, Häuser; Erstattung, Erstattungen. */
function german(word: string): string {
  const participle = /^ge(.{4,})(?:t|en)$/.exec(word)?.[1] ?? word;
  const once = without(participle, GERMAN_ENDINGS);
  return single(without(once, ["s"]));
}

/** annuler, annulé, annulées, annulez; cheval, chevaux. */
function french(word: string): string {
  const plural = word.replace(/(.{3})aux$/, "$1al");
  const number = without(plural, ["s", "x"]);
  return single(without(number, FRENCH_ENDINGS));
}

/** cancelar, cancelado, cancelei; devolução, devoluções; animal, animais. */
function portuguese(word: string): string {
  const plural = word
    .replace(/[oa]es$/, "ao")
    .replace(/([aeou])is$/, "$1l")
    .replace(/ns$/, "m")
    .replace(/s$/, "");
  return without(plural, PORTUGUESE_ENDINGS);
}

/** anular, anulado, anularon; devolución, devoluciones. */
function spanish(word: string): string {
  const plural = without(word.replace(/ciones$/, "cion").replace(/([^aeiou])es$/, "$1"), ["s"]);
  return without(plural, SPANISH_ENDINGS);
}

function words(list: string): readonly string[] {
  return list.split(" ");
}
