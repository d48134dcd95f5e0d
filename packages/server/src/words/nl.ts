/** What visitors read in Dutch when a person is called. */
import type { LanguageWords } from "./notice-words.ts";

export const nl: LanguageWords = {
  locale: "nl",
  elsewhere: (time, place) => `${time} in ${place}`,
  moment: ({ weekday, day, month, time }) => `${weekday} ${day} ${month} om ${time}`,
  formal: {
    available: "Er komt zo een collega bij. Blijft u even in dit venster?",
    closed:
      "Ons team is nu niet bereikbaar. We zijn er weer op {time} en antwoorden u hier uiterlijk op {reply}.",
    later: "Een collega antwoordt u hier, uiterlijk op {reply}. U hoeft niet te wachten.",
    someday: "Er is nu niemand vrij. Uw vraag staat genoteerd; een collega antwoordt u hier zodra dat kan.",
    unassigned: "Uw vraag staat genoteerd. We zoeken uit wie u het beste kan helpen.",
    closing: "Uw vraag staat genoteerd en een collega pakt die op. Dit gesprek sluiten we nu af.",
    nobody: "Er kan hier geen collega bij komen. Ik help u zelf zo goed als ik kan.",
    otherWays:
      "Er kan hier geen collega bij komen, maar zo bereikt u ons wel. Met andere vragen help ik u graag.",
    wrongPlace: "Vragen op deze pagina worden niet beantwoord. Zo bereikt u ons wel:",
    nowhere: "Vragen op deze pagina worden niet beantwoord. Kijk op onze andere pagina’s hoe u ons bereikt.",
  },
  informal: {
    available: "Er komt zo een collega bij. Blijf je even in dit venster?",
    closed:
      "Ons team is nu niet bereikbaar. We zijn er weer op {time} en antwoorden je hier uiterlijk op {reply}.",
    later: "Een collega antwoordt je hier, uiterlijk op {reply}. Je hoeft niet te wachten.",
    someday: "Er is nu niemand vrij. Je vraag staat genoteerd; een collega antwoordt je hier zodra dat kan.",
    unassigned: "Je vraag staat genoteerd. We zoeken uit wie je het beste kan helpen.",
    closing: "Je vraag staat genoteerd en een collega pakt die op. Dit gesprek sluiten we nu af.",
    nobody: "Er kan hier geen collega bij komen. Ik help je zelf zo goed als ik kan.",
    otherWays:
      "Er kan hier geen collega bij komen, maar zo bereik je ons wel. Met andere vragen help ik je graag.",
    wrongPlace: "Vragen op deze pagina worden niet beantwoord. Zo bereik je ons wel:",
    nowhere: "Vragen op deze pagina worden niet beantwoord. Kijk op onze andere pagina’s hoe je ons bereikt.",
  },
};
