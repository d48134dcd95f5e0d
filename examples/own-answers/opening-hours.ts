/** Answers of this site's own: it knows when it is open, and nothing else. */
import type { AnswerPort } from "@sophie/engine";

const HOURS = {
  en: "We are open on weekdays from 9:00 to 17:30.",
  nl: "Wij zijn op werkdagen open van 9.00 tot 17.30.",
};

export const openingHours: AnswerPort = async ({ text, language }) => {
  if (!/\b(?:open|hours|openingstijden|geopend)\b/i.test(text)) return null;
  return language === "nl" ? HOURS.nl : HOURS.en;
};
