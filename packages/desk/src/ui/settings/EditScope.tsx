/** Controls that only who may edit can use; everybody else sees what they say (S2). */
import type { ComponentChildren, JSX } from "preact";
import { useEditor } from "./editor-context.ts";

export function EditScope({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return (
    <fieldset class="edit-scope" disabled={!useEditor().mayEdit.value}>
      {children}
    </fieldset>
  );
}
