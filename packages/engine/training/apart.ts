/** Keeps the test set out of what is learned: short messages ("is er iemand?") are written twice by people who never met. */
import { fold } from "../src/signals/fold.ts";
import type { Example } from "./example.ts";

/** The examples whose words are not those of a test message, whatever their case, accents and marks. */
export function apartFrom(tests: readonly Example[], examples: readonly Example[]): Example[] {
  const asked = new Set(tests.map(({ text }) => wordsOf(text)));
  return examples.filter(({ text }) => !asked.has(wordsOf(text)));
}

function wordsOf(text: string): string {
  return fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
