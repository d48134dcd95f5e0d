/** What the session asks of the world, loaded when it is first wanted. What did not load is tried again next time. */
import type { AnswerPort, DetectorPort, SiteConfig, TriggerFinder, TriggersPort } from "@sophie/engine";

export const loadDetector: DetectorPort = () => import("./detector.ts").then(({ detector }) => detector);

/** Undefined for a site without words of its own: it costs nothing. */
export function lazyTriggers({ triggers }: SiteConfig): TriggersPort | undefined {
  if (triggers.length === 0) return undefined;
  let finder: Promise<TriggerFinder> | undefined;
  return () => {
    finder ??= import("./triggers.ts").then(({ createTriggerFinder }) => createTriggerFinder(triggers));
    finder.catch(() => (finder = undefined));
    return finder;
  };
}

export interface Answers {
  readonly answer: AnswerPort;
  /** Fetches them before anybody asks. */
  readonly load: () => void;
}

/** Answers from the site's knowledge; a site without any costs nothing. `origin`: of the Sophie server. */
export function lazyAnswers({ id, knows, language }: SiteConfig, origin: string): Answers {
  let answers: Promise<AnswerPort> | undefined;
  async function fetched(): Promise<AnswerPort> {
    const [response, { createKnowledge }] = await Promise.all([
      fetch(`${origin}/api/sites/${id}/answers`),
      import("./knowledge.ts"),
    ]);
    return createKnowledge(await response.json(), language);
  }
  function load(): Promise<AnswerPort> {
    answers ??= fetched();
    answers.catch(() => (answers = undefined));
    return answers;
  }
  return {
    answer: async (question) => (knows ? (await load())(question) : null),
    load: () => void (knows && load()),
  };
}
