/** What a message's text must be before anything else is asked of it. */
import { LIMITS, refuse } from "@sophie/engine";

/** Null if it may be said; the refusal otherwise. */
export function textRefusal(text: string): ReturnType<typeof refuse> | null {
  if (text.trim() === "") return refuse("text_empty");
  if (text.length > LIMITS.textChars) return refuse("text_too_long", { detail: `${text.length} characters` });
  return null;
}
