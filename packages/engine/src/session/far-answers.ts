/** Answers that the server makes where the site has a language model: asked for, heard as they grow, and never waited for too long. */
import type { Answer, AnswerPort } from "../conversation/ports.ts";
import { readAnswer } from "../conversation/read-answer.ts";
import type { Clock } from "../domain/clock.ts";
import type { SendId } from "../domain/id.ts";
import type { AnswerOver } from "../protocol/answer-over.ts";
import type { AnswerPart } from "../protocol/answer-part.ts";

export interface FarAnswersOptions {
  readonly clock: Clock;
  /** How long the server may take; null where it makes no answers. */
  readonly patienceMs: number | null;
  /** What the browser answers by itself when the server has nothing. */
  readonly near: AnswerPort;
  /** Tells the server what is asked. Lost if there is no line; then `lineIsBack` asks again. */
  readonly ask: (message: SendId) => void;
  readonly onChange: () => void;
}

/** Answers are looked for one at a time. */
export class FarAnswers {
  readonly #options: FarAnswersOptions;
  #waiting: { readonly message: SendId; readonly end: (answer: Answer | null) => void } | null = null;
  #isAsked = false;
  #partial: { readonly message: SendId; readonly text: string } | null = null;

  constructor(options: FarAnswersOptions) {
    this.#options = options;
  }

  readonly answer: AnswerPort = async (question) => {
    const { patienceMs, near } = this.#options;
    const far = patienceMs === null ? null : await this.#wait(question.id, patienceMs);
    return far ?? near(question);
  };

  /** What there is of the answer so far; null while nothing is. */
  get partial(): { readonly message: SendId; readonly text: string } | null {
    return this.#partial;
  }

  /** The server looks at a message in its log, so it is asked when that stands there. */
  stored(isStored: (message: SendId) => boolean): void {
    if (this.#waiting === null || this.#isAsked || !isStored(this.#waiting.message)) return;
    this.#isAsked = true;
    this.#options.ask(this.#waiting.message);
  }

  /** Whether the question came through the line that was lost, nobody knows. Asking twice makes one answer. */
  lineIsBack(): void {
    this.#isAsked = false;
  }

  hear(message: AnswerPart | AnswerOver): void {
    if (message.message !== this.#waiting?.message) return;
    if (message.type === "answer-over") this.#waiting.end(readAnswer(message.answer));
    else this.#partial = { message: message.message, text: message.text };
  }

  #wait(message: SendId, patienceMs: number): Promise<Answer | null> {
    this.#waiting?.end(null);
    return new Promise((resolve) => {
      const cancel = this.#options.clock.after(patienceMs, () => this.#waiting?.end(null));
      const end = (answer: Answer | null) => {
        cancel();
        this.#waiting = null;
        this.#partial = null;
        resolve(answer);
      };
      this.#waiting = { message, end };
      this.#isAsked = false;
      this.#options.onChange();
    });
  }
}
