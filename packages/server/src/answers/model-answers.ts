/** Answers made by a language model from what a site knows: at most so many at once, in a bounded time, each one checked. */
import type { Address, Answer, KnowledgeEntry, Language, MessageEntry } from "@sophie/engine";
import { answerInstructions } from "./answer-instructions.ts";
import { type CitableFacts, readCited } from "./cited-answer.ts";
import type { LanguageModel } from "./language-model.ts";

/** Made at one time by this process; whoever comes next goes without. */
const RUNNING_MAX = 32;
/** What is sent of a turn: a story is no question. */
const TURN_CHARS_MAX = 1_000;
/** More characters than any answer has, with its citation: what goes on is cut off. */
const SAID_CHARS_MAX = 4_000;

export interface ModelQuestion {
  readonly site: string;
  readonly language: Language;
  readonly address: Address;
  /** The last turns, the oldest first; the last one asks. */
  readonly turns: readonly Pick<MessageEntry, "author" | "text">[];
  readonly entries: readonly KnowledgeEntry[];
}

export interface ModelAnswersOptions {
  readonly model: LanguageModel;
  readonly timeoutMs: number;
  /** Something went wrong: its kind, and never what was said. */
  readonly onFault: (what: string, error: unknown) => void;
}

export class ModelAnswers {
  readonly timeoutMs: number;
  readonly #model: LanguageModel;
  readonly #onFault: ModelAnswersOptions["onFault"];
  #running = 0;

  constructor({ model, timeoutMs, onFault }: ModelAnswersOptions) {
    this.#model = model;
    this.timeoutMs = timeoutMs;
    this.#onFault = onFault;
  }

  /** Null for no answer that can be believed. Never rejects. `onPart`: all that may be shown so far. */
  async answer(question: ModelQuestion, onPart: (text: string) => void): Promise<Answer | null> {
    if (this.#running >= RUNNING_MAX || question.entries.length === 0) return null;
    this.#running += 1;
    try {
      return await this.#ask(question, onPart);
    } catch (error) {
      this.#onFault("language model", error);
      return null;
    } finally {
      this.#running -= 1;
    }
  }

  async #ask(question: ModelQuestion, onPart: (text: string) => void): Promise<Answer | null> {
    const enough = new AbortController();
    const signal = AbortSignal.any([enough.signal, AbortSignal.timeout(this.timeoutMs)]);
    const asked = question.turns.at(-1)?.text ?? "";
    const facts: CitableFacts = { question: asked, language: question.language, entries: question.entries };
    const request = {
      instructions: answerInstructions(question),
      turns: question.turns.map(({ author, text }) => ({
        role: author.kind === "visitor" ? ("user" as const) : ("assistant" as const),
        content: text.slice(0, TURN_CHARS_MAX),
      })),
    };
    let said = "";
    let shown = "";
    try {
      for await (const piece of withSignal(this.#model.stream(request, signal), signal)) {
        said += piece;
        const reading = readCited(said, facts, false);
        if (reading.state === "refused" || said.length > SAID_CHARS_MAX) return null;
        if (reading.state === "growing" && reading.text !== shown) onPart((shown = reading.text));
      }
    } finally {
      enough.abort();
    }
    const reading = readCited(said, facts, true);
    if (reading.state !== "answer") return null;
    return { text: reading.text, source: { by: "model", entries: [...reading.entries] } };
  }
}

/** An endpoint that does not listen to the signal is left where it is. */
async function* withSignal<T>(source: AsyncIterable<T>, signal: AbortSignal): AsyncIterable<T> {
  const iterator = source[Symbol.asyncIterator]();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  aborted.catch(() => {});
  for (;;) {
    const next = await Promise.race([iterator.next(), aborted]);
    if (next.done === true) return;
    yield next.value;
  }
}
