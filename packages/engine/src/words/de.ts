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
    greet: "gruss gott|gruß gott|guten abend|guten morgen|guten tag|hallo|hey|hi|moin|servus".split("|"),
    welcome:
      "alles klar|alles klar danke|danke|danke schon|danke sehr|dankeschon|herzlichen dank|ok|ok danke|okay|okay danke|perfekt|perfekt danke|prima|super|super danke|verstanden|vielen dank".split(
        "|",
      ),
    part: "auf wiedersehen|schonen tag|schonen tag noch|tschuss|tschuß".split("|"),
    introduce:
      "bist du echt|bist du ein bot|bist du ein mensch|bist du ein roboter|bist du eine ki|ist das ein bot|ist das ein roboter|schreibe ich mit einem menschen|sind sie ein bot|sind sie ein mensch|sind sie ein roboter|spreche ich mit einem bot|spreche ich mit einem menschen|wer bist du|wer sind sie".split(
        "|",
      ),
  },
});
