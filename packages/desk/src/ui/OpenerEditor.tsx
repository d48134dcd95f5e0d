/** How the agent may begin, with the greeting of the hour: to be changed, and copied (H87). */
import { type Handoff, openerAt } from "@sophie/engine";
import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { words } from "../words/chosen-words.ts";
import { CopyButton } from "./CopyButton.tsx";
import { useDesk } from "./desk-context.ts";

export function OpenerEditor({ handoff }: { readonly handoff: Handoff }): JSX.Element {
  const desk = useDesk();
  const text = words.value.answers;
  const id = useId();
  const [edited, setEdited] = useState<string | null>(null);
  const hour = new Date(desk.now.peek()).getHours();
  const opener = edited ?? openerAt(handoff.summary.opener, handoff.language, hour);
  return (
    <div class="opener">
      <label class="opener-label" for={id}>
        {text.opener}
      </label>
      <textarea
        id={id}
        class="input opener-text"
        rows={3}
        lang={handoff.language}
        value={opener}
        aria-describedby={`${id}-hint`}
        onInput={(event) => setEdited(event.currentTarget.value)}
      />
      <p class="opener-foot">
        <span id={`${id}-hint`} class="quiet">
          {text.openerHint}
        </span>
        <CopyButton text={opener} label={text.copyOpener} />
      </p>
    </div>
  );
}
