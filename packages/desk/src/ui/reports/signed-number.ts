/** A change in the agent's way of writing, with its sign: "−5", "+2,5". */
import { words } from "../../words/chosen-words.ts";

export function signedNumber(change: number): string {
  const format = { maximumFractionDigits: 1, signDisplay: "exceptZero" } as const;
  return new Intl.NumberFormat(words.value.tag, format).format(change).replace("-", "−");
}
