/** What a notification outside of the page says: little, since the worker that shows it carries these words and no others. */
import type { TriggerType } from "@sophie/engine";

export interface PushWords {
  /** BCP 47. */
  readonly tag: string;
  readonly trigger: Readonly<Record<TriggerType, string>>;
  title(signal: string): string;
  body(site: string, due: string): string;
  readonly claimed: string;
  readonly testTitle: string;
  readonly testBody: string;
}
