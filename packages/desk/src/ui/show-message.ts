/** Leads from what is told of a conversation to the message where it was said. */
import { messageElementId } from "./TranscriptTurn.tsx";

export function showMessage(message: string): void {
  const element = document.getElementById(messageElementId(message));
  element?.scrollIntoView({ block: "center" });
  element?.focus({ preventScroll: true });
}
