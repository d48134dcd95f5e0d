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
    greet: `Hallo! Wie kann ich ${isFormal ? "Ihnen" : "dir"} helfen?`,
    welcome: `Gern geschehen. Kann ich sonst noch etwas für ${isFormal ? "Sie" : "dich"} tun?`,
    part: "Auf Wiedersehen und einen schönen Tag.",
    introduce: `Ich bin Sophie, eine digitale Assistentin und kein Mensch. Wie kann ich ${isFormal ? "Ihnen" : "dir"} helfen?`,
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
  alreadyAsked: `${isFormal ? "Ihre" : "Deine"} Frage liegt schon bei unserem Team. Hier geht es weiter.`,
  accept: "Ja, bitte",
  decline: "Nein, danke",
  yes: "ja|ja bitte|bitte|gerne|ja gerne|ok|okay|in ordnung|ist gut|klar|ja klar".split("|"),
  no: "nein|nein danke|ne|nee|nicht notig|lieber nicht|schon gut|danke nein".split("|"),
  courtesies: {
    greet: "hallo|hi|hey|moin|servus|gruss gott|gruß gott|guten tag|guten morgen|guten abend".split("|"),
    welcome:
      "danke|danke schon|dankeschon|danke sehr|vielen dank|herzlichen dank|alles klar|super|prima|perfekt|verstanden|ok|okay|ok danke|okay danke|super danke|alles klar danke|perfekt danke".split(
        "|",
      ),
    part: "tschuss|tschuß|auf wiedersehen|schonen tag|schonen tag noch".split("|"),
    introduce:
      "wer bist du|wer sind sie|bist du ein roboter|sind sie ein roboter|bist du ein bot|sind sie ein bot|bist du ein mensch|sind sie ein mensch|bist du echt|bist du eine ki|ist das ein bot|ist das ein roboter|spreche ich mit einem bot|spreche ich mit einem menschen|schreibe ich mit einem menschen".split(
        "|",
      ),
  },
});
