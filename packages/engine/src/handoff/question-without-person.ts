/** The question in a message, without what says who asks: for counting what was asked, not who asked it. */
import type { Language } from "../domain/language.ts";
import { CUES } from "./cues.ts";
import { isQuestion, sentencesIn } from "./sentences.ts";

const QUESTION_CHARS_MAX = 160;
const LEFT_OUT = "…";

/** Addresses, account and telephone numbers, and any other number that is no house's or year's. */
const PERSONAL: readonly RegExp[] = [
  /\S+@\S+/g,
  /(?:https?:\/\/|www\.)\S+/gi,
  /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?\d{1,4}\b)?/g,
  /\b\d{4}\s?[A-Z]{2}\b/g,
  /\+?\d(?:[\s()./-]{0,2}\d){4,}/g,
  /@\w+/g,
];

/** Null for a message that asks nothing, and for a question too long to be anybody else's. */
export function questionWithoutPerson(text: string, language: Language): string | null {
  const asked = sentencesIn(text).find(
    ({ text: sentence, folded }) =>
      isQuestion({ text: sentence, folded }, language) && !CUES[language].ownName.test(folded),
  );
  if (asked === undefined) return null;
  const bare = PERSONAL.reduce((rest, personal) => rest.replace(personal, LEFT_OUT), asked.text)
    .replace(/…(?:\s*…)+/g, LEFT_OUT)
    .trim();
  return bare.length > QUESTION_CHARS_MAX || !/\p{L}{3}/u.test(bare) ? null : bare;
}
