/** Where a handoff stands: a soft badge with the word, never colour alone (R11, H55). */
import type { HandoffStatus } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../words/chosen-words.ts";

export function StatusBadge({ status }: { readonly status: HandoffStatus }): JSX.Element {
  return <span class={`status status-${status}`}>{words.value.status[status]}</span>;
}
