/** Which language a visitor writes in, if that is plain from the commonest words of it; cheap, and silent when in doubt. */
import { LANGUAGES, type Language } from "../domain/language.ts";
import { plainWords } from "./said-as.ts";

/** Words that one of the six has and hardly another; folded. */
const TELLING: Readonly<Record<Language, string>> = {
  nl: "ik het een niet wat jullie graag hoeveel kost huis goedemorgen goedemiddag wil dat",
  en: "the is are you what how i can would hello hi please much it",
  de: "ich das ist und der die was mit bitte guten sie wann kostet",
  fr: "je est le les vous bonjour quel quelle une combien voudrais avec prix du",
  pt: "o voce nao ola quanto uma com para quero gostaria quando custa eu",
  es: "el hola los cuanto una quiero que por donde es cuesta buenos me",
};

/** A guess needs this many telling words, and twice as many as any other language has. */
const LEAST = 2;

export function guessLanguage(text: string): Language | null {
  const words = new Set(plainWords(text.slice(0, 500)).split(" "));
  const counts = LANGUAGES.map((language) => ({
    language,
    count: TELLING[language].split(" ").filter((word) => words.has(word)).length,
  })).toSorted((a, b) => b.count - a.count);
  const [first, second] = counts;
  if (first === undefined || second === undefined || first.count < LEAST) return null;
  return first.count >= 2 * second.count ? first.language : null;
}
