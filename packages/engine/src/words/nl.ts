/** What Sophie says in Dutch. */
import type { Words } from "./words.ts";

export const nl: Words = {
  greeting: (site) => `Hallo, ik ben Sophie van ${site}. Waarmee kan ik u helpen?`,
  admit: "Dat weet ik niet zeker. Zal ik er een medewerker bij halen?",
  yes: [
    "ja",
    "ja graag",
    "graag",
    "ja hoor",
    "ja doe maar",
    "doe maar",
    "ok",
    "oke",
    "prima",
    "is goed",
    "ja prima",
    "goed",
  ],
};
