/** What Sophie says in German. */
import type { WordsIn } from "./words.ts";

export const de: WordsIn = (isFormal) => ({
  greeting: (site) => `Hallo, ich bin Sophie von ${site}. Wie kann ich ${isFormal ? "Ihnen" : "dir"} helfen?`,
  says: {
    admit: `Das weiß ich nicht sicher. ${isFormal ? "Können Sie" : "Kannst du"} es anders fragen?`,
    offer: "Das weiß ich nicht sicher. Soll ich eine Kollegin oder einen Kollegen dazuholen?",
    offer_after_feedback:
      "Schade, dass das nicht geholfen hat. Soll ich eine Kollegin oder einen Kollegen dazuholen?",
    go_on: `Gut. Womit kann ich ${isFormal ? "Ihnen" : "dir"} noch helfen?`,
  },
  askAgain: (missing) =>
    `Ich brauche noch: ${missing}. ${isFormal ? "Sie können" : "Du kannst"} das auch überspringen.`,
  fields: {
    name: "Name",
    email: "E-Mail-Adresse",
    phone: "Telefonnummer",
    date: "Datum",
    order_number: "Bestellnummer",
    text: "Nähere Angaben",
  },
  accept: "Ja, bitte",
  decline: "Nein, danke",
  yes: "ja|ja bitte|bitte|gerne|ja gerne|ok|okay|in ordnung|ist gut|klar|ja klar".split("|"),
  no: "nein|nein danke|ne|nee|nicht notig|lieber nicht|schon gut|danke nein".split("|"),
});
