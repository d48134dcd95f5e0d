/** One labelled message, as training and measuring see it. */
import type { Span } from "../src/domain/span.ts";
import type { Head } from "../src/signals/heads.ts";

export interface Example {
  readonly text: string;
  readonly language: string;
  /** The file it came from: a business domain, or the name of an outside source. */
  readonly domain: string;
  /** All messages of one idea stay on one side of every split. */
  readonly idea: string;
  readonly labels: readonly Head[];
  /** The words a reader would underline; empty where nobody marked them. */
  readonly marked: readonly Span[];
  /** How much it counts. */
  readonly weight: number;
}

export function has(example: Example, head: Head): boolean {
  return example.labels.includes(head);
}
