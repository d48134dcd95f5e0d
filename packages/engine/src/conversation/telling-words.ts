/** The words of a question that tell what it is about, as terms to compare: without inflection, and by concept. */
import type { Language } from "../domain/language.ts";
import { fold } from "../signals/fold.ts";
import { stemOf } from "../signals/stem.ts";
import { conceptOf } from "./concepts.ts";

/** Words too common to tell anything, over folded text: of all languages in one order, which packs best. */
const STOP_WORDS = new Set(
  `
aan about accept afternoon ahi ai al alli als also alstublieft alvast am an and any ao aos are as at
ate au auch auf aux avec avez avoir be bedankt bedeutet been bei bekomme biet bieten bietet bij bis
bitte boa bom bonjour bonsoir brauch braucht buenas buenos ca can ce chez com combien comment como
con could cual cuales cuanto da dag dan dank danke dans das dat de del dem den der des dia dias did
die dit do doe doen does dois dont dos du een eens ein eine einem einen einer el em en encontrar
encontro encuentro er es est esta estan estao et ete etes etwas eu even evening fait fala falar fale
faut favor faz fazem fica find finde finden foi for from fue funciona funcionam funcionan
funktioniert fur gaan gaat geht genau gerne get gibt goedemiddag goedemorgen goedenavond goedendag
good gostava got graag gracias groet groeten guten ha habe haben hace hacen hallo has hast hasta hat
have hay heb hebben heeft heet heisst heißt hello het hey hi hier hoch hoe hoelang hoeveel hoi hola
houdt how ich iets if ihnen ihr ihre ihren ihrer ik il im in is isso ist it its je jouw jullie jusqu
kan kann konnen krijg kunnen la las lassen laten lautet le les ligt like lo los ma maak maakt mach
machen macht mag man many marche me mein meine merci mes met meu meus mi mich mij mijn mine minha
minhas mir mis mit mochte moet moeten mogen mon morgen morning much muito muss my na nas no noch
noches nog noite nos obrigado oder of offer ola on ons ook op or os ou our para peut peux place
plait please podem por possible posso pour pouvez precies prend pueden puedo puis qu quais qual
quanta quanto que quel quelle quelles quels quem queria quero qui quien quiero quisiera quoi regards
saludos salut sao schon se sie sind so soll some son sont staat su sur sus svp tag talk tarde tardes
te tem tengo tenho ter terug than thank thanks that the then there this tiene tienen to tot trouve
trouver um uma un una und une unter us usted uw van veux vez viel viele vind vinden voce von voor
vos vossa vosso vossos votre voudrais vous want was wat we wel welche welchen welcher welches welk
welke werk werken werkt what which who wie wij wil will wilt with word worden wordt work works would
year years yo you your zijn zit zitten zo zoek zu
`.split(/\s/),
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
