/** The language that Sophie speaks with this visitor: the page's, until the visitor's first words are plainly in another. */
import { guessLanguage } from "../conversation/guess-language.ts";
import type { Language } from "../domain/language.ts";
import type { Words } from "../words/words.ts";
import type { SessionOptions, SessionPorts } from "./session-ports.ts";

/** After so many messages a visitor has chosen. */
const HEARD_MAX = 3;

export class Voice {
  language: Language;
  words: Words;
  /** Settles when the words for what was heard are there. */
  ready: Promise<unknown> = Promise.resolve();
  readonly #wordsIn: SessionPorts["wordsIn"];
  readonly #onChange: () => void;
  #heard = 0;

  constructor({ language, words }: SessionOptions, { wordsIn }: SessionPorts, onChange: () => void) {
    this.language = language;
    this.words = words;
    this.#wordsIn = wordsIn;
    this.#onChange = onChange;
  }

  hear(text: string): void {
    this.#heard += 1;
    if (this.#wordsIn === undefined || this.#heard > HEARD_MAX) return;
    const guess = guessLanguage(text);
    if (guess === null || guess === this.language) return;
    const before = this.language;
    this.language = guess;
    this.ready = this.#wordsIn(guess)
      .then((words) => (this.words = words))
      // Words that did not load leave the ones that are there.
      .catch(() => (this.language = before))
      .finally(this.#onChange);
  }
}
