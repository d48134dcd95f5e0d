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
        "hoi|hallo|hey|hee|hi|hello|dag|hallo daar|goedendag|goedemorgen|goedemiddag|goedenavond|goeiedag|goeiemorgen|goeiemiddag|goeienavond".split(
          "|",
        ),
      welcome:
        "bedankt|dank|dank u|dank je|dank u wel|dank je wel|dankuwel|dankjewel|hartelijk dank|heel erg bedankt|alvast bedankt|thanks|merci|top|super|fijn|duidelijk|helder|prima|mooi|ok|oke|ok bedankt|oke bedankt|top bedankt|super bedankt|fijn bedankt|prima bedankt|ok dank u|ok dank je|oke top|ok top".split(
          "|",
        ),
      part: "doei|doeg|dag dag|tot ziens|fijne dag|fijne dag nog|nog een fijne dag|fijne avond|bye|ciao".split(
        "|",
      ),
      introduce:
        "wie ben je|wie ben jij|wie bent u|ben je een robot|ben jij een robot|bent u een robot|ben je een bot|ben jij een bot|bent u een bot|ben je een mens|ben jij een mens|bent u een mens|ben je echt|ben jij echt|bent u echt|ben je een ai|is dit een bot|is dit een robot|praat ik met een bot|praat ik met een robot|praat ik met een mens|spreek ik met een bot|spreek ik met een robot|spreek ik met een mens".split(
          "|",
        ),
    },
  };
};
