/** Answers by the language model for visitors' sockets: told as they grow, made once however many tabs ask, and then told to everyone. */
import type { Answer, AskAnswer, Handoff, ToVisitor } from "@sophie/engine";
import type { ModelAnswers } from "../answers/model-answers.ts";
import type { ModelSummaryOptions } from "../answers/model-summary.ts";
import { answerQuestion } from "../commands/answer-question.ts";
import { wordSummary } from "../commands/word-summary.ts";
import type { VisitorActor, World } from "../commands/world.ts";
import type { Hub } from "../hub/hub.ts";

type Tell = (message: Extract<ToVisitor, { type: "answer-part" | "answer-over" }>) => void;

interface Growing {
  readonly listeners: Set<Tell>;
  readonly over: Promise<Answer | null>;
}

export interface AnsweringOptions {
  readonly world: World;
  readonly hub: Hub;
  readonly answers: ModelAnswers;
  /** Puts summaries into words; null where the rules do that alone. */
  readonly summaries: ModelSummaryOptions | null;
  readonly onFault: (what: string, error: unknown) => void;
}

export class Answering {
  readonly #options: AnsweringOptions;
  /** By visitor, conversation and message: nobody hears what grows for somebody else. */
  readonly #growing = new Map<string, Growing>();

  constructor(options: AnsweringOptions) {
    this.#options = options;
  }

  /** Settles when it is over and `tell` has been told so. Never rejects. */
  async ask(visitor: VisitorActor, request: AskAnswer, tell: Tell): Promise<void> {
    const { conversation, message } = request;
    const key = JSON.stringify([visitor.site, visitor.id, conversation, message]);
    const growing = this.#growing.get(key) ?? this.#begin(key, visitor, request);
    growing.listeners.add(tell);
    tell({ type: "answer-over", conversation, message, answer: await growing.over });
  }

  /** The handoff is there already, and waits for no summary. Never rejects. */
  async wordSummary(handoff: Handoff): Promise<void> {
    const { world, hub, summaries, onFault } = this.#options;
    if (summaries === null) return;
    try {
      const outcome = await wordSummary(world, handoff, summaries);
      if (outcome !== null) hub.tell(outcome);
    } catch (error) {
      onFault("summary", error);
    }
  }

  #begin(key: string, visitor: VisitorActor, request: AskAnswer): Growing {
    const { conversation, message } = request;
    const listeners = new Set<Tell>();
    const onPart = (text: string) => {
      for (const tell of listeners) tell({ type: "answer-part", conversation, message, text });
    };
    const over = this.#make(visitor, request, onPart).finally(() => this.#growing.delete(key));
    const growing = { listeners, over };
    this.#growing.set(key, growing);
    return growing;
  }

  async #make(
    visitor: VisitorActor,
    request: AskAnswer,
    onPart: (text: string) => void,
  ): Promise<Answer | null> {
    const { world, hub, answers, onFault } = this.#options;
    try {
      const answered = await answerQuestion(world, visitor, request, { answers, onPart });
      if (answered?.outcome != null) hub.tell(answered.outcome);
      return answered?.answer ?? null;
    } catch (error) {
      onFault("answer", error);
      return null;
    }
  }
}
