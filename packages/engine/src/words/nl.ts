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
  };
};
