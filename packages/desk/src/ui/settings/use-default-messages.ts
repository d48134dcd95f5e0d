/** Sophie's own words for the three messages in one language, as the draft has them: by its form of address, and by what becomes of the chat. */
import type { Language } from "@sophie/engine";
import type { MessageKind } from "../../model/settings/changes.ts";
import { useAnswer } from "../use-answer.ts";
import { useEditing } from "./editor-context.ts";

/** Null until they are known. */
export function useDefaultMessages(language: Language): Readonly<Record<MessageKind, string>> | null {
  const { calls, editor } = useEditing();
  const { address, onUnassigned } = editor.draft.value;
  const all = useAnswer(calls.defaultMessages, [calls]);

  if (all?.ok !== true) return null;
  const { closing, ...words } = all.value[address][language];
  return onUnassigned === "close" ? { ...words, unassigned: closing } : words;
}
