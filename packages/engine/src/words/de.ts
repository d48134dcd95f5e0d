/** What Sophie says in German. */
import type { Words } from "./words.ts";

export const de: Words = {
  greeting: (site) => `Hallo, ich bin Sophie von ${site}. Wie kann ich Ihnen helfen?`,
  admit: "Das weiß ich nicht sicher. Soll ich eine Kollegin oder einen Kollegen dazuholen?",
  yes: [
    "ja",
    "ja bitte",
    "bitte",
    "gerne",
    "ja gerne",
    "ok",
    "okay",
    "in ordnung",
    "ist gut",
    "klar",
    "ja klar",
  ],
};
