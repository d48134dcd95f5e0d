/** What Sophie says in Dutch. */
import type { WordsIn } from "./words.ts";

export const nl: WordsIn = (isFormal) => {
  const you = isFormal ? "u" : "je";
  const canYou = isFormal ? "Kunt u" : "Kun je";
  return {
    greeting: (site) => `Hallo, ik ben Sophie van ${site}. Waarmee kan ik ${you} helpen?`,
    says: {
      admit: `Dat weet ik niet zeker. ${canYou} het anders vragen?`,
      offer: "Dat weet ik niet zeker. Zal ik er een medewerker bij halen?",
      offer_after_feedback: "Jammer dat dat niet hielp. Zal ik er een medewerker bij halen?",
      go_on: `Goed. Waarmee kan ik ${you} nog helpen?`,
      greet: `Hallo! Waarmee kan ik ${you} helpen?`,
      welcome: `Graag gedaan. Kan ik nog iets voor ${you} doen?`,
      part: "Tot ziens, en een fijne dag.",
      introduce: `Ik ben Sophie, een digitale assistent en geen mens. Waarmee kan ik ${you} helpen?`,
    },
    askAgain: (missing) =>
      `Ik heb nog nodig: ${missing}. ${isFormal ? "U kunt" : "Je kunt"} dit ook overslaan.`,
    fields: {
      name: "Naam",
      email: "E-mailadres",
      phone: "Telefoonnummer",
      date: "Datum",
      order_number: "Ordernummer",
      text: "Toelichting",
    },
    alreadyAsked: `${isFormal ? "Uw" : "Je"} vraag ligt al bij een medewerker. We gaan hier verder.`,
    accept: "Ja, graag",
    decline: `Nee, dank ${you}`,
    yes: "ja|ja graag|graag|ja hoor|ja doe maar|doe maar|ok|oke|prima|is goed|ja prima|goed|ja dat is goed".split(
      "|",
    ),
    no: "nee|nee dank u|nee dank je|nee bedankt|nee hoor|nee hoeft niet|hoeft niet|laat maar|niet nodig".split(
      "|",
    ),
    courtesies: {
      greet:
        "dag|goedemiddag|goedemorgen|goedenavond|goedendag|goeiemiddag|goeiemorgen|hallo|hello|hey|hi|hoi".split(
          "|",
        ),
      welcome:
        "alvast bedankt|bedankt|dank je|dank je wel|dank u|dank u wel|dankjewel|dankuwel|duidelijk|fijn|hartelijk dank|helder|ok|ok bedankt|oke|oke bedankt|prima|super|super bedankt|thanks|top|top bedankt".split(
          "|",
        ),
      part: "doei|fijne dag|fijne dag nog|nog een fijne dag|tot ziens".split("|"),
      introduce:
        "ben je echt|ben je een bot|ben je een mens|ben je een robot|bent u een bot|bent u een mens|bent u een robot|is dit een bot|is dit een robot|praat ik met een mens|praat ik met een robot|spreek ik met een mens|spreek ik met een robot|wie ben je|wie bent u".split(
          "|",
        ),
    },
  };
};
