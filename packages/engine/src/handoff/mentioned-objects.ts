/** Finds what a visitor talks about by name: addresses, models, places. Proper names only, as they were typed. */
import type { Language } from "../domain/language.ts";
import { fold } from "../signals/fold.ts";
import { CUES } from "./cues.ts";
import type { Sentence } from "./sentences.ts";

/** Bounded, so that a text of hyphens and capitals is not read again from each of them. */
const NAME = String.raw`\p{Lu}[\p{L}\d'’-]{0,40}`;
const LINKING =
  "(?:van|de|den|der|het|ten|ter|of|the|du|des|la|le|les|da|do|das|dos|del|el|los|las|von|zum|zur|am|an)";
const NUMBER = String.raw`\d{1,5}\s?[a-zA-Z]?(?![\p{L}\d])`;
const STREET_ENDING =
  "(?:straat|laan|weg|plein|kade|gracht|singel|hof|dijk|dreef|steeg|markt|straße|strasse|platz|gasse|allee|damm|ufer)";
const STREET_WORD =
  "(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Pp]lace|[Cc]hemin|[Ii]mpasse|[Qq]uai|[Cc]alle|[Aa]venida|[Pp]laza|[Pp]aseo|[Cc]arretera|[Rr]ua|[Pp]ra[çc]a|[Tt]ravessa|[Ee]strada|[Ll]argo)";

/** A name of several words: what stands first in a sentence has its capital from there, and is none of them. */
const MORE_NAMES = String.raw`(?:(?<=\p{L}\s)${NAME}\s){0,2}`;

const ADDRESSES: readonly RegExp[] = [
  // Dorpstraat 15, dorpstraat 15, Van Goghstraat 3b
  new RegExp(
    String.raw`${MORE_NAMES}(?<!\p{L})\p{L}[\p{L}'’-]{1,40}${STREET_ENDING}(?:\s${NUMBER}|(?!\p{L}))`,
    "gu",
  ),
  // 12 rue des Lilas, Rua das Flores 12
  new RegExp(
    String.raw`(?:\d{1,5}\s?,?\s)?(?<!\p{L})${STREET_WORD}(?:\s${LINKING}){0,3}\s${NAME}(?:\s${NAME}){0,3}(?:,?\s(?:n[.º°o]\s?)?${NUMBER})?`,
    "gu",
  ),
  // 12 Mill Lane
  new RegExp(
    String.raw`\d{1,5}[a-z]?\s(?:${NAME}\s){1,3}(?:Street|Road|Lane|Avenue|Drive|Way|Close|Court|Square|Terrace|Gardens)(?!\p{L})`,
    "gu",
  ),
];
/** A name with a number: Volvo V60, Model 3, Kerkplein 3. */
const NUMBERED = new RegExp(
  String.raw`${MORE_NAMES}(?<![\p{L}\d])${NAME}\s(?:${NUMBER}|\p{Lu}[\p{Lu}-]{0,5}\d[\p{L}\d-]{0,8})`,
  "gu",
);
/** One word of letters and digits: V60, X-200. */
const CODE = /(?<![\p{L}\d-])(?=[\p{Lu}\d-]*\d)\p{Lu}[\p{Lu}\d-]{1,15}(?![\p{L}\d])/gu;
/** Names in the middle of a sentence. */
const NAMED = new RegExp(
  String.raw`(?<=[\p{Ll}\d,;:]\s)${NAME}(?:\s(?:${LINKING}\s){0,2}${NAME}){0,3}`,
  "gu",
);

/** What is written with a capital and names nothing that one could want. */
const NO_OBJECTS = new Set(
  (
    "sophie ik wij u januari februari maart april mei juni juli augustus september oktober november december " +
    "january february march may june july august october monday tuesday wednesday thursday friday saturday sunday " +
    "januar februar marz mai juni juli dezember montag dienstag mittwoch donnerstag freitag samstag sonntag " +
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag lundi mardi mercredi jeudi vendredi samedi dimanche " +
    "om kan mag is hoe wat wie waar wanneer zijn er een de het the a at on in from is are can do ab um am von im der die das " +
    "i i'm i'd i've ik'd nederlands engels duits frans english dutch german french deutsch portugues espanol " +
    "eur euro usd mr mrs ms dr dhr mevr frau herr ok faq pdf whatsapp"
  ).split(" "),
);

/** In the order of the text; a name that stands within another is not told apart. */
export function objectsIn({ text: said, folded }: Sentence, language: Language): readonly string[] {
  const text = said.replace(/https?:\S+|(?<!\S)\S+@\S+/g, " ");
  const found: string[] = [];
  let rest = text;
  const take = (pattern: RegExp): void => {
    for (const [match] of rest.matchAll(pattern)) {
      const name = tidied(match);
      if (name !== "") found.push(name);
    }
    rest = rest.replace(pattern, (match) => (tidied(match) === "" ? match : " · "));
  };
  for (const address of ADDRESSES) take(address);
  take(NUMBERED);
  take(CODE);
  // German writes every noun with a capital, and nobody's own name is what they look for.
  if (language !== "de" && !CUES[language].ownName.test(folded)) take(NAMED);
  return found;
}

/** Without the words before the name that are none; empty if nothing is left. */
function tidied(match: string): string {
  const words = match.trim().split(/\s+/);
  while (words.length > 0 && NO_OBJECTS.has(fold(words[0] ?? ""))) words.shift();
  const name = words.join(" ");
  if (!/\p{L}{2}/u.test(name) && !/\p{L}[\d-]*\d/u.test(name)) return "";
  return name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
