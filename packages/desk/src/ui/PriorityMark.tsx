/** How pressing a handoff is: a filled dot with its word, never colour alone (R11). */
import type { Priority } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../words/chosen-words.ts";

export function PriorityMark({ priority }: { readonly priority: Priority }): JSX.Element {
  return (
    <span class={`priority priority-${priority}`}>
      <span class="priority-dot" aria-hidden="true" />
      {words.value.priority[priority]}
    </span>
  );
}
