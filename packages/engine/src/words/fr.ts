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
    greet: `Bonjour ! Comment puis-je ${isFormal ? "vous " : "t’"}aider ?`,
    welcome: `Avec plaisir. Puis-je faire autre chose pour ${isFormal ? "vous" : "toi"} ?`,
    part: "Au revoir et bonne journée.",
    introduce: `Je suis Sophie, une assistante numérique et non une personne. Comment puis-je ${isFormal ? "vous " : "t’"}aider ?`,
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
  alreadyAsked: `${isFormal ? "Votre" : "Ta"} question est déjà chez un conseiller. Continuons ici.`,
  accept: "Oui, volontiers",
  decline: "Non, merci",
  yes: "oui|oui merci|oui s'il vous plait|oui s'il te plait|oui svp|oui volontiers|volontiers|d'accord|ok|avec plaisir|bien sur|oui je veux bien".split(
    "|",
  ),
  no: "non|non merci|pas la peine|pas besoin|ca ira|plus tard|laissez|laisse tomber".split("|"),
  courtesies: {
    greet: "bonjour|bonsoir|salut|coucou|hello|bjr".split("|"),
    welcome:
      "merci|merci beaucoup|merci bien|merci a vous|merci a toi|super|parfait|compris|tres bien|d'accord|c'est clair|ok|ok merci|d'accord merci|parfait merci|super merci|tres bien merci".split(
        "|",
      ),
    part: "au revoir|bonne journee|bonne soiree|a bientot".split("|"),
    introduce:
      "qui es tu|qui etes vous|tu es un robot|vous etes un robot|etes vous un robot|es tu un robot|tu es un bot|etes vous un bot|es tu un bot|es tu humaine|etes vous humaine|c'est un robot|c'est un bot|est ce un robot|je parle a un robot|je parle a un humain|est ce que je parle a un robot|est ce que je parle a un humain".split(
        "|",
      ),
  },
});
