/** What visitors read in French when a person is called. */
import type { LanguageWords } from "./notice-words.ts";

export const fr: LanguageWords = {
  locale: "fr",
  elsewhere: (time, place) => `${time} à ${place}`,
  moment: ({ weekday, day, month, time }) => `${weekday} ${day} ${month} à ${time}`,
  formal: {
    available: "Un collègue vous rejoint dans un instant. Merci de garder cette fenêtre ouverte.",
    closed:
      "Notre équipe n’est pas joignable pour le moment. Nous serons de retour le {time} et vous répondrons ici au plus tard le {reply}.",
    later: "Un collègue vous répond ici, au plus tard le {reply}. Inutile d’attendre.",
    someday:
      "Personne n’est disponible pour le moment. Votre question est notée ; un collègue vous répondra ici dès que possible.",
    unassigned: "Votre question est notée. Nous cherchons la personne la mieux placée pour vous aider.",
    closing:
      "Votre question est notée et un collègue s’en occupe. Nous fermons maintenant cette conversation.",
    nobody: "Aucun collègue ne peut nous rejoindre ici. Je vous aide moi-même du mieux que je peux.",
    otherWays:
      "Aucun collègue ne peut nous rejoindre ici, mais voici comment nous joindre. Pour d’autres questions, je vous aide volontiers.",
    wrongPlace: "Nous ne répondons pas aux questions sur cette page. Voici comment nous joindre :",
    nowhere:
      "Nous ne répondons pas aux questions sur cette page. Vous trouverez sur nos autres pages comment nous joindre.",
  },
  informal: {
    available: "Un collègue te rejoint dans un instant. Garde cette fenêtre ouverte, s’il te plaît.",
    closed:
      "Notre équipe n’est pas joignable pour le moment. Nous serons de retour le {time} et te répondrons ici au plus tard le {reply}.",
    later: "Un collègue te répond ici, au plus tard le {reply}. Inutile d’attendre.",
    someday:
      "Personne n’est disponible pour le moment. Ta question est notée ; un collègue te répondra ici dès que possible.",
    unassigned: "Ta question est notée. Nous cherchons la personne la mieux placée pour t’aider.",
    closing: "Ta question est notée et un collègue s’en occupe. Nous fermons maintenant cette conversation.",
    nobody: "Aucun collègue ne peut nous rejoindre ici. Je t’aide moi-même du mieux que je peux.",
    otherWays:
      "Aucun collègue ne peut nous rejoindre ici, mais voici comment nous joindre. Pour d’autres questions, je t’aide volontiers.",
    wrongPlace: "Nous ne répondons pas aux questions sur cette page. Voici comment nous joindre :",
    nowhere:
      "Nous ne répondons pas aux questions sur cette page. Tu trouveras sur nos autres pages comment nous joindre.",
  },
};
