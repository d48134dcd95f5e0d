/** Whether somebody is there: a dot with its word. */
import type { Presence } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../words/chosen-words.ts";

export function PresenceMark({ presence }: { readonly presence: Presence }): JSX.Element {
  return (
    <span class={`presence presence-${presence}`}>
      <span class="presence-dot" aria-hidden="true" />
      {words.value.presence[presence]}
    </span>
  );
}
