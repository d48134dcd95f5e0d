/** Asks why a handoff is cancelled; without a reason it is not (H48). */
import type { Handoff } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { words } from "../words/chosen-words.ts";
import { useDesk } from "./desk-context.ts";
import { Dialog } from "./Dialog.tsx";
import { Field } from "./Field.tsx";

const REASON_CHARS_MAX = 500;

interface CancelDialogProps {
  readonly handoff: Handoff;
  readonly onClose: () => void;
}

export function CancelDialog({ handoff, onClose }: CancelDialogProps): JSX.Element {
  const desk = useDesk();
  const text = words.value;
  const [reason, setReason] = useState("");
  const [isMissing, setIsMissing] = useState(false);

  function submit(event: Event): void {
    event.preventDefault();
    if (reason.trim() === "") return setIsMissing(true);
    void desk.moves.cancel(handoff, reason);
    onClose();
  }

  return (
    <Dialog title={text.cancel.title} lead={text.cancel.lead} isEdited={reason !== ""} onClose={onClose}>
      <form class="form" noValidate onSubmit={submit}>
        <Field
          label={text.cancel.reason}
          name="reason"
          rows={3}
          maxLength={REASON_CHARS_MAX}
          value={reason}
          required
          autofocus
          error={isMissing && reason.trim() === "" ? text.cancel.missing : undefined}
          onInput={setReason}
        />
        <div class="chips">
          {text.cancel.examples.map((example) => (
            <button key={example} type="button" class="chip" onClick={() => setReason(example)}>
              {example}
            </button>
          ))}
        </div>
        <footer class="form-foot">
          <button type="button" class="button" onClick={onClose}>
            {text.dialog.keep}
          </button>
          <button type="submit" class="button button-danger">
            {text.cancel.submit}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
