/** The words of a question that tell what it is about, as terms to compare: without inflection, and by concept. */
import type { Language } from "../domain/language.ts";
import { fold } from "../signals/fold.ts";
import { stemOf } from "../signals/stem.ts";
import { conceptOf } from "./concepts.ts";

/** Words too common to tell anything, over folded text, of all languages. */
const STOP_WORDS = new Set(
  (
    "de het een en of is er zijn wat hoe kan kunnen ik u je jullie uw jouw mijn van voor op in met te aan dat die dit zo dan als bij wil wilt graag mij me we wij ons hebben heb heeft heet krijg word wordt worden doen doe ook nog wel eens even welk welke iets hoeveel hoelang wie staat houdt precies laten gaat gaan tot moet " +
    "zit zitten vind vinden zoek werk werkt werken maak maakt hoelang ligt jullie't mag moeten terug " +
    "mogen alvast goedemorgen goedemiddag goedenavond goedendag groet groeten good morning afternoon evening regards guten morgen tag schon gerne bonsoir salut bom dia boa tarde noite buenos dias buenas tardes noches saludos " +
    "hallo hoi hi hello hey dag bedankt thanks thank please alstublieft dank svp bonjour merci hola gracias ola obrigado bitte danke guten favor por " +
    "the a an and or are there what how can could i me my mine your you our we us of for on in with to at that this do does did it its be been have has get got any some would like which who from also about is was if so than then possible talk much many find works work place want accept offer please like dont year years " +
    "der die das den dem des ein eine einen einem einer und oder ist sind gibt es was wie kann konnen ich sie ihr ihre ihrer ihren ihnen mein meine mir mich von fur auf mit zu im in an am bei haben hat habe hast welche welcher welchen welches auch noch mochte will was bekomme man muss viel viele etwas geht unter hoch lautet machen mach macht finde finden biet bieten bietet brauch braucht funktioniert heisst heißt bedeutet genau lassen bis soll hier auf " +
    "le la les l un une et ou est il y a qu que qui quel quelle quels quelles comment combien puis je vous mon ma mes de d du des pour sur avec en au aux ce c ca peut peux pouvez etes sont est-ce t-il t-elle veux voudrais ai j avez votre vos se trouve jusqu quoi pour plait dans chez fait marche dois avoir ete faut prend trouver " +
    "o os as um uma e tem que qual quais como quanto quanta posso podem eu voce meu minha meus minhas vosso vossa vossos do da dos das para em com no na nos nas ao aos ter tenho gostava queria quero sao esta estao ha de se faz fazem fica ate encontro encontrar ai isso muito funciona funcionam foi quem fale falar fala " +
    "el los las y hay cual cuales cuanto puedo pueden yo usted mi mis su sus del para con por un una es son esta estan tiene tienen tengo quiero quisiera que en lo al se me les como hasta encuentro encontrar alli ahi hacen hace funciona funcionan fue quien hay vez"
  ).split(" "),
);

/** What one word says, in the two ways in which it can be met. */
export interface TellingWord {
  /** Without its ending. */
  readonly stem: string;
  /** What it asks for, whatever the word; null for what is no common question. */
  readonly concept: string | null;
}

/** In order, each once. `of` is the language by whose endings they are compared. */
export function tellingWords(text: string, of: Language): TellingWord[] {
  const words = new Map<string, TellingWord>();
  for (const [word] of fold(text).matchAll(/[\p{L}\p{N}]+/gu)) {
    if (STOP_WORDS.has(word) || (word.length === 1 && !isNumber(word))) continue;
    const concept = conceptOf(word);
    const key = concept ?? stemOf(word, of);
    if (!words.has(key)) words.set(key, { stem: stemOf(word, of), concept });
  }
  return [...words.values()];
}

/** A house number, a year: it is this one or another, never nearly. */
export function isNumber(word: string): boolean {
  return /^\p{N}/u.test(word);
}
