/** A person's name in two parts, as forms want it, without losing what stands between them: van der, 't, dos, y (H70). */
import type { Language } from "./language.ts";

export interface PersonName {
  readonly firstName: string;
  readonly lastName: string;
}

/** Words with which a last name begins, or that join its parts. */
const PARTICLES = new Set(
  (
    "van von zu zum zur de der den des del della di da do dos das du d' la le las los el ten ter te 't ’t in op aan bij " +
    "uit onder over voor y e i"
  ).split(" "),
);
/** Those that only stand in the middle of a last name, so that one never begins with them. */
const JOINTS = new Set(["y", "e", "i"]);
/** Given names that are written with another one behind them in Spanish and Portuguese. */
const FIRST_OF_TWO =
  /^(?:mar[ií]a|jos[eé]|juan|ana|luis|lu[ií]s|jo[aã]o|carlos|miguel|francisco|pedro|rosa)$/iu;
/** Mary of something is a given name: María del Carmen, María de los Ángeles. */
const MARY_OF = /^[Mm]ar[ií]a (?:del|de las?|de los)(?: \p{Lu}[\p{L}'’-]*)(?= )/u;

/** What cannot be told apart goes where its speakers most often have it; one word alone is a first name. */
export function splitName(name: string, language: Language): PersonName {
  const words = name.normalize("NFC").trim().split(/\s+/u);
  const first = countGiven(words, language);
  return { firstName: words.slice(0, first).join(" "), lastName: words.slice(first).join(" ") };
}

/** By what a last name is looked up in a list: "de Vries" is under V, as in a Dutch telephone book. */
export function surnameKey(lastName: string): string {
  const words = lastName.trim().split(/\s+/u);
  const from = words.findIndex((word) => !isParticle(word));
  return words.slice(Math.max(0, from)).join(" ");
}

export function isParticle(word: string): boolean {
  return PARTICLES.has(word.toLowerCase());
}

function countGiven(words: readonly string[], language: Language): number {
  if (words.length < 3) return Math.min(1, words.length);
  const isIberian = language === "es" || language === "pt";
  const mary = isIberian ? MARY_OF.exec(words.join(" "))?.[0] : undefined;
  if (mary !== undefined) return mary.split(" ").length;
  const particle = words.findIndex((word, at) => at > 0 && isParticle(word));
  // A joint stands behind the first part of the last name: Ortega y Gasset.
  const isJoint = particle > 0 && JOINTS.has((words[particle] ?? "").toLowerCase());
  if (particle > 0) return withSurnames(words, isJoint ? particle - 1 : particle, isIberian && !isJoint);
  return isIberian ? givenBeforeTwo(words) : words.length - 1;
}

/** Ana García de la Cruz has two last names, of which only the second begins with a particle. */
function withSurnames(words: readonly string[], from: number, isIberian: boolean): number {
  if (!isIberian || from < 2) return Math.max(1, from);
  return from === 2 && isDouble(words) ? 2 : from - 1;
}

/** People from Spain and Portugal have two last names; a third word makes two given names only where that is common. */
function givenBeforeTwo(words: readonly string[]): number {
  if (words.length > 3) return words.length - 2;
  return isDouble(words) ? 2 : 1;
}

function isDouble([one = "", two = ""]: readonly string[]): boolean {
  return FIRST_OF_TWO.test(one) && FIRST_OF_TWO.test(two);
}
