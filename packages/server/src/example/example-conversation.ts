/** How an example conversation is written down: what happens in it, step by step, and how long ago. */
import type { Language } from "@sophie/engine";

type Asked = "demo_request" | "price_question" | "human_request";

/** One step. `wait` is how many seconds pass before it; 20 if it says nothing. */
export type ExampleStep = { readonly wait?: number } & (
  | { readonly visitor: string }
  | { readonly sophie: string }
  /** The visitor's last message is taken for what it asks; a button needs no message. */
  | { readonly asks: Asked | "feedback" | "unknown"; readonly by?: "text" | "button" }
  /** Agrees that what follows on the site is recorded. */
  | { readonly consents: true }
  /** Looks at a page for so long, while time goes on. */
  | { readonly looksAt: string; readonly path: string; readonly minutes: number }
  | { readonly uses: "calculator" | "brochure" }
  /** Has not been heard of for as long as the step waits, which makes what waits less pressing. */
  | { readonly isAway: true }
  | { readonly assigns: string; readonly to: string }
  | { readonly starts: string }
  | { readonly agent: string; readonly says: string }
  | { readonly completes: string }
  | { readonly cancels: string; readonly because: string }
  | { readonly takesOver: string }
);

export interface ExampleConversation {
  readonly language: Language;
  /** Minutes before the example is opened. */
  readonly minutesAgo: number;
  readonly steps: readonly ExampleStep[];
}
