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
    greet: "bjr|bonjour|bonsoir|coucou|hello|salut".split("|"),
    welcome:
      "c'est clair|compris|d'accord|d'accord merci|merci|merci a toi|merci a vous|merci beaucoup|merci bien|ok|ok merci|parfait|parfait merci|super|super merci|tres bien|tres bien merci".split(
        "|",
      ),
    part: "a bientot|au revoir|bonne journee|bonne soiree".split("|"),
    introduce:
      "c'est un bot|c'est un robot|es tu humaine|es tu un bot|es tu un robot|est ce que je parle a un humain|est ce que je parle a un robot|est ce un robot|etes vous humaine|etes vous un bot|etes vous un robot|je parle a un humain|je parle a un robot|qui es tu|qui etes vous|tu es un bot|tu es un robot|vous etes un robot".split(
        "|",
      ),
  },
});
