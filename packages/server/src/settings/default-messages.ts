/** What the messages say that a site may put its own in place of, for the page on which it does (S17). */
import { type Address, LANGUAGES, type Language } from "@sophie/engine";
import { wordsOf } from "../words/words-of.ts";

interface DefaultMessages {
  readonly available: string;
  readonly unavailable: string;
  readonly unassigned: string;
  /** In place of `unassigned`, where the conversation is closed then. */
  readonly closing: string;
}

export function defaultMessages(): Readonly<Record<Address, Readonly<Record<Language, DefaultMessages>>>> {
  const inAddress = (address: Address) =>
    Object.fromEntries(LANGUAGES.map((language) => [language, messagesIn(language, address)])) as Record<
      Language,
      DefaultMessages
    >;
  return { formal: inAddress("formal"), informal: inAddress("informal") };
}

function messagesIn(language: Language, address: Address): DefaultMessages {
  const { available, closed, unassigned, closing } = wordsOf(language, address);
  return { available, unavailable: closed, unassigned, closing };
}
