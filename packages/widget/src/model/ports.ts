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

/** Answers from the site's knowledge; a site without any costs nothing. */
export function lazyAnswers(site: SiteConfig): AnswerPort {
  let answers: AnswerPort | undefined;
  return async (question) => {
    if (site.knowledge.length === 0) return null;
    answers ??= (await import("./knowledge.ts")).createKnowledge(site.knowledge, site.language);
    return answers(question);
  };
}
