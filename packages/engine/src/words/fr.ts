/** What Sophie says in French. */
import type { WordsIn } from "./words.ts";

export const fr: WordsIn = (isFormal) => ({
  greeting: (site) =>
    `Bonjour, je suis Sophie de ${site}. Comment puis-je ${isFormal ? "vous " : "t’"}aider ?`,
  says: {
    admit: `Je n’en suis pas certaine. ${isFormal ? "Pouvez-vous" : "Peux-tu"} le demander autrement ?`,
    offer: `Je n’en suis pas certaine. ${isFormal ? "Voulez-vous" : "Veux-tu"} que je fasse venir un collègue ?`,
    offer_after_feedback: `Désolée que cela n’ait pas aidé. ${isFormal ? "Voulez-vous" : "Veux-tu"} que je fasse venir un collègue ?`,
    go_on: `Très bien. Que puis-je faire d’autre pour ${isFormal ? "vous" : "toi"} ?`,
  },
  askAgain: (missing) =>
    `Il me manque encore : ${missing}. ${isFormal ? "Vous pouvez" : "Tu peux"} aussi passer cette étape.`,
  fields: {
    name: "Nom",
    email: "Adresse e-mail",
    phone: "Numéro de téléphone",
    date: "Date",
    order_number: "Numéro de commande",
    text: "Précisions",
  },
  accept: "Oui, volontiers",
  decline: "Non, merci",
  yes: "oui|oui merci|oui s'il vous plait|oui s'il te plait|oui svp|oui volontiers|volontiers|d'accord|ok|avec plaisir|bien sur|oui je veux bien".split(
    "|",
  ),
  no: "non|non merci|pas la peine|pas besoin|ca ira|plus tard|laissez|laisse tomber".split("|"),
});
