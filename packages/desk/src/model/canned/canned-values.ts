/** What the variables of a written answer stand for in one conversation, as far as it is known. */
import type { Agent, CannedVariable, Handoff, LogEntry } from "@sophie/engine";
import type { Words } from "../../words/words.ts";
import { contactDraft } from "../contact-draft.ts";

export function cannedValues(
  handoff: Handoff | null,
  entries: readonly LogEntry[],
  me: Pick<Agent, "name">,
  site: string,
  words: Words,
): Readonly<Record<CannedVariable, string>> {
  const visitor = handoff === null ? null : contactDraft(handoff, entries, words);
  return {
    name: visitor === null ? "" : `${visitor.firstName} ${visitor.lastName}`.trim(),
    object: handoff?.summary.objects[0]?.text ?? "",
    agent: me.name.split(" ")[0] ?? me.name,
    site,
  };
}
