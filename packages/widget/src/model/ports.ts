/** What the session asks of the world, loaded when it is first wanted. What did not load is tried again next time. */
import type { AnswerPort, DetectorPort, SiteConfig } from "@sophie/engine";

export const loadDetector: DetectorPort = () => import("./detector.ts").then(({ detector }) => detector);

/** Answers from the site's knowledge; a site without any costs nothing. */
export function lazyAnswers(site: SiteConfig): AnswerPort {
  let answers: AnswerPort | undefined;
  return async (question) => {
    if (site.knowledge.length === 0) return null;
    answers ??= (await import("./knowledge.ts")).createKnowledge(site.knowledge);
    return answers(question);
  };
}
