/** What a handoff is called: by what set it off, or as the site calls its own trigger (S6). */
import type { Handoff } from "@sophie/engine";
import type { Words } from "../words/words.ts";

export function reasonName(
  { trigger, triggerName }: Pick<Handoff, "trigger" | "triggerName">,
  words: Words,
): string {
  return triggerName ?? words.trigger[trigger];
}
