/** A keyword list as site owners are offered one: the words that say most about each signal in the corpus, without regard to what stands around them. */
import type { Example } from "../../packages/engine/training/example.ts";
import { tokensOf } from "../../packages/engine/src/signals/tokens.ts";
import { SIGNALS, type Contender, type SignalName } from "./contender.ts";
import { gzipSync } from "node:zlib";

/** As many words and pairs a signal and language as somebody would still maintain. */
const ENTRIES = 60;
const SEEN_MIN = 4;

export function keywordList(examples: readonly Example[]): Contender {
  const lists = new Map<string, ReadonlySet<string>>();
  for (const language of new Set(examples.map((example) => example.language))) {
    for (const signal of SIGNALS) {
      lists.set(
        `${language} ${signal}`,
        tellingTerms(
          examples.filter((example) => example.language === language),
          signal,
        ),
      );
    }
  }
  return {
    name: "keyword list",
    gzipBytes: gzipSync(JSON.stringify([...lists].map(([name, terms]) => [name, [...terms]])), { level: 9 })
      .length,
    detect(text, language) {
      const terms = termsOf(text);
      return SIGNALS.filter((signal) => terms.some((term) => lists.get(`${language} ${signal}`)?.has(term)));
    },
  };
}

/** The terms that add most to the F1 of a list of one, best first. */
function tellingTerms(examples: readonly Example[], signal: SignalName): ReadonlySet<string> {
  const counts = new Map<string, { hit: number; all: number }>();
  for (const { text, labels } of examples) {
    for (const term of new Set(termsOf(text))) {
      const count = counts.get(term) ?? { hit: 0, all: 0 };
      count.all += 1;
      if (labels.includes(signal)) count.hit += 1;
      counts.set(term, count);
    }
  }
  return new Set(
    [...counts]
      .filter(([, { hit, all }]) => hit >= SEEN_MIN && hit / all > 0.6)
      .sort(([, a], [, b]) => b.hit * (b.hit / b.all) - a.hit * (a.hit / a.all))
      .slice(0, ENTRIES)
      .map(([term]) => term),
  );
}

/** Words, and pairs of neighbours. */
function termsOf(text: string): string[] {
  const words = tokensOf(text).map(({ letters }) => letters);
  return [...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)];
}
