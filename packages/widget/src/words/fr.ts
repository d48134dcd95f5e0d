/** The panel in French. */
import { frWords } from "@sophie/engine";
import type { WordsIn } from "./words.ts";

export const fr: WordsIn = (isFormal) => {
  const keep = isFormal ? "Gardez" : "Garde";
  const write = isFormal ? "Écrivez" : "Écris";
  const youWrite = isFormal ? "Ce que vous écrivez" : "Ce que tu écris";
  return {
    sophie: frWords(isFormal),
    chatWith: (site) => `Chat avec ${site}`,
    openChat: "Ouvrir le chat",
    closeChat: "Fermer le chat",
    unread: (count) => (count === 1 ? "1 nouveau message" : `${count} nouveaux messages`),
    assistant: (site) => `Assistante numérique de ${site}`,
    personAsked: "Un conseiller a été demandé",
    colleague: (site) => `De l’équipe ${site}`,
    ended: "Conversation terminée",
    you: isFormal ? "Vous" : "Toi",
    delivery: {
      sending: "envoi en cours",
      sent: "envoyé",
      delivered: "distribué",
      read: "lu",
      failed: "échec",
    },
    retry: "Renvoyer",
    tooLong: "Trop long pour être envoyé",
    newMessages: "Nouveaux messages",
    isTyping: (name) => `${name} écrit`,
    looking: "Sophie cherche la réponse",
    talkToPerson: "Parler à un conseiller",
    requestDemo: (noun) => (noun ? `Demande : ${noun}` : "Demander une démo"),
    asking: "Nous appelons un conseiller…",
    pendingTitle: `Un conseiller va ${isFormal ? "vous" : "te"} rejoindre`,
    pendingGoOn: `${isFormal ? "Votre question est transmise. Vous pouvez" : "Ta question est transmise. Tu peux"} continuer à écrire ; le conseiller lira tout.`,
    pendingMayLeave: isFormal
      ? "Si vous fermez cette page, la réponse vous attendra ici."
      : "Si tu fermes cette page, la réponse t’attendra ici.",
    pendingStay: `${keep} cette page ouverte pour recevoir la réponse.`,
    takesOver: (name) => `${name} prend le relais`,
    closedTitle: "Cette conversation est terminée",
    closedReopens: `${write} à nouveau et elle reprendra avec un conseiller.`,
    closedStartsNew: `${write} à nouveau et une nouvelle conversation commencera.`,
    askTitle: "Encore un détail",
    askBody: `Le conseiller pourra ${isFormal ? "vous " : "t’"}aider tout de suite. C’est facultatif.`,
    askSend: "Transmettre",
    askSkip: "Passer",
    wrong: "Ce n’est pas tout à fait cela.",
    wasHelpful: "Est-ce que cela aide ?",
    yes: "Oui",
    no: "Non",
    thanks: "Merci",
    surveyTitle: `Comment s’est passée ${isFormal ? "votre" : "ta"} conversation ?`,
    surveyWorst: "mal",
    surveyBest: "très bien",
    surveyComment: "Un mot à ajouter ? (facultatif)",
    place: (ahead) =>
      ahead === 0
        ? `C’est bientôt à ${isFormal ? "vous" : "toi"}.`
        : ahead === 1
          ? "1 personne attend avant."
          : `${ahead} personnes attendent avant.`,
    about: (from, to) =>
      from === to ? `Comptez environ ${to} min.` : `Environ ${from} à ${to} min d’attente.`,
    channel: {
      phone: "Appeler",
      whatsapp: "WhatsApp",
      mail: "E-mail",
      link: "Autres moyens",
      callback: "Être rappelé",
    },
    callMe: "Me rappeler",
    willCall: (number) => `Nous ${isFormal ? "vous" : "te"} rappellerons au ${number}.`,
    offlineTitle: "Pas de connexion",
    offlineSaved: `${youWrite} est gardé sur cet appareil et sera envoyé dès que possible.`,
    offlineHeld: `${youWrite} sera envoyé dès que possible. ${keep} cette page ouverte.`,
    nextTry: (seconds) => `Nouvel essai dans ${seconds} s.`,
    connecting: "Connexion…",
    tryNow: "Réessayer",
    stoppedTitle: "Le chat s’est arrêté",
    stoppedBody: `${isFormal ? "Rechargez" : "Recharge"} la page pour continuer. Ce qui a été envoyé est conservé.`,
    reload: "Recharger la page",
    message: "Message",
    placeholder: `${write} un message`,
    send: "Envoyer",
    charsLeft: (count) => (count === 1 ? "encore 1 caractère" : `encore ${count} caractères`),
    charsOver: (count) => (count === 1 ? "1 caractère de trop" : `${count} caractères de trop`),
  };
};
