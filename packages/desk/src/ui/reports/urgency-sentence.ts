/** That too much is urgent, and what drove it, in words (H43). */
import type { Urgency } from "@sophie/engine";
import type { Words } from "../../words/words.ts";

export function urgencySentence({ urgent, factor, pointsNow, pointsBefore }: Urgency, words: Words): string {
  const text = words.reports;
  const number = (points: number) => new Intl.NumberFormat(words.tag).format(points);
  const why =
    factor === null
      ? text.urgentNoFactor
      : text.urgentFactor(text.factor[factor], number(pointsNow), number(pointsBefore));
  return `${text.urgentTooMany(urgent.count, urgent.of)} ${why}`;
}
