/** What Sophie says in French. */
import type { Words } from "./words.ts";

export const fr: Words = {
  greeting: (site) => `Bonjour, je suis Sophie de ${site}. Comment puis-je vous aider ?`,
  admit: "Je n’en suis pas certaine. Voulez-vous que je fasse venir un collègue ?",
  yes: [
    "oui",
    "oui merci",
    "oui s'il vous plait",
    "oui svp",
    "volontiers",
    "d'accord",
    "ok",
    "avec plaisir",
    "bien sur",
    "oui je veux bien",
  ],
};
