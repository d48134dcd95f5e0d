/** What Sophie says in English. */
import type { Words } from "./words.ts";

export const en: Words = {
  greeting: (site) => `Hello, I am Sophie of ${site}. How can I help you?`,
  admit: "I am not sure about that. Shall I get a colleague for you?",
  yes: [
    "yes",
    "yes please",
    "please",
    "please do",
    "yeah",
    "yep",
    "ok",
    "okay",
    "sure",
    "go ahead",
    "fine",
    "great",
  ],
};
